"""Reads how targets outside the house are: what waits, what was acknowledged last, what is wrong in words.

Only reads; the number of queries does not depend on the number of targets.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q

from sync.bord.cel import Cel
from sync.bord.doelcel import doelcel
from sync.doelwoorden import in_woorden
from sync.models import Doel, DoelSoort, LeveringToestand
from sync.nazien_buiten import klacht

ONAF = ("wacht", "geweigerd", "sinds", "fout")


@dataclass(frozen=True, slots=True)
class Doelstand:
    doel: Doel
    bereik_naam: str
    cel: Cel
    """As the board shows it."""
    wacht_sinds: datetime | None
    laatste_op: datetime | None

    @property
    def fout(self) -> str:
        """Said last, in words behind its name: also of one that stands still."""
        return in_woorden(self.doel.laatste_fout)

    @property
    def klacht(self) -> str:
        return klacht(self.doel, self.cel.van)

    @property
    def wezen(self) -> list[str]:
        return [naam for naam, _ in self.doel.wezen.get("lijst", [])]


def doelstanden(namen: dict[str, str], *, pk: int | None = None) -> list[Doelstand]:
    """Every target outside the house, or the one. `namen`: bereik → its name. 1 query."""
    wacht = Q(leveringen__toestand=LeveringToestand.WACHT)
    geweigerd = Q(leveringen__toestand=LeveringToestand.GEPARKEERD)
    er_hoort = Q(leveringen__intrekking=False)
    bevestigd = Q(leveringen__toestand=LeveringToestand.BEVESTIGD)
    doelen = Doel.objects.exclude(soort=DoelSoort.INDEX).annotate(
        van=Count("leveringen", filter=er_hoort),
        live=Count("leveringen", filter=er_hoort & bevestigd),
        wacht=Count("leveringen", filter=wacht),
        geweigerd=Count("leveringen", filter=geweigerd),
        sinds=Min("leveringen__wacht_sinds", filter=wacht | geweigerd),
        fout=Max("leveringen__laatste_fout", filter=wacht | geweigerd),
        wacht_sinds=Min("leveringen__wacht_sinds", filter=wacht),
        laatste_op=Max("leveringen__bevestigd_op"),
    )
    if pk is not None:
        doelen = doelen.filter(pk=pk)
    return [
        Doelstand(
            doel=doel,
            bereik_naam=namen.get(doel.bereik, doel.bereik),
            cel=doelcel(doel, doel.van, doel.live, {naam: getattr(doel, naam) for naam in ONAF}),
            wacht_sinds=doel.wacht_sinds,
            laatste_op=doel.laatste_op,
        )
        for doel in doelen.order_by("naam")
    ]
