"""The warning that nothing new comes in, with how long already: above the list, on every desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpResponse
from django.utils import timezone

from redactie.geteld import geteld
from sync.stilstand import stil_sinds, te_lang_geleden

KOP = "X-Balie-Stil"
"""Response header of what a desk asks by itself: `1` when it should warn, else `0`."""


@dataclass(frozen=True, slots=True)
class Stilstand:
    sinds: datetime
    duur: str


def stilstand() -> Stilstand | None:
    """1 query."""
    nu = timezone.now()
    return _sinds(stil_sinds(nu=nu), nu)


def stilstand_bij(hartslag: datetime | None) -> Stilstand | None:
    """For who has read the last sign of life already."""
    nu = timezone.now()
    return _sinds(te_lang_geleden(hartslag, nu), nu)


def _sinds(moment: datetime | None, nu: datetime) -> Stilstand | None:
    return Stilstand(moment, in_woorden(nu - moment)) if moment is not None else None


def meld(antwoord: HttpResponse) -> None:
    antwoord.headers[KOP] = "0" if stil_sinds() is None else "1"


def in_woorden(duur: timedelta) -> str:
    """Whole minutes, hours or days, rounded down: `7 minuten`, `1 uur`, `3 dagen`."""
    minuten = int(duur.total_seconds() // 60)
    if minuten < 60:
        return geteld(minuten, "1 minuut", "{} minuten")
    if minuten < 48 * 60:
        return f"{minuten // 60} uur"
    return f"{minuten // (24 * 60)} dagen"
