"""Opening hours in words."""

from __future__ import annotations

from datetime import datetime

import pytest

from kennisbank.openingstijden import Opening
from kennisbank.website.uren import Uren, uren_van

MAANDAG, ZATERDAG = "2026-11-23", "2026-11-28"


def op(dag: str, van: str, tot: str, wijze: str = "bereikbaar") -> Opening:
    return Opening(dag, None, van, tot, wijze)


def anders(datum: str, van: str | None = None, tot: str | None = None, wijze: str = "bereikbaar") -> Opening:
    return Opening(None, datum, van, tot, wijze)


def om(tijden: tuple[Opening, ...], moment: str) -> Uren:
    return uren_van(tijden, datetime.fromisoformat(moment))


WEEK = tuple(op(dag, "08:30", "17:00") for dag in ("ma", "di", "wo", "do", "vr"))
HUIS = (op("ma", "09:00", "12:00", "inloop"), op("ma", "13:00", "16:30", "afspraak"))


@pytest.mark.parametrize(
    ("moment", "stand", "is_open"),
    [
        (f"{MAANDAG}T08:29", "Nu niet bereikbaar, vandaag weer vanaf 8.30 uur", False),
        (f"{MAANDAG}T08:30", "Bereikbaar tot 17.00 uur", True),
        (f"{MAANDAG}T16:59:59", "Bereikbaar tot 17.00 uur", True),
        (f"{MAANDAG}T17:00", "Nu niet bereikbaar, morgen weer vanaf 8.30 uur", False),
        (f"{ZATERDAG}T12:00", "Nu niet bereikbaar, maandag 30 november weer vanaf 8.30 uur", False),
    ],
)
def test_bereikbaar_of_wanneer_weer(moment: str, stand: str, is_open: bool) -> None:
    uren = om(WEEK, moment)
    assert (uren.stand, uren.open) == (stand, is_open)


@pytest.mark.parametrize(
    ("moment", "stand"),
    [
        (f"{MAANDAG}T10:00", "Open zonder afspraak tot 12.00 uur"),
        (f"{MAANDAG}T12:30", "Nu gesloten, vandaag open op afspraak vanaf 13.00 uur"),
        (f"{MAANDAG}T14:00", "Open op afspraak tot 16.30 uur"),
        (f"{MAANDAG}T20:00", "Nu gesloten, maandag 30 november open vanaf 9.00 uur"),
    ],
)
def test_met_en_zonder_afspraak(moment: str, stand: str) -> None:
    assert om(HUIS, moment).stand == stand


def test_een_uitzondering_vervangt_de_hele_dag() -> None:
    uren = om((*WEEK, anders(MAANDAG, "10:00", "11:00")), f"{MAANDAG}T14:00")
    assert uren.stand == "Nu niet bereikbaar, morgen weer vanaf 8.30 uur"


def test_een_uitzondering_zonder_tijden_sluit_de_dag() -> None:
    uren = om((*WEEK, anders(MAANDAG)), f"{MAANDAG}T09:00")
    assert not uren.open
    assert uren.anders[0].naam == "maandag 23 november"
    assert uren.anders[0].tijden == ()


def test_alleen_uitzonderingen_van_de_komende_weken() -> None:
    rijen = (anders("2026-11-22"), anders("2027-01-04"), anders("2027-01-05"))
    assert [dag.naam for dag in om((*WEEK, *rijen), f"{MAANDAG}T09:00").anders] == ["maandag 4 januari"]


def test_de_week_met_vandaag_en_gesloten_dagen() -> None:
    week = om(HUIS, f"{MAANDAG}T09:00").week
    assert week[0].naam == "maandag"
    assert week[0].tijden == (("9.00 – 12.00 uur", "zonder afspraak"), ("13.00 – 16.30 uur", "op afspraak"))
    assert [dag.vandaag for dag in week] == [True] + [False] * 6
    assert week[6].tijden == ()


def test_dag_en_nacht() -> None:
    uren = om((op("ma", "00:00", "23:59"),), f"{MAANDAG}T23:59")
    assert uren.stand == "Dag en nacht bereikbaar"
    assert uren.week[0].tijden == (("dag en nacht", ""),)


def test_zonder_tijden_geen_woord() -> None:
    assert om((), f"{MAANDAG}T09:00") == Uren()


def test_wie_twee_weken_dicht_is_zegt_alleen_dat() -> None:
    assert om((anders("2027-03-01", "09:00", "10:00"),), f"{MAANDAG}T09:00").stand == "Nu gesloten"
