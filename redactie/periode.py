"""Periods and moments: what holds when.

Everywhere in Antwoord `tot` is the last day that something holds and `van` / `vanaf` the first, from 00:00 in
Amsterdam. A moment is an aware datetime; periods turned into moments are half-open. Pure: the caller passes `op`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def dag_van(op: datetime) -> date:
    """The Amsterdam calendar day of a moment."""
    if op.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return op.astimezone(AMSTERDAM).date()


def begin_van(dag: date) -> datetime:
    """00:00 Amsterdam time on that day."""
    return datetime(dag.year, dag.month, dag.day, tzinfo=AMSTERDAM)


@dataclass(frozen=True, slots=True)
class Periode:
    """Days from `van` up to and including `tot`; None is open."""

    van: date | None = None
    tot: date | None = None

    def geldt_op(self, op: datetime) -> bool:
        if self.van is None and self.tot is None:
            return True
        dag = dag_van(op)
        return (self.van is None or self.van <= dag) and (self.tot is None or dag <= self.tot)

    def overlapt(self, ander: Periode) -> bool:
        return (self.van is None or ander.tot is None or self.van <= ander.tot) and (
            ander.van is None or self.tot is None or ander.van <= self.tot
        )

    def grenzen(self) -> tuple[datetime, ...]:
        """The moments at which this period begins and has ended."""
        momenten = []
        if self.van is not None:
            momenten.append(begin_van(self.van))
        if self.tot is not None:
            momenten.append(begin_van(self.tot + timedelta(days=1)))
        return tuple(momenten)


ALTIJD = Periode()
"""Without a beginning and without an end."""


def eerstvolgende_grens(perioden: Iterable[Periode], op: datetime) -> datetime | None:
    """The first moment after `op` at which one of the periods begins or ends, or None."""
    later = [moment for periode in perioden for moment in periode.grenzen() if moment > op]
    return min(later, default=None)
