"""What a bereik is called, for people."""

from __future__ import annotations

from redactie import wie
from redactie.bronnen import REGIO

DE_REGIO = "de regio"


def namen_van_bereiken() -> dict[str, str]:
    """Every bereik there is now, the region first. 1 query."""
    return {REGIO: DE_REGIO, **dict(wie.namen())}


def naam_van(bereik: str) -> str:
    """1 query at most."""
    return DE_REGIO if bereik == REGIO else dict(wie.namen()).get(bereik, bereik)
