"""The fields of the index: the single list, from which both engines make their schema.

A Groep gathers the product fields that weigh the same. Each group has its whole words and its words with compounds
taken apart; four more fields hold words as written, for prefixes and for correction, and one whole names. Internal
words have fields of their own, which a public scope never names.
"""

from __future__ import annotations

from enum import StrEnum

from redactie.veld import INTERNE_VELDEN, Veld
from search.bereik import Scope


class Groep(StrEnum):
    """Product fields that weigh the same; `.woorden` and `.delen` are their index fields."""

    TITEL = "titel"
    TREFWOORDEN = "trefwoorden"
    SAMENVATTING = "samenvatting"
    TEKST = "tekst"
    REST = "rest"
    INTERN = "intern"

    @property
    def woorden(self) -> str:
        return str(self.value)

    @property
    def delen(self) -> str:
        return f"{self.value}_delen"


TITEL_VORMEN = "titel_vormen"
TREFWOORDEN_VORMEN = "trefwoorden_vormen"
VORMEN = "vormen"
INTERN_VORMEN = "intern_vormen"
PRECIES = "precies"
"""Names that say exactly which product is meant: its key, its title, its UPNs."""

PER_GROEP: tuple[str, ...] = tuple(naam for groep in Groep for naam in (groep.woorden, groep.delen))
MET_VORMEN: tuple[str, ...] = (TITEL_VORMEN, TREFWOORDEN_VORMEN, VORMEN, INTERN_VORMEN, PRECIES)
WOORDVELDEN: tuple[str, ...] = PER_GROEP + MET_VORMEN
INTERNE_WOORDVELDEN: tuple[str, ...] = (Groep.INTERN.woorden, Groep.INTERN.delen, INTERN_VORMEN)

_REST = frozenset({Veld.GEEN_REACTIE, Veld.BEZWAAR, Veld.MEER_INFORMATIE, Veld.CONTACT})


def groep_van(veld: Veld) -> Groep:
    """Where the words of a product field go."""
    if veld in INTERNE_VELDEN:
        return Groep.INTERN
    if veld is Veld.TITEL:
        return Groep.TITEL
    if veld is Veld.SAMENVATTING:
        return Groep.SAMENVATTING
    return Groep.REST if veld in _REST else Groep.TEKST


def groepen(scope: Scope) -> tuple[Groep, ...]:
    return tuple(groep for groep in Groep if scope.intern or groep is not Groep.INTERN)


def vormvelden(scope: Scope) -> tuple[str, ...]:
    """The fields whose words make up the vocabulary of a scope."""
    return (VORMEN, INTERN_VORMEN) if scope.intern else (VORMEN,)
