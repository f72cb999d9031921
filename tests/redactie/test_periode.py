"""Periods and moments, also in the nights that the clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from redactie.periode import ALTIJD, AMSTERDAM, Periode, begin_van, dag_van, eerstvolgende_grens
from tests.redactie.bouw import DAGEN, MOMENTEN, perioden


def test_een_dag_begint_om_middernacht_in_amsterdam():
    assert begin_van(date(2026, 7, 1)) == datetime(2026, 6, 30, 22, tzinfo=UTC)
    assert begin_van(date(2027, 1, 1)) == datetime(2026, 12, 31, 23, tzinfo=UTC)


def test_een_moment_zonder_tijdzone_wordt_geweigerd():
    with pytest.raises(ValueError, match="time zone"):
        dag_van(datetime(2026, 1, 1))  # noqa: DTZ001 - a moment without a zone is what this is about


@pytest.mark.parametrize("dag", [date(2026, 3, 29), date(2026, 10, 25)])
def test_de_dag_dat_de_klok_verzet_wordt_hoort_heel_bij_de_periode(dag):
    periode = Periode(dag, dag)
    begin, einde = begin_van(dag), begin_van(dag + timedelta(days=1))
    assert periode.grenzen() == (begin, einde)
    uren = (einde.astimezone(UTC) - begin.astimezone(UTC)) / timedelta(hours=1)
    assert uren == (23 if dag.month == 3 else 25)
    moment = begin.astimezone(UTC)
    while moment < einde:
        assert periode.geldt_op(moment)
        moment += timedelta(minutes=30)
    assert not periode.geldt_op(begin - timedelta(microseconds=1))
    assert not periode.geldt_op(einde)


def test_zonder_grenzen_geldt_een_periode_altijd():
    assert ALTIJD.geldt_op(datetime(1900, 1, 1, tzinfo=AMSTERDAM))
    assert ALTIJD.grenzen() == ()
    assert eerstvolgende_grens([ALTIJD], datetime(2026, 1, 1, tzinfo=AMSTERDAM)) is None


@given(perioden(), perioden(), DAGEN)
def test_twee_perioden_overlappen_als_er_een_dag_in_beide_valt(een, ander, dag):
    op = begin_van(dag)
    if een.geldt_op(op) and ander.geldt_op(op):
        assert een.overlapt(ander)
    assert een.overlapt(ander) == ander.overlapt(een)
    gedeeld = [lid.van for lid in (een, ander) if lid.van] or [lid.tot for lid in (een, ander) if lid.tot]
    if een.overlapt(ander) and gedeeld:
        kandidaten = [begin_van(max(gedeeld)), begin_van(min(gedeeld))]
        assert any(een.geldt_op(op) and ander.geldt_op(op) for op in kandidaten)


@given(perioden(), MOMENTEN)
def test_tot_de_volgende_grens_verandert_een_periode_niet(periode, op):
    grens = eerstvolgende_grens([periode], op)
    if grens is None:
        assert periode.geldt_op(op) == periode.geldt_op(op + timedelta(days=9999))
    else:
        assert grens > op
        assert periode.geldt_op(grens) != periode.geldt_op(op)
        assert periode.geldt_op(grens - timedelta(microseconds=1)) == periode.geldt_op(op)
