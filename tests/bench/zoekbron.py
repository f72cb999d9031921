"""What the search measurements are made from: the sample region as it was published, and the editors' synonyms.

Read from the database of an installation by an outsider, and kept in a file, so that the processes that measure need
neither that database nor Django.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from redactie.bronnen import REGIO
from search.synoniemen import Synoniem, Synoniemenlijst
from search.taallijst import taallijst
from tests.bench.landelijk import Samensteller, Stuk
from tests.keten.installatie import Installatie

PUBLICATIES = """
    SELECT openbaar.json, balie.json FROM sync_publicatie AS publicatie
    JOIN sync_inhoud AS openbaar ON openbaar.hash = publicatie.publieke_inhoud_id
    JOIN sync_inhoud AS balie ON balie.hash = publicatie.inhoud_id
    WHERE publicatie.toestand = 'live' AND publicatie.documentsoort = 'product'
    ORDER BY publicatie.bereik, publicatie.sleutel
"""
SYNONIEMEN = """
    SELECT synoniem.woorden, synoniem.richting, gemeente.slug FROM redactie_synoniem AS synoniem
    LEFT JOIN redactie_gemeente AS gemeente ON gemeente.id = synoniem.gemeente_id ORDER BY synoniem.id
"""


@dataclass(frozen=True, slots=True)
class Zoekbron:
    stukken: tuple[Stuk, ...]
    synoniemen: Synoniemenlijst
    namen: tuple[tuple[str, str], ...]
    """Slug and name of the municipalities."""

    @property
    def live(self) -> dict[str, set[str]]:
        per_bereik: dict[str, set[str]] = {}
        for stuk in self.stukken:
            per_bereik.setdefault(stuk.bereik, set()).add(stuk.sleutel)
        return per_bereik

    def samensteller(self) -> Samensteller:
        """What holds in the whole region is central; how the municipalities say it, gives the deviations."""
        centraal = [stuk for stuk in self.stukken if stuk.bereik == REGIO]
        return Samensteller(centraal, [stuk for stuk in self.stukken if stuk.bereik != REGIO])


def bewaar(installatie: Installatie, pad: Path) -> None:
    rijen = {
        "stukken": [[json.loads(tekst) for tekst in rij] for rij in installatie.rijen(PUBLICATIES)],
        "synoniemen": [[json.loads(woorden), *rest] for woorden, *rest in installatie.rijen(SYNONIEMEN)],
        "namen": installatie.rijen("SELECT slug, naam FROM redactie_gemeente ORDER BY naam"),
    }
    pad.write_text(json.dumps(rijen, ensure_ascii=False), "utf-8")


def lees(pad: Path) -> Zoekbron:
    rijen = json.loads(pad.read_text("utf-8"))
    eigen = (Synoniem(tuple(woorden), *rest) for woorden, *rest in rijen["synoniemen"])
    return Zoekbron(
        tuple(Stuk(publiek, balie) for publiek, balie in rijen["stukken"]),
        Synoniemenlijst((*eigen, *taallijst())),
        tuple((slug, naam) for slug, naam in rijen["namen"]),
    )
