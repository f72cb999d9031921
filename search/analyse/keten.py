"""The chain: a text to the three kinds of words that the index holds.

Folding, stop words, stems and parts in one place, so that a document and a query can never differ in how they are
read. Which field of a product goes where is for `document.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from search.analyse.samenstelling import delen
from search.analyse.stam import stam
from search.analyse.stopwoorden import is_stopwoord
from search.analyse.vouwen import indexwoorden


@dataclass(frozen=True)
class Analyse:
    """The words of one text, in reading order; stop words left out."""

    vormen: tuple[str, ...]  # as written, folded: for prefixes and for correction
    stammen: tuple[str, ...]  # whole words
    delen: tuple[str, ...]  # the same, with compounds taken apart

    def __add__(self, ander: Analyse) -> Analyse:
        return Analyse(self.vormen + ander.vormen, self.stammen + ander.stammen, self.delen + ander.delen)


LEEG = Analyse((), (), ())


def analyseer(tekst: str) -> Analyse:
    vormen = tuple(woord for woord in indexwoorden(tekst) if not is_stopwoord(woord))
    return Analyse(
        vormen=vormen,
        stammen=tuple(stam(vorm) for vorm in vormen),
        delen=tuple(deel for vorm in vormen for deel in deelstammen(vorm)),
    )


@lru_cache(maxsize=200_000)
def deelstammen(vorm: str) -> tuple[str, ...]:
    """The stems of the parts of a compound, or the stem of a word that has none."""
    return tuple(stam(deel) for deel in delen(vorm)) or (stam(vorm),)
