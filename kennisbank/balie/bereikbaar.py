"""Whether a contact point can be reached now, and until or from when, in words an agent can say.

No clock: hours as the gemeente document holds them, and a moment in Amsterdam. An exception on a date replaces that
whole day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.formats import date_format

from redactie.keuzes import Dag

DAGEN = tuple(Dag)
VOORUIT = 14
Json = Mapping[str, Any]
Tijdvak = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Bereikbaar:
    nu: bool
    tekst: str


def bereikbaar(openingstijden: Sequence[Json], nu: datetime) -> Bereikbaar | None:
    """Open until, or open again from; None when no hours are known."""
    if not openingstijden:
        return None
    klok = nu.time().replace(tzinfo=None)
    for van, tot in _tijdvakken(openingstijden, nu.date()):
        if van <= klok < tot:
            return Bereikbaar(True, f"open tot {_uur(tot)}")
    return Bereikbaar(False, _gesloten(openingstijden, nu.date(), klok))


def _gesloten(openingstijden: Sequence[Json], vandaag: date, klok: time) -> str:
    for dagen in range(VOORUIT):
        dag = vandaag + timedelta(days=dagen)
        for van, _ in _tijdvakken(openingstijden, dag):
            if dagen or van > klok:
                return f"nu gesloten, open {_wanneer(dag, dagen)} vanaf {_uur(van)}"
    return "nu gesloten"


def _tijdvakken(openingstijden: Sequence[Json], dag: date) -> list[Tijdvak]:
    """The spans of one day, in order; those that touch are one."""
    op_datum = [lid for lid in openingstijden if lid["datum"] == dag.isoformat()]
    van_die_dag = op_datum or [lid for lid in openingstijden if lid["dag"] == DAGEN[dag.weekday()].value]
    vakken = sorted(
        (time.fromisoformat(lid["van"]), time.fromisoformat(lid["tot"]))
        for lid in van_die_dag
        if lid["van"] and lid["tot"]
    )
    samen: list[Tijdvak] = []
    for van, tot in vakken:
        if samen and van <= samen[-1][1]:
            samen[-1] = (samen[-1][0], max(tot, samen[-1][1]))
        else:
            samen.append((van, tot))
    return samen


def _wanneer(dag: date, dagen: int) -> str:
    if dagen < 2:
        return ("vandaag", "morgen")[dagen]
    return date_format(dag, "l" if dagen < 7 else "l j F")


def _uur(tijd: time) -> str:
    return f"{tijd.hour}.{tijd.minute:02} uur"
