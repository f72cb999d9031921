"""Figures from the counters: the share answered at first contact, and what is asked more than usual. Pure.

Answered at first contact: `beantwoord` as a share of everything that was counted. The sector aims at 80 %.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

BEANTWOORD = "beantwoord"
DOEL = 0.8
WEKEN = 12
VERGELIJK_WEKEN = 4
MINSTENS = 5
"""Fewer within an hour is chance, and could point at one call."""
GENOEG = 20
"""Fewer in a week says nothing about a share."""


@dataclass(frozen=True, slots=True)
class Telling:
    """`uur` is the local time at which the hour began; `sleutel` is empty where no answer was open."""

    sleutel: str
    uur: datetime
    uitkomst: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on this Monday."""

    maandag: date
    beantwoord: int
    totaal: int

    @property
    def aandeel(self) -> float | None:
        return self.beantwoord / self.totaal if self.totaal else None


@dataclass(frozen=True, slots=True)
class Uur:
    """One hour of today."""

    uur: int
    beantwoord: int
    totaal: int


@dataclass(frozen=True, slots=True)
class Topvraag:
    """`gewoon`: the mean of the same hour of the four weeks before."""

    sleutel: str
    aantal: int
    gewoon: float

    @property
    def meer(self) -> float:
        return self.aantal - self.gewoon


def weken(tellingen: Iterable[Telling], vandaag: date) -> tuple[Week, ...]:
    """The last twelve weeks, this one included, the oldest first."""
    deze = vandaag - timedelta(days=vandaag.weekday())
    goed, alles = Counter[date](), Counter[date]()
    for telling in tellingen:
        dag = telling.uur.date()
        maandag = dag - timedelta(days=dag.weekday())
        alles[maandag] += telling.aantal
        goed[maandag] += telling.aantal if telling.uitkomst == BEANTWOORD else 0
    reeks = (deze - timedelta(weeks=terug) for terug in range(WEKEN - 1, -1, -1))
    return tuple(Week(maandag, goed[maandag], alles[maandag]) for maandag in reeks)


def uren(tellingen: Iterable[Telling], vandaag: date) -> tuple[Uur, ...]:
    """The hours of today from the first to the last in which anything was counted."""
    goed, alles = Counter[int](), Counter[int]()
    for telling in tellingen:
        if telling.uur.date() == vandaag:
            alles[telling.uur.hour] += telling.aantal
            goed[telling.uur.hour] += telling.aantal if telling.uitkomst == BEANTWOORD else 0
    bezig = [uur for uur, aantal in alles.items() if aantal]
    return (
        tuple(Uur(uur, goed[uur], alles[uur]) for uur in range(min(bezig), max(bezig) + 1)) if bezig else ()
    )


def per_uitkomst(tellingen: Iterable[Telling], vanaf: date) -> dict[str, int]:
    """How often each outcome was counted since that day."""
    som = Counter[str]()
    for telling in tellingen:
        if telling.uur.date() >= vanaf:
            som[telling.uitkomst] += telling.aantal
    return dict(som)


def topvragen(tellingen: Iterable[Telling], nu: datetime, meeste: int = 8) -> tuple[Topvraag, ...]:
    """What is asked in this hour, above a minimum, and how often in the same hour of the same day before.

    First what is furthest above usual. `nu` is a local time.
    """
    uur = nu.replace(minute=0, second=0, microsecond=0, tzinfo=None)
    eerder = {uur - timedelta(weeks=terug) for terug in range(1, VERGELIJK_WEKEN + 1)}
    deze, toen = Counter[str](), Counter[str]()
    for telling in tellingen:
        moment = telling.uur.replace(tzinfo=None)
        if not telling.sleutel:
            continue
        if moment == uur:
            deze[telling.sleutel] += telling.aantal
        elif moment in eerder:
            toen[telling.sleutel] += telling.aantal
    gevonden = [
        Topvraag(sleutel, aantal, toen[sleutel] / VERGELIJK_WEKEN)
        for sleutel, aantal in deze.items()
        if aantal >= MINSTENS
    ]
    return tuple(sorted(gevonden, key=lambda lid: (-lid.meer, lid.sleutel))[:meeste])


def laatste_met_genoeg(reeks: Sequence[Week]) -> Week | None:
    """The newest week with enough in it to speak of a share."""
    return next((week for week in reversed(reeks) if week.totaal >= GENOEG), None)
