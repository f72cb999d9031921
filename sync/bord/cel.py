"""One cell of the board: how one place stands for one municipality, as a word and an age. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stand(StrEnum):
    LIVE = "live"
    LEEG = "leeg"
    WACHT = "wacht"
    GEPAUZEERD = "gepauzeerd"
    HAPERT = "hapert"
    MISLUKT = "mislukt"
    GEWEIGERD = "geweigerd"
    GESTOPT = "gestopt"


NADRUK = {
    Stand.LIVE: "live",
    Stand.LEEG: "",
    Stand.WACHT: "",
    Stand.GEPAUZEERD: "let-op",
    Stand.HAPERT: "let-op",
    Stand.MISLUKT: "fout",
    Stand.GEWEIGERD: "fout",
    Stand.GESTOPT: "fout",
}


@dataclass(frozen=True, slots=True)
class Cel:
    """`live` of `van` documents are as they should be; `sinds` is since when the oldest of the others waits."""

    stand: Stand
    live: int = 0
    van: int = 0
    wacht: int = 0
    geweigerd: int = 0
    sinds: datetime | None = None
    fout: str = ""

    @property
    def nadruk(self) -> str:
        return NADRUK[self.stand]

    @property
    def in_orde(self) -> bool:
        return self.stand in (Stand.LIVE, Stand.LEEG)
