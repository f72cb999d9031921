"""A municipality that is named in a question ("paspoort sliedrecht"): which, and the question without it.

Pure. The name never changes where is searched: it may be the caller's own, or stand there by habit. Who asks is told,
and offered the switch; the rest of the question is what is searched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from search.analyse.stopwoorden import is_vraagwoord
from search.analyse.vouwen import woorden


@dataclass(frozen=True, slots=True)
class Plaats:
    slug: str
    naam: str


@dataclass(frozen=True, slots=True)
class ZonderPlaats:
    """`vraag`: what remains; the question itself when it names no place, or nothing else. `genoemd`: the place."""

    vraag: str
    genoemd: Plaats | None = None


def zonder_plaats(vraag: str, namen: Iterable[tuple[str, str]]) -> ZonderPlaats:
    """The first municipality (slug, name) whose whole name stands in the question."""
    gelezen = woorden(vraag)
    for slug, naam in namen:
        gezocht = _woorden(naam)
        for plek in range(len(gelezen) - len(gezocht) + 1):
            if gezocht and tuple(gelezen[plek : plek + len(gezocht)]) == gezocht:
                rest = [*gelezen[:plek], *gelezen[plek + len(gezocht) :]]
                over = vraag if all(map(is_vraagwoord, rest)) else " ".join(rest)
                return ZonderPlaats(over, Plaats(slug, naam))
    return ZonderPlaats(vraag)


@lru_cache(maxsize=1024)
def _woorden(naam: str) -> tuple[str, ...]:
    return tuple(woorden(naam))
