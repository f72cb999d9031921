"""Stem a folded word: Snowball 3 (Kraaij-Pohlmann) behind a map of our own for what it leaves apart.

The map wins (`data/stammen.txt`). A stem is a key, not a word: never shown to anyone.
"""

from __future__ import annotations

from functools import cache, lru_cache
from threading import local

import Stemmer

from search.analyse.bronnen import STAMMEN, regels

_eigen = local()


@cache
def _uitzonderingen() -> dict[str, str]:
    gevonden: dict[str, str] = {}
    for regel in regels(STAMMEN):
        doel, _, vormen = regel.partition(":")
        for vorm in vormen.split():
            gevonden[vorm] = doel.strip()
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
    return str(_stemmer().stemWord(woord)) or woord
