"""When a target stays behind so long that an administrator must hear of it, and why. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sync.classificatie import Oordeel

TE_LANG = timedelta(minutes=15)
"""What waits longer did not just have a bad moment."""
LANG_GENOEG_GOED = timedelta(minutes=10)
"""A target that is well again for so long is told to be; one that comes and goes is not told each time."""


class Reden(StrEnum):
    """The values of `Achterreden`, which has the words."""

    WACHT = "wacht"
    GEWEIGERD = "geweigerd"
    GEHEIM = "geheim"
    LOOPT_VOOR = "loopt_voor"
    WEG = "weg"
    GESTOPT = "gestopt"
    KLACHT = "klacht"


BIJ_OORDEEL = {
    Oordeel.QUARANTAINE: Reden.GEHEIM,
    Oordeel.DOEL_LOOPT_VOOR: Reden.LOOPT_VOOR,
    Oordeel.PAUZE: Reden.WEG,
}


@dataclass(frozen=True, slots=True)
class Waarneming:
    """One target now. `gepauzeerd`: by a person, who knows. `wacht_sinds`: of its oldest delivery."""

    gestopt: bool
    gepauzeerd: bool
    laatste_fout: str
    fout_sinds: datetime | None
    wacht_sinds: datetime | None
    geweigerd_sinds: datetime | None
    heeft_klacht: bool


def beoordeel(gezien: Waarneming, nu: datetime) -> tuple[Reden, datetime] | None:
    """Why it is behind and since when; None: it is not, or a person has paused it."""
    if gezien.gepauzeerd:
        return None
    if gezien.gestopt:
        soort = gezien.laatste_fout.partition(":")[0]
        waarom = next(
            (reden for oordeel, reden in BIJ_OORDEEL.items() if oordeel.value == soort), Reden.GESTOPT
        )
        return waarom, gezien.fout_sinds or nu
    if gezien.wacht_sinds is not None and nu - gezien.wacht_sinds >= TE_LANG:
        return Reden.WACHT, gezien.wacht_sinds
    if gezien.geweigerd_sinds is not None and nu - gezien.geweigerd_sinds >= TE_LANG:
        return Reden.GEWEIGERD, gezien.geweigerd_sinds
    if gezien.heeft_klacht:
        return Reden.KLACHT, gezien.fout_sinds or nu
    return None
