"""Finding a uniform product name by the words in it, for whoever gives one to a product."""

from __future__ import annotations

from functools import reduce
from operator import and_

from django.db.models import Q

from redactie.models import UplNaam
from redactie.upl.bezwaren import GEMEENTE


def zoek_namen(woorden: str, *, hoogstens: int = 20) -> tuple[list[UplNaam], int]:
    """The best names that hold all these words, and how many there are; one query.

    Names of municipalities come first, then names that begin with what was typed. Vanished names are not offered.
    """
    gezocht = woorden.strip()
    if not gezocht:
        return [], 0
    alle_woorden = reduce(and_, (Q(naam__icontains=woord) for woord in gezocht.split()))
    namen = list(
        UplNaam.objects.filter(alle_woorden | Q(uri=gezocht), vervallen_op=None).defer("grondslagen")
    )
    return sorted(namen, key=lambda naam: _plaats(naam, gezocht))[:hoogstens], len(namen)


def naam_of_uri(tekst: str) -> UplNaam | None:
    """The name that is written exactly so, or has this address; vanished ones too."""
    gezocht = tekst.strip()
    namen = UplNaam.objects.filter(Q(naam__iexact=gezocht) | Q(uri=gezocht))
    return min(namen, key=lambda naam: (naam.vervallen_op is not None, naam.uri), default=None)


def _plaats(naam: UplNaam, gezocht: str) -> tuple[bool, bool, str]:
    return (
        GEMEENTE not in naam.bestuurslagen,
        not naam.naam.casefold().startswith(gezocht.casefold()),
        naam.naam.casefold(),
    )
