"""Reads how targets outside the house are: what waits, what was acknowledged last, what is wrong in words.

Only reads; the number of queries does not depend on the number of targets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q

from sync.classificatie import Oordeel
from sync.models import Doel, DoelSoort, DoelToestand, LeveringToestand
from sync.nazien_buiten import klacht

UITLEG = {
    Oordeel.QUARANTAINE: "De website weigert ons geheim. Controleer het geheim en hervat.",
    Oordeel.DOEL_LOOPT_VOOR: "De website heeft een versie die hier nooit is uitgegeven. "
    "Is hier een back-up teruggezet? Verhoog dan het tijdvak en hervat.",
    Oordeel.PAUZE: "De website zegt dat dit adres niet meer bestaat (410).",
}


@dataclass(frozen=True, slots=True)
class Doelstand:
    doel: Doel
    bereik_naam: str
    live: int
    """Documents of which the target acknowledged the wanted version."""
    wacht: int
    wacht_sinds: datetime | None
    geparkeerd: int
    laatste_op: datetime | None

    @property
    def woord(self) -> str:
        if self.doel.toestand == DoelToestand.GEPAUZEERD:
            return "gepauzeerd"
        if self.doel.toestand == DoelToestand.GESTOPT:
            return "gestopt"
        if self.doel.fouten_op_rij or self.geparkeerd or self.klacht or self.doel.laatste_fout:
            return "hapert"
        return "wacht" if self.wacht else "live"

    @property
    def nadruk(self) -> str:
        return {"live": "live", "gestopt": "fout", "hapert": "let-op", "gepauzeerd": "let-op"}.get(
            self.woord, ""
        )

    @property
    def fout(self) -> str:
        """The last fault, in words that an administrator understands; behind a refusal what it says itself."""
        soort, _, gezegd = self.doel.laatste_fout.partition(": ")
        for oordeel, uitleg in UITLEG.items():
            if soort == oordeel.value:
                return f"{uitleg} ({gezegd})" if oordeel is Oordeel.QUARANTAINE and gezegd else uitleg
        return self.doel.laatste_fout

    @property
    def klacht(self) -> str:
        return klacht(self.doel)

    @property
    def wezen(self) -> list[str]:
        return [naam for naam, _ in self.doel.wezen.get("lijst", [])]


def doelstanden(namen: dict[str, str], *, pk: int | None = None) -> list[Doelstand]:
    """Every target outside the house, or the one. `namen`: bereik → its name. 1 query."""
    wacht = Q(leveringen__toestand=LeveringToestand.WACHT)
    doelen = Doel.objects.exclude(soort=DoelSoort.INDEX).annotate(
        live=Count("leveringen", filter=Q(leveringen__toestand=LeveringToestand.BEVESTIGD)),
        wacht=Count("leveringen", filter=wacht),
        wacht_sinds=Min("leveringen__wacht_sinds", filter=wacht),
        geparkeerd=Count("leveringen", filter=Q(leveringen__toestand=LeveringToestand.GEPARKEERD)),
        laatste_op=Max("leveringen__bevestigd_op"),
    )
    if pk is not None:
        doelen = doelen.filter(pk=pk)
    return [
        Doelstand(
            doel=doel,
            bereik_naam=namen.get(doel.bereik, doel.bereik),
            live=doel.live,
            wacht=doel.wacht,
            wacht_sinds=doel.wacht_sinds,
            geparkeerd=doel.geparkeerd,
            laatste_op=doel.laatste_op,
        )
        for doel in doelen.order_by("naam")
    ]
