"""One way to write a text and a moment, so that the same content compares equal from a file and from the database."""

from __future__ import annotations

import re
from datetime import datetime

from redactie.periode import AMSTERDAM

# What a text in the CMS may hold as a line end, and a file may not.
REGELEINDE = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85]")


def tekst(waarde: str) -> str:
    """Forms send `\\r\\n`; files hold `\\n` and no white space around a text."""
    return REGELEINDE.sub("\n", waarde).strip()


def moment(waarde: datetime) -> datetime:
    """In Amsterdam time and whole minutes, as the format writes it."""
    return waarde.astimezone(AMSTERDAM).replace(second=0, microsecond=0)
