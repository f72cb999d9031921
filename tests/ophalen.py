"""Asking a server of a test for something over HTTP, again and again.

`httpx.get` reads all certificates of the machine for each question: fifteen times the work of asking one of our own
pages, and a test that waits for something asks twenty times a second.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import httpx


def haal(adres: str, **opties: Any) -> httpx.Response:
    """As `httpx.get`: on a connection of its own, and nothing is remembered of earlier answers."""
    return httpx.Client(transport=_vervoer()).get(adres, **opties)


@cache
def _vervoer() -> httpx.HTTPTransport:
    return httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))
