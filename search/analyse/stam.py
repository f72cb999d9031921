"""Stem a folded word: Snowball 3 (Kraaij-Pohlmann) behind lists of our own for what it leaves apart.

First the map by hand (`data/stammen.txt`), then strong verbs (`werkwoord.py`), then weak forms and plurals counted
from the word list (`data/vormen.txt`), then the stemmer. A stem is a key, not a word: never shown to anyone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from threading import local

import Stemmer

from search.analyse.bronnen import STAMMEN, VORMEN, regels
from search.analyse.werkwoord import SCHEIDBAAR, sterke_stam

_eigen = local()


@cache
def _uitzonderingen() -> dict[str, str]:
    gevonden: dict[str, str] = {}
    for regel in regels(STAMMEN):
        doel, _, vormen = regel.partition(":")
        for vorm in vormen.split():
            gevonden[vorm] = doel.strip()
    return gevonden


@cache
def _vormen() -> dict[str, str]:
    gevonden: dict[str, str] = {}
    for regel in regels(VORMEN):
        vorm, stam_ = regel.split()
        gevonden[vorm] = stam_
    return gevonden


def _stemmer() -> Stemmer.Stemmer:
    # A Stemmer object keeps state while it works, so each thread has its own.
    if not hasattr(_eigen, "stemmer"):
        _eigen.stemmer = Stemmer.Stemmer("dutch")
    gevonden: Stemmer.Stemmer = _eigen.stemmer
    return gevonden


@lru_cache(maxsize=200_000)
def stam(woord: str) -> str:
    """The stem of a folded word."""
    eigen = _uitzonderingen().get(woord)
    if eigen is not None:
        return eigen
    return sterke_stam(woord) or _vormen().get(woord) or _deelwoord(woord) or snowball(woord)


def _deelwoord(woord: str) -> str | None:
    """Weak participles with a particle, of which no list holds them all: weg + gegooid is of weggooien."""
    if woord.endswith(("d", "t", "de", "te")):
        for voor in SCHEIDBAAR:
            rest = woord.removeprefix(voor)
            if rest != woord and rest.startswith("ge") and not (stam_ := stam(rest)).startswith("ge"):
                return voor + stam_
    return None


def snowball(woord: str) -> str:
    return str(_stemmer().stemWord(woord)) or woord
