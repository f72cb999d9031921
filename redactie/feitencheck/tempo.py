"""How often one link may be opened and answered. In the memory of each web process: a brake, not a count.

Per link and not per internet address: a whole organisation often shares one, and a made-up link costs no query.
"""

from __future__ import annotations

from django.core.cache import cache

VENSTER = 600
"""Seconds."""
LEZEN = 200
ANTWOORDEN = 30


def te_vaak(kenmerk: str, *, schrijft: bool) -> bool:
    """Count this visit; whether it is one too many."""
    sleutel = f"feitencheck:{'a' if schrijft else 'l'}:{kenmerk}"
    cache.add(sleutel, 0, VENSTER)
    try:
        keer = cache.incr(sleutel)
    except ValueError:  # it ran out in between
        keer = 1
    return keer > (ANTWOORDEN if schrijft else LEZEN)
