"""Words that say nothing about which product is meant.

Two lists: words that are never indexed, and words that only a question holds ("ik wil graag"), which do stand in the
index and are dropped from a query as long as something else is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from search.analyse.bronnen import STOPWOORDEN, onderdelen


@cache
def _lijst(onderdeel: str) -> frozenset[str]:
    return frozenset(woord for regel in onderdelen(STOPWOORDEN)[onderdeel] for woord in regel.split())


def is_stopwoord(woord: str) -> bool:
    """Not worth indexing; `woord` is folded."""
    return woord in _lijst("altijd")


def is_vraagwoord(woord: str) -> bool:
    """Says nothing in a query."""
    return is_stopwoord(woord) or woord in _lijst("vraag")


def vraagwoorden() -> frozenset[str]:
    """All words that say nothing in a query, folded."""
    return _lijst("altijd") | _lijst("vraag")


def inhoud(woorden: Sequence[str]) -> list[int]:
    """Places of the words of a query that say something; of all words when none does."""
    return [plek for plek, woord in enumerate(woorden) if not is_vraagwoord(woord)] or list(
        range(len(woorden))
    )
