"""Everyday words and the words of government, for every installation: the language list beside the editors' own.

Data (`data/taal.txt`), read once; what a row does to a question is for `synoniemen.py`. The editors' rows come from
the CMS and hold for one region; these hold for Dutch.
"""

from __future__ import annotations

from functools import cache

from search.analyse.bronnen import TAAL, regels
from search.synoniemen import Synoniem


@cache
def taallijst() -> tuple[Synoniem, ...]:
    return tuple(map(_rij, regels(TAAL)))


def _rij(regel: str) -> Synoniem:
    eerste, pijl, rest = regel.partition(">")
    if pijl:
        return Synoniem((eerste.strip(), *(woord.strip() for woord in rest.split(","))), "heen")
    return Synoniem(tuple(woord.strip() for woord in regel.split("=")))
