"""A search index for one measurement: filled from what is live, asked, thrown away. The serving index is left alone.

So a change of analysis can be measured before anything is rebuilt, and the engine that is not in use can be too.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from django.db.models import QuerySet

from search.document import ZoekDocument, document_uit
from search.keuze import nieuwe_motor
from search.motor import InGeneratie, Motor
from sync.models import Documentsoort, Publicatie, Toestand

BLOK = 500
GENERATIE = "meting"


@contextmanager
def proefindex(soort: str, elasticsearch: str = "") -> Iterator[InGeneratie]:
    """An engine of that kind with everything that is live now; MotorFout when it cannot be filled."""
    with tempfile.TemporaryDirectory(prefix="antwoord-meting-") as map_:
        machine = nieuwe_motor(soort, Path(map_), elasticsearch, prefix=f"meting-{token_hex(6)}")
        try:
            yield vul(machine)
        finally:
            machine.drop(GENERATIE)
            machine.close()


def vul(machine: Motor) -> InGeneratie:
    """One generation that is never activated."""
    machine.begin_generation(GENERATIE)
    blok: list[ZoekDocument] = []
    for document in documenten():
        blok.append(document)
        if len(blok) == BLOK:
            machine.write(GENERATIE, blok)
            blok = []
    machine.write(GENERATIE, blok)
    # Counting makes what was written findable, also in a generation that does not serve.
    machine.counts(GENERATIE)
    return InGeneratie(machine, GENERATIE)


def documenten() -> Iterator[ZoekDocument]:
    """Of every live product, as the sync would deliver it."""
    rijen = _live().select_related("inhoud", "publieke_inhoud").order_by("pk")
    for rij in rijen.iterator(chunk_size=BLOK):
        yield document_uit(rij.publieke_inhoud.als_dict(), rij.inhoud.als_dict(), versie=rij.versie)


def live() -> Mapping[str, Set[str]]:
    """bereik → the keys of what can be found there. 1 query."""
    per_bereik: dict[str, set[str]] = defaultdict(set)
    for bereik, sleutel in _live().values_list("bereik", "sleutel"):
        per_bereik[bereik].add(sleutel)
    return per_bereik


def _live() -> QuerySet[Publicatie]:
    return Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE)
