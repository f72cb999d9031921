"""Days and times in words."""

from __future__ import annotations

from datetime import date

import pytest

from redactie.datums import dag_en_datum, datum_kort, datum_met_jaar, tijd, weekdag
from redactie.keuzes import Dag


def test_een_dag_met_zijn_datum() -> None:
    assert weekdag(date(2026, 12, 24)) is Dag.DO
    assert dag_en_datum(date(2026, 12, 24)) == "donderdag 24 december"


def test_een_datum_met_het_jaar() -> None:
    assert datum_met_jaar(date(2026, 10, 3)) == "3 oktober 2026"


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [(date(2026, 12, 24), "24 dec"), (date(2027, 3, 1), "1 mrt"), (date(2027, 5, 5), "5 mei")],
)
def test_een_korte_datum(dag: date, woorden: str) -> None:
    assert datum_kort(dag) == woorden


@pytest.mark.parametrize(("uur", "woorden"), [("09:00", "9.00"), ("13:30", "13.30")])
def test_een_tijd(uur: str, woorden: str) -> None:
    assert tijd(uur) == woorden
