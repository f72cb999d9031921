"""Holidays as the law names them, and what is odd about opening hours."""

from __future__ import annotations

from datetime import date, time

import pytest

from redactie.feestdagen import feestdagen, feestdagen_tussen, paaszondag
from redactie.urencontrole import Uur, bezwaren, in_woorden, onbeslist

VANDAAG = date(2026, 11, 23)


def uur(wanneer: str | date, van: int | None = 9, tot: int | None = 17, wijze: str = "inloop") -> Uur:
    dag, datum = (wanneer, None) if isinstance(wanneer, str) else ("", wanneer)
    return Uur(
        dag, datum, time(van) if van is not None else None, time(tot) if tot is not None else None, wijze
    )


@pytest.mark.parametrize(
    ("jaar", "pasen"),
    # From the almanac of the Royal Netherlands Meteorological Institute and of the Vatican.
    [
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_pasen(jaar: int, pasen: date) -> None:
    assert paaszondag(jaar) == pasen


def test_de_feestdagen_van_2027() -> None:
    assert [(lid.datum.isoformat(), lid.naam) for lid in feestdagen(2027)] == [
        ("2027-01-01", "Nieuwjaarsdag"),
        ("2027-03-26", "Goede Vrijdag"),
        ("2027-03-28", "Eerste Paasdag"),
        ("2027-03-29", "Tweede Paasdag"),
        ("2027-04-27", "Koningsdag"),
        ("2027-05-05", "Bevrijdingsdag"),
        ("2027-05-06", "Hemelvaartsdag"),
        ("2027-05-16", "Eerste Pinksterdag"),
        ("2027-05-17", "Tweede Pinksterdag"),
        ("2027-12-25", "Eerste Kerstdag"),
        ("2027-12-26", "Tweede Kerstdag"),
    ]


def test_koningsdag_op_zondag_is_een_dag_eerder() -> None:
    assert date(2025, 4, 26) in {lid.datum for lid in feestdagen(2025)}


def test_over_de_jaargrens() -> None:
    namen = [lid.naam for lid in feestdagen_tussen(date(2026, 12, 25), date(2027, 1, 1))]
    assert namen == ["Eerste Kerstdag", "Tweede Kerstdag", "Nieuwjaarsdag"]


def test_overlap_op_een_dag_van_de_week() -> None:
    koningsdag = uur(date(2027, 4, 27), None, None)
    assert bezwaren([koningsdag, uur("di", 9, 13), uur("di", 12, 17)], VANDAAG) == [
        "Dinsdag: 09.00 tot 13.00 uur en 12.00 tot 17.00 uur overlappen."
    ]
    assert bezwaren([koningsdag, uur("di", 9, 12), uur("di", 12, 17)], VANDAAG) == []
    assert bezwaren([koningsdag, uur("di", 9, 17), uur("di", 9, 17, "afspraak")], VANDAAG) == []


def test_een_datum_twee_keer() -> None:
    dag = date(2026, 12, 24)
    assert bezwaren([uur(dag, 9, 12), uur(dag, None, None)], VANDAAG) == [
        "Donderdag 24 december 2026 staat er twee keer: open en gesloten."
    ]
    assert bezwaren([uur(dag, None, None), uur(dag, None, None)], VANDAAG) == [
        "Donderdag 24 december 2026 staat er twee keer: gesloten."
    ]
    assert bezwaren([uur(date(2026, 1, 1)), uur(date(2026, 1, 1))], VANDAAG) == [], "past"


def test_een_feestdag_zonder_besluit() -> None:
    vrijdag = [uur("vr")]
    assert [lid.naam for lid in onbeslist(vrijdag, VANDAAG)] == [
        "Eerste Kerstdag",
        "Nieuwjaarsdag",
        "Goede Vrijdag",
    ]
    beslist = [*vrijdag, uur(date(2026, 12, 25), None, None), uur(date(2027, 1, 1), 10, 12)]
    assert bezwaren(beslist, VANDAAG) == [
        "Op Goede Vrijdag (vrijdag 26 maart 2027) staan de gewone openingstijden. Is het dan open of gesloten?"
    ]


def test_zonder_uren_op_die_dag_hoeft_er_niets() -> None:
    assert onbeslist([uur("zo", None, None)], VANDAAG) == []
    assert onbeslist([], VANDAAG) == []


def test_in_woorden() -> None:
    assert in_woorden(date(2027, 4, 27)) == "dinsdag 27 april 2027"
