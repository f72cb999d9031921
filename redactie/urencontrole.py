"""What is odd about opening hours: spans that overlap, a day that is said twice, a holiday nobody decided about. Pure.

Advice beside a form. Which hours hold on a day is read by `kennisbank/openingstijden.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations

from redactie.datums import dag_naam, datum_met_jaar, weekdag
from redactie.feestdagen import Feestdag, feestdagen_tussen
from redactie.keuzes import Dag

VOORUIT = timedelta(days=183)
"""How far ahead a holiday asks for a decision."""


@dataclass(frozen=True, slots=True)
class Uur:
    """A span on a weekday (`dag`) or on a date; without times closed."""

    dag: str
    datum: date | None
    van: time | None
    tot: time | None
    wijze: str


def bezwaren(uren: Sequence[Uur], vandaag: date) -> list[str]:
    """Dutch sentences, the most pressing first."""
    return [
        *_dubbel(uren, vandaag),
        *(
            f"Op {lid.naam} ({in_woorden(lid.datum)}) staan de gewone openingstijden. Is het dan open of gesloten?"
            for lid in onbeslist(uren, vandaag)
        ),
    ]


def onbeslist(uren: Sequence[Uur], vandaag: date, vooruit: timedelta = VOORUIT) -> list[Feestdag]:
    """Holidays on a weekday with hours, without a line for that date."""
    open_op = {uur.dag for uur in uren if uur.dag and uur.van is not None}
    beslist = {uur.datum for uur in uren if uur.datum is not None}
    return [
        lid
        for lid in feestdagen_tussen(vandaag, vandaag + vooruit)
        if lid.datum not in beslist and weekdag(lid.datum) in open_op
    ]


def in_woorden(datum: date) -> str:
    """`dinsdag 27 april 2027`"""
    return f"{dag_naam(datum)} {datum_met_jaar(datum)}"


def _dubbel(uren: Iterable[Uur], vandaag: date) -> Iterator[str]:
    per: dict[str, list[Uur]] = {}
    for uur in uren:
        if uur.datum is None or uur.datum >= vandaag:
            wanneer = Dag(uur.dag).label if uur.datum is None else in_woorden(uur.datum)
            per.setdefault(wanneer, []).append(uur)
    for wanneer, rijen in per.items():
        if len(rijen) > 1 and any(uur.van is None for uur in rijen):
            meer = all(uur.van is None for uur in rijen)
            yield f"{_hoofdletter(wanneer)} staat er twee keer{': gesloten' if meer else ': open en gesloten'}."
            continue
        for een, ander in combinations(sorted(rijen, key=lambda uur: str(uur.van)), 2):
            if een.wijze == ander.wijze and _overlapt(een, ander):
                yield f"{_hoofdletter(wanneer)}: {_tijd(een)} en {_tijd(ander)} overlappen."


def _overlapt(een: Uur, ander: Uur) -> bool:
    if een.van is None or een.tot is None or ander.van is None or ander.tot is None:
        return False
    return een.van < ander.tot and ander.van < een.tot


def _tijd(uur: Uur) -> str:
    assert uur.van is not None
    assert uur.tot is not None
    return f"{uur.van:%H.%M} tot {uur.tot:%H.%M} uur"


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
