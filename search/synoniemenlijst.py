"""Which words stand for which in one bereik: the editors' synonyms and the language list, ready for a question.

The one place where the two come together; what a row does to a question is for `synoniemen.py`.
"""

from __future__ import annotations

from functools import lru_cache

from redactie.synoniemen import SynoniemBron, synoniemen_voor
from search.synoniemen import Synoniem, Synoniemenlijst
from search.taallijst import taallijst


def synoniemenlijst(bereik: str) -> Synoniemenlijst:
    """What holds in this bereik, now: the rows are read each time. 1 query."""
    return _lijst(synoniemen_voor(bereik))


@lru_cache(maxsize=512)
def _lijst(rijen: tuple[SynoniemBron, ...]) -> Synoniemenlijst:
    """Kept as long as the rows stay the same: making the list costs more than reading the rows."""
    eigen = (Synoniem(rij.woorden, rij.richting.value, rij.gemeente) for rij in rijen)
    return Synoniemenlijst((*eigen, *taallijst()))
