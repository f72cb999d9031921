"""Open until, or open again from: around the clock, over weekends, holidays and the change to summer time."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kennisbank.balie.bereikbaar import Bereikbaar, bereikbaar

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def tijd(dag: str | None, van: str | None, tot: str | None, datum: str | None = None) -> dict[str, Any]:
    return {"dag": dag, "datum": datum, "van": van, "tot": tot, "wijze": "bereikbaar"}


WERKWEEK = [
    *(tijd(dag, "09:00", "12:00") for dag in ("ma", "di", "wo", "do", "vr")),
    *(tijd(dag, "13:00", "17:00") for dag in ("ma", "di", "wo", "do")),
    tijd(None, None, None, "2026-12-25"),
    tijd(None, "10:00", "11:00", "2026-11-24"),
]


def op(moment: str) -> Bereikbaar | None:
    return bereikbaar(WERKWEEK, datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM))


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        ("2026-11-23T09:00", "open tot 12.00 uur"),
        ("2026-11-23T11:59", "open tot 12.00 uur"),
        ("2026-11-23T16:59", "open tot 17.00 uur"),
        ("2026-11-24T10:30", "open tot 11.00 uur"),
    ],
)
def test_open_tot(moment: str, tekst: str) -> None:
    assert op(moment) == Bereikbaar(True, tekst)


@pytest.mark.parametrize(
    ("moment", "tekst"),
    [
        ("2026-11-23T08:59", "nu gesloten, open vandaag vanaf 9.00 uur"),
        ("2026-11-23T12:00", "nu gesloten, open vandaag vanaf 13.00 uur"),
        ("2026-11-23T17:00", "nu gesloten, open morgen vanaf 10.00 uur"),
        ("2026-11-24T11:00", "nu gesloten, open morgen vanaf 9.00 uur"),
        ("2026-11-27T12:00", "nu gesloten, open maandag vanaf 9.00 uur"),
        ("2026-12-25T10:00", "nu gesloten, open maandag vanaf 9.00 uur"),
        ("2027-03-28T03:30", "nu gesloten, open morgen vanaf 9.00 uur"),
    ],
)
def test_weer_open_vanaf(moment: str, tekst: str) -> None:
    assert op(moment) == Bereikbaar(False, tekst)


def test_aansluitende_tijden_zijn_een() -> None:
    uren = [tijd("ma", "09:00", "12:00"), tijd("ma", "12:00", "17:00"), tijd("ma", "16:00", "16:30")]
    assert bereikbaar(uren, datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)) == Bereikbaar(
        True, "open tot 17.00 uur"
    )


@pytest.mark.parametrize("klok", ["00:00", "12:00", "23:59"])
def test_dag_en_nacht_gaat_niet_dicht(klok: str) -> None:
    nu = datetime.fromisoformat(f"2026-11-23T{klok}").replace(tzinfo=AMSTERDAM)
    assert bereikbaar([tijd("ma", "00:00", "23:59")], nu) == Bereikbaar(True, "dag en nacht open")


def test_verder_weg_dan_een_week_met_datum() -> None:
    uren = [tijd(None, "09:00", "12:00", "2026-12-01")]
    gesloten = bereikbaar(uren, datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM))
    assert gesloten == Bereikbaar(False, "nu gesloten, open dinsdag 1 december vanaf 9.00 uur")


def test_nooit_meer_open_en_geen_uren_bekend() -> None:
    nu = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)
    assert bereikbaar([tijd(None, None, None, "2026-12-25")], nu) == Bereikbaar(False, "nu gesloten")
    assert bereikbaar([], nu) is None
