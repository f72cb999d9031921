"""The query plan as data: what each engine compiles, in a few lines, to a query of its own.

A plan is a conjunction of clauses, of which at least `minimum` must match; a clause holds when one of its
alternatives does. All words in it are analysed. How a question becomes a plan is for `zoekplan.py`; which fields are
searched, and with what weight, for `velden.py` and `gewichten.py`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Woord:
    """A whole word (stem)."""

    stam: str
    gewicht: float


@dataclass(frozen=True, slots=True)
class Deel:
    """A word, or the part of a compound (stem)."""

    stam: str
    gewicht: float


@dataclass(frozen=True, slots=True)
class Voorvoegsel:
    """The first letters of a word as written."""

    letters: str
    gewicht: float


@dataclass(frozen=True, slots=True)
class AlleVan:
    """All of these words or parts, in one field."""

    stammen: tuple[str, ...]
    gewicht: float


@dataclass(frozen=True, slots=True)
class MVanN:
    """At least `minimum` of these words or parts, in one field."""

    stammen: tuple[str, ...]
    minimum: int
    gewicht: float


@dataclass(frozen=True, slots=True)
class Precies:
    """A whole name: a key, a title, a UPN (`search.analyse.vouwen.naam`)."""

    naam: str
    gewicht: float


Alternatief = Precies | Woord | Deel | Voorvoegsel | AlleVan | MVanN


@dataclass(frozen=True, slots=True)
class Clausule:
    """The best of the alternatives counts."""

    alternatieven: tuple[Alternatief, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    clausules: tuple[Clausule, ...]
    minimum: int
    trede: int

    def __post_init__(self) -> None:
        if not 1 <= self.minimum <= len(self.clausules):
            raise ValueError(f"minimum {self.minimum} bij {len(self.clausules)} clausules")
