"""When something must have been looked at: working hours counted on from a moment. Pure, no clock.

Working time is Monday to Friday from 9.00 to 17.00, without the days on which the owner is closed. Those days come from
where opening hours do: a date that a location or contact point of the owner lists as closed, and none as open. So
whoever keeps the opening hours keeps the holidays too.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

Json = Mapping[str, Any]

VAN, TOT = time(9), time(17)
WERKDAG = timedelta(hours=8)
BEDRAG = timedelta(hours=2)
OVERIG = 2 * WERKDAG
VRIJE_WEEKDAGEN = (5, 6)


def vrije_dagen(gemeente: Json | None) -> frozenset[date]:
    """The dates on which a gemeente document says that it is closed, everywhere where it says anything."""
    if gemeente is None:
        return frozenset()
    rijen = [
        uur
        for deel in (*gemeente["contactpunten"], *gemeente["locaties"])
        for uur in deel["openingstijden"]
        if uur["datum"]
    ]
    open_op = {uur["datum"] for uur in rijen if uur["van"]}
    return frozenset(date.fromisoformat(uur["datum"]) for uur in rijen if uur["datum"] not in open_op)


def uiterlijk(begin: datetime, werktijd: timedelta, vrij: Collection[date] = ()) -> datetime:
    """The moment at which `werktijd` of working time has gone by since `begin` (a local time)."""
    moment, over = begin, werktijd
    while True:
        einde = datetime.combine(moment.date(), TOT, moment.tzinfo)
        if is_werkdag(moment.date(), vrij):
            moment = max(moment, datetime.combine(moment.date(), VAN, moment.tzinfo))
            vandaag = max(einde - moment, timedelta())
            if over <= vandaag:
                return moment + over
            over -= vandaag
        moment = datetime.combine(moment.date() + timedelta(days=1), VAN, moment.tzinfo)


def is_werkdag(dag: date, vrij: Collection[date]) -> bool:
    return dag.weekday() not in VRIJE_WEEKDAGEN and dag not in vrij
