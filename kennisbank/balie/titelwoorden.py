"""Which other words people type for those in titles and keywords: what the browser's own index has besides them.

Pure. The browser matches beginnings of words and typing mistakes, and knows neither synonyms nor compounds: those are
looked up here, once for the whole list instead of at each letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from search.analyse.keten import analyseer
from search.analyse.stam import stam
from search.analyse.vouwen import woorden
from search.synoniemen import LANGSTE, Synoniem

Stammen = tuple[str, ...]


class Titelwoorden:
    """The rows of one bereik, made ready once for all its products."""

    def __init__(self, rijen: Iterable[Synoniem]) -> None:
        self._per_naam: dict[Stammen, list[str]] = {}
        for rij in rijen:
            for van, naar in _paren(rij):
                self._per_naam.setdefault(_stammen(woorden(naar)), []).append(van)

    def bij(self, teksten: Iterable[str]) -> tuple[str, ...]:
        """What else people may type for these texts; no word that stands in them already."""
        gelezen = [woorden(tekst) for tekst in teksten]
        heeft = {woord for tekst in gelezen for woord in tekst}
        anders = (
            woord
            for tekst in gelezen
            for stuk in _stukken(_stammen(tekst))
            for naam in self._per_naam.get(stuk, ())
            for woord in woorden(naam)
        )
        eind = (staart for tekst in gelezen for woord in tekst for staart in staarten(woord))
        return tuple(dict.fromkeys(woord for woord in (*anders, *eind) if woord not in heeft))


def staarten(woord: str) -> tuple[str, ...]:
    """What a compound ends in, in whole letters: `afvalcontainer` → `container`."""
    delen = analyseer(woord).delen
    plekken = (woord.find(deel, 1) for deel in delen[1:])
    return tuple(woord[plek:] for plek in plekken if plek > 0)


def _paren(rij: Synoniem) -> list[tuple[str, str]]:
    """What somebody types, and what it then also finds."""
    if rij.richting == "heen":
        return [(rij.woorden[0], ander) for ander in rij.woorden[1:]]
    return [(van, naar) for van in rij.woorden for naar in rij.woorden if van != naar]


def _stammen(losse: Sequence[str]) -> Stammen:
    return tuple(stam(woord) for woord in losse)


def _stukken(stammen: Stammen) -> Iterable[Stammen]:
    """Every run of words that a synonym may be."""
    for begin in range(len(stammen)):
        for lengte in range(1, min(LANGSTE, len(stammen) - begin) + 1):
            yield stammen[begin : begin + lengte]
