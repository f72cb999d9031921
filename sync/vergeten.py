"""What the editors' room keeps for a time, forgotten by the process of the loop: rooms further down cannot reach it."""

from __future__ import annotations

from datetime import datetime

from redactie.berichten.sturen import vergeet_berichten
from redactie.feitencheck.vergeten import vergeet_feitenchecks


def vergeet_van_redactie(nu: datetime) -> None:
    vergeet_feitenchecks(nu)
    vergeet_berichten(nu)
