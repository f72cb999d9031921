"""When links are looked for and asked, in the process of the loop (`sync/nevenwerk.py`)."""

from __future__ import annotations

from sync.links.controleren import controleer
from sync.links.inventaris import werk_bij
from sync.nevenwerk import elke

ZOEKEN = 300.0
"""Seconds. So long a link that was mended may still stand in the list."""
VRAGEN = 5.0


def registreer() -> None:
    elke(ZOEKEN, "links zoeken", werk_bij)
    elke(VRAGEN, "links nakijken", controleer)
