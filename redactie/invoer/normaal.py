"""One way to write a text and a moment, so that the same content compares equal from a file and from the database."""

from __future__ import annotations

from datetime import datetime

from redactie.periode import AMSTERDAM


def tekst(waarde: str) -> str:
    """Forms send `\\r\\n`; files hold `\\n` and no white space around a text."""
    return waarde.replace("\r\n", "\n").replace("\r", "\n").strip()


def moment(waarde: datetime) -> datetime:
    """In Amsterdam time and whole minutes, as the format writes it."""
    return waarde.astimezone(AMSTERDAM).replace(second=0, microsecond=0)
