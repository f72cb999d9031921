"""When an answer on a flag is due: working hours, weekends, nights and days that the owner is closed."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kennisbank.melden.termijn import BEDRAG, OVERIG, uiterlijk, vrije_dagen

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def om(dag: int, uur: int, minuut: int = 0, maand: int = 11) -> datetime:
    """A moment in 2026; the 23rd of November is a Monday."""
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("gemeld", "verwacht"),
    [
        (om(23, 10, 15), om(23, 12, 15)),
        (om(23, 15), om(23, 17)),
        (om(23, 16, 30), om(24, 10, 30)),  # half an hour today, an hour and a half tomorrow
        (om(23, 7), om(23, 11)),
        (om(23, 20), om(24, 11)),
        (om(27, 16), om(30, 10)),  # over the weekend
        (om(22, 14), om(23, 11)),  # flagged on a Sunday
    ],
)
def test_een_verkeerd_bedrag_moet_binnen_twee_werkuren(gemeld: datetime, verwacht: datetime) -> None:
    assert uiterlijk(gemeld, BEDRAG) == verwacht


@pytest.mark.parametrize(
    ("gemeld", "verwacht"),
    [
        (om(23, 10), om(25, 10)),
        (om(26, 16), om(30, 16)),  # Thursday to Monday
        (om(28, 12), om(1, 17, maand=12)),  # flagged on a Saturday: all of Monday and Tuesday
    ],
)
def test_al_het_andere_moet_binnen_twee_werkdagen(gemeld: datetime, verwacht: datetime) -> None:
    assert uiterlijk(gemeld, OVERIG) == verwacht


def test_een_dag_waarop_de_eigenaar_dicht_is_telt_niet_mee() -> None:
    kerst = [date(2026, 12, 25)]
    assert uiterlijk(om(24, 16, maand=12), BEDRAG, kerst) == om(28, 10, maand=12)
    assert uiterlijk(om(24, 10, maand=12), OVERIG, kerst) == om(29, 10, maand=12)


def test_het_verzetten_van_de_klok_verandert_de_werkuren_niet() -> None:
    vrijdag = datetime(2026, 10, 23, 16, 30, tzinfo=AMSTERDAM)
    maandag = datetime(2026, 10, 26, 10, 30, tzinfo=AMSTERDAM)
    assert uiterlijk(vrijdag, BEDRAG) == maandag


def test_dicht_is_wat_een_openingstijd_als_gesloten_datum_heeft_en_nergens_open() -> None:
    def uur(datum: str | None, van: str | None) -> dict[str, str | None]:
        return {"dag": None if datum else "ma", "datum": datum, "van": van, "tot": van and "17:00"}

    gemeente = {
        "contactpunten": [{"openingstijden": [uur(None, "09:00"), uur("2026-12-25", None)]}],
        "locaties": [
            {"openingstijden": [uur("2026-12-25", None), uur("2026-12-24", None)]},
            {"openingstijden": [uur("2026-12-24", "09:00")]},
        ],
    }
    assert vrije_dagen(gemeente) == {date(2026, 12, 25)}
    assert vrije_dagen(None) == frozenset()
