"""Which notices an agent sees where: at the start of a call, and beside an answer.

No clock: takes the two contents of the gemeente document and a moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

ALLES = "alles"
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mededeling:
    """`intern_html` is empty for who may not see internal text. `tot` is the moment that it ends."""

    sleutel: str
    html: str
    intern_html: str
    betreft: frozenset[str]
    van: datetime
    tot: datetime | None
    belangrijk: bool

    @property
    def over_alles(self) -> bool:
        return ALLES in self.betreft


def lees(publiek: Json, balie: Json, *, intern: bool, nu: datetime) -> tuple[Mededeling, ...]:
    """The notices that hold now: important ones first, then the newest.

    Who may see internal text also gets those for the desk alone; others what is on the website.
    """
    rijen = balie["mededelingen"] if intern else publiek["mededelingen"]
    alle = (_mededeling(rij) for rij in rijen)
    geldig = (lid for lid in alle if lid.van <= nu and (lid.tot is None or nu < lid.tot))
    return tuple(sorted(geldig, key=lambda lid: (not lid.belangrijk, -lid.van.timestamp(), lid.sleutel)))


def over(mededelingen: Iterable[Mededeling], zaken: Iterable[str]) -> tuple[Mededeling, ...]:
    """Those about everything, or about one of these: `thema:…`, `product:…`, `inlogmiddel:…`."""
    gezocht = {ALLES, *zaken}
    return tuple(lid for lid in mededelingen if not lid.betreft.isdisjoint(gezocht))


def zaken_van(product: Json) -> tuple[str, ...]:
    """What a notice can be about to concern this product (its public content)."""
    return (
        f"product:{product['sleutel']}",
        *(f"thema:{sleutel}" for sleutel in product["themas"]),
        *(f"inlogmiddel:{kanaal['inlogmiddel']}" for kanaal in product["kanalen"]),
    )


def _mededeling(rij: Json) -> Mededeling:
    return Mededeling(
        sleutel=rij["sleutel"],
        html=rij["html"],
        intern_html=rij.get("interne_html", ""),
        betreft=frozenset(rij["betreft"]),
        van=datetime.fromisoformat(rij["van"]),
        tot=datetime.fromisoformat(rij["tot"]) if rij["tot"] else None,
        belangrijk=rij["belangrijk"],
    )
