"""“Bieden wij dit aan?”: a product that is offered only where a municipality says yes asks each until it answers.

Only reads. An answer counts once it is published, and as long as its period lasts; without one nothing is shown there.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from redactie.keuzes import Aanbod, Aangeboden

if TYPE_CHECKING:
    from redactie.models import LokaleVersie

ANTWOORDEN = [keuze.value for keuze in Aangeboden if keuze is not Aangeboden.ONBEKEND]


def met_vraag(producten: QuerySet, gemeenten: Collection[int]) -> QuerySet:
    """Those of these products that still wait for the answer of one of these municipalities (ids)."""
    from redactie.models import Gemeente, LokaleVersie

    lopend = Q(tot=None) | Q(tot__gte=timezone.localdate())
    antwoord = LokaleVersie.objects.filter(
        lopend,
        product=OuterRef(OuterRef("pk")),
        gemeente=OuterRef("pk"),
        live=True,
        aangeboden__in=ANTWOORDEN,
    )
    zwijgt = Gemeente.objects.filter(~Exists(antwoord), pk__in=gemeenten)
    return producten.filter(Exists(zwijgt), live=True, gemeente=None, aanbod=Aanbod.NA_KEUZE)


def is_antwoord(versie: LokaleVersie) -> bool:
    over = versie.tot is not None and versie.tot < timezone.localdate()
    return versie.live and versie.aangeboden in ANTWOORDEN and not over
