"""A slip for one answer that is on a screen: what will be counted, and that it is counted once.

Signed, so that it says itself what it is about: nothing is kept of an answer that nobody counts. It names no person and
no session, and holds for a day.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

ZOUT = "antwoord.uitkomst"
GELDIG = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Bon:
    """`sleutel` is empty where no answer was open."""

    nummer: str
    bereik: str
    sleutel: str


def schrijf(bereik: str, sleutel: str) -> str:
    """A new slip, as it stands on the page."""
    return signing.dumps([secrets.token_hex(16), bereik, sleutel], salt=ZOUT)


def lees(tekst: str) -> Bon | None:
    """None when it is not ours, or too old."""
    try:
        return Bon(*signing.loads(tekst, salt=ZOUT, max_age=GELDIG))
    except signing.BadSignature:
        return None
