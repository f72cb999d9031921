"""Telephone numbers as they are shown (never broken over two lines) and dialled. Pure."""

from __future__ import annotations

from redactie.linkadres import telefoonlink

VAST = "\N{NO-BREAK SPACE}"


def toon(nummer: str) -> str:
    """`14 078` with a space that does not break."""
    return VAST.join(nummer.split())


def bel(nummer: str) -> str:
    """`tel:14078`, or an empty string for what is no number."""
    return telefoonlink(nummer)
