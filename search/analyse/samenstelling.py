"""Split a Dutch compound into its parts: `grofvuil` → grof, vuil; `gehandicaptenparkeerkaart` → three parts.

Parts must stand in the lexicon, in the place where they stand in this word: first, middle or last. Between parts may
stand a linking s, e or en. A wrong split costs more than a missed one: common words that are parts themselves are
left whole, and so are the exceptions (`data/samenstellingen.txt`).
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from search.analyse.bronnen import LEXICON, SAMENSTELLINGEN, onderdelen, regels

KORTST_WOORD = 6
KORTST_DEEL = 3
MEESTE_DELEN = 4
KOPPELINGEN = ("", "s", "en", "e")
MINST_VAAK = 3
# A word that is itself a part of this many others is a word of its own to a reader.
HEEL_VANAF = 30
# What each further part costs, in log frequency: fewer parts win unless they are rare.
PRIJS_PER_DEEL = 2.5
PRIJS_KOPPELING = 0.7
VAKWOORD_VAAK = 40


class Plaats(NamedTuple):
    """How often a word is the first and the last part of a compound."""

    eerste: int
    laatste: int


class Splitsing(NamedTuple):
    score: float
    delen: tuple[str, ...]


@cache
def _lexicon() -> dict[str, Plaats]:
    gevonden: dict[str, Plaats] = {}
    for regel in regels(LEXICON):
        woord, eerste, laatste = regel.split()
        gevonden[woord] = Plaats(int(eerste), int(laatste))
    for woord in _uitzonderingen("vakwoorden"):
        oud = gevonden.get(woord, Plaats(0, 0))
        gevonden[woord] = Plaats(max(oud.eerste, VAKWOORD_VAAK), max(oud.laatste, VAKWOORD_VAAK))
    return gevonden


@cache
def _uitzonderingen(onderdeel: str) -> frozenset[str]:
    return frozenset(woord for regel in onderdelen(SAMENSTELLINGEN)[onderdeel] for woord in regel.split())


def in_lexicon(woord: str) -> bool:
    """A Dutch word that is common enough to build others with."""
    return woord in _lexicon()


def _blijft_heel(woord: str) -> bool:
    if len(woord) < KORTST_WOORD or not woord.isalpha() or woord in _uitzonderingen("heel"):
        return True
    plaats = _lexicon().get(woord)
    return plaats is not None and sum(plaats) >= HEEL_VANAF


@lru_cache(maxsize=200_000)
def delen(woord: str) -> tuple[str, ...]:
    """The parts of a folded word in order, or nothing when it is best left whole."""
    if _blijft_heel(woord):
        return ()
    beste = _beste(woord, MEESTE_DELEN)
    return beste.delen if beste is not None and len(beste.delen) > 1 else ()


def _beste(rest: str, nog: int) -> Splitsing | None:
    """The best way to read `rest` as at most `nog` parts, the last one included."""
    lexicon = _lexicon()
    gevonden: list[Splitsing] = []
    plaats = lexicon.get(rest)
    if plaats is not None and plaats.laatste >= MINST_VAAK:
        gevonden.append(Splitsing(log(plaats.laatste), (rest,)))
    if nog > 1:
        for grens in range(KORTST_DEEL, len(rest) - KORTST_DEEL + 1):
            gevonden.extend(_met_eerste(rest, grens, nog))
    return max(gevonden, default=None)


def _met_eerste(rest: str, grens: int, nog: int) -> list[Splitsing]:
    eerste = rest[:grens]
    plaats = _lexicon().get(eerste)
    if plaats is None or plaats.eerste < MINST_VAAK:
        return []
    gevonden: list[Splitsing] = []
    for koppeling in KOPPELINGEN:
        if not rest.startswith(koppeling, grens):
            continue
        verder = _beste(rest[grens + len(koppeling) :], nog - 1)
        if verder is None:
            continue
        prijs = PRIJS_PER_DEEL + (PRIJS_KOPPELING if koppeling else 0.0)
        # The weakest link counts: one accidental piece spoils a split.
        score = min(log(plaats.eerste), verder.score) - prijs
        gevonden.append(Splitsing(score, (eerste, *verder.delen)))
    return gevonden
