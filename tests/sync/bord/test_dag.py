"""The chart of the last 24 hours counts what was acknowledged per hour, and says the finding in its title."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sync.bord.dag import lees_dag
from sync.bord.dagkaart import Uur, dagkaart, dagzin
from sync.models import Documentsoort, Ontvangst, Publicatie

NU = datetime(2026, 11, 23, 8, 40, tzinfo=UTC)


@pytest.fixture
def ontvangsten(db) -> None:
    rijen = {
        naam: Publicatie.objects.create(bereik=naam, documentsoort="product", sleutel="x") for naam in "ab"
    }
    for naam, minuten in (("a", 0), ("a", 45), ("b", 50), ("b", 24 * 60)):
        op = NU - timedelta(minutes=minuten)
        Ontvangst.objects.create(doel_naam="d", publicatie=rijen[naam], versie=1, op=op)


def test_een_uur_van_de_klok_telt_wat_er_in_bevestigd_is(ontvangsten):
    uren = lees_dag(None, NU)
    assert len(uren) == 24
    assert [(uur.label, uur.aantal) for uur in uren[-2:]] == [
        ("8.00 tot 9.00 uur", 2),
        ("9.00 tot 10.00 uur", 1),
    ]
    assert sum(uur.aantal for uur in uren) == 3


def test_wie_een_gemeente_heeft_ziet_alleen_die_tellen(ontvangsten):
    assert sum(uur.aantal for uur in lees_dag({"a"}, NU)) == 2


def test_de_proef_van_de_keten_is_geen_levering_aan_een_lezer(ontvangsten):
    proef = Publicatie.objects.create(bereik="regio", documentsoort=Documentsoort.KETENPROEF, sleutel="proef")
    Ontvangst.objects.create(doel_naam="d", publicatie=proef, versie=1, op=NU)
    assert sum(uur.aantal for uur in lees_dag(None, NU)) == 3
    assert sum(uur.aantal for uur in lees_dag({"regio"}, NU)) == 0


def test_de_titel_zegt_wat_er_te_zien_is():
    begin = datetime(2026, 11, 23, 8, tzinfo=UTC)
    uren = (Uur(begin, 3), Uur(begin + timedelta(hours=1), 1500))
    assert dagzin(uren) == (
        "In de laatste 24 uur zijn 1.503 leveringen bevestigd; de meeste van 9.00 tot 10.00 uur: 1.500"
    )
    assert dagkaart(uren).count("<rect") == 3
    assert dagzin((Uur(begin, 1),)) == "In de laatste 24 uur is 1 levering bevestigd"
    assert "is geen levering bevestigd" in dagkaart(())
