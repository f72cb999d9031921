"""A municipality that is named in a question ("paspoort sliedrecht"): which, and the question without it.

Pure. The name never changes where is searched: it may be the caller's own, or stand there by habit. Who asks is told,
and offered the switch; the rest of the question is what is searched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from search.analyse.samenstelling import in_lexicon
from search.analyse.stopwoorden import is_vraagwoord
from search.analyse.vouwen import woorden


@dataclass(frozen=True, slots=True)
class Plaats:
    slug: str
    naam: str


@dataclass(frozen=True, slots=True)
class ZonderPlaats:
    """`vraag`: what remains; the question itself when it names no place, or nothing else. `genoemd`: the place.

    `achteraan`: the question ended in the place, so that the last word of what remains is not being typed.
    """

    vraag: str
    genoemd: Plaats | None = None
    achteraan: bool = False


def zonder_plaats(vraag: str, namen: Iterable[tuple[str, str]]) -> ZonderPlaats:
    """The first municipality (slug, name) whose whole name stands in the question.

    A name that is a Dutch word (Buren, Best, Huizen) is left to mean that word.
    """
    gelezen = woorden(vraag)
    for slug, naam in namen:
        gezocht = _woorden(naam)
        if len(gezocht) == 1 and in_lexicon(gezocht[0]):
            continue
        for plek in range(len(gelezen) - len(gezocht) + 1):
            if gezocht and tuple(gelezen[plek : plek + len(gezocht)]) == gezocht:
                rest = [*gelezen[:plek], *gelezen[plek + len(gezocht) :]]
                plaats = Plaats(slug, naam)
                if all(map(is_vraagwoord, rest)):
                    return ZonderPlaats(vraag, plaats)
                return ZonderPlaats(" ".join(rest), plaats, achteraan=plek + len(gezocht) == len(gelezen))
    return ZonderPlaats(vraag)


@lru_cache(maxsize=1024)
def _woorden(naam: str) -> tuple[str, ...]:
    return tuple(woorden(naam))
