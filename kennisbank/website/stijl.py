"""Which style sheets with tokens there are: one per municipality in static/kennisbank/website/thema/, and a default."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

MAP = Path(__file__).resolve().parent.parent / "static" / "kennisbank" / "website" / "thema"
STANDAARD = "standaard"


@lru_cache(maxsize=1)
def stijlen() -> frozenset[str]:
    return frozenset(pad.stem for pad in MAP.glob("*.css"))


def stijl_van(naam: str) -> str:
    """The name itself when there is such a style sheet, else the default."""
    return naam if naam in stijlen() else STANDAARD
