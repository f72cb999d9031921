"""A sentence about one thing, or about a number of things. Pure."""

from __future__ import annotations


def geteld(aantal: int, een: str, meer: str) -> str:
    """`een` as it stands, or `meer` with the number in the place of its `{}`."""
    return een if aantal == 1 else meer.format(aantal)
