"""Doing it again on request, and the figures that say how far it is."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redactie.models import Wijziging
from sync.meting import meet
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Publicatie, Syncstand
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles, publicatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def paspoort(regio: Any) -> None:
    Doel.objects.create(
        naam="index g1", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF, vingerafdruk="x"
    )
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    Levering.objects.update(toestand=LeveringToestand.GEPARKEERD)


def opnieuw(wat: str, naam: str) -> str:
    uit = io.StringIO()
    call_command("opnieuw", wat, naam, "--niet-wachten", stdout=uit, stderr=io.StringIO())
    return uit.getvalue()


@pytest.mark.parametrize(
    ("wat", "naam", "wachten"),
    [("gemeente", "dordrecht", 1), ("product", "paspoort", 3), ("doel", "index g1", 3)],
)
def test_wat_geweigerd_was_wordt_opnieuw_aangeboden(
    paspoort: None, wat: str, naam: str, wachten: int
) -> None:
    versie = publicatie("dordrecht", "paspoort").versie
    opnieuw(wat, naam)
    assert Levering.objects.filter(toestand=LeveringToestand.WACHT).count() == wachten
    plan_alles()
    assert publicatie("dordrecht", "paspoort").versie == versie


@pytest.mark.parametrize(
    ("wat", "naam", "melding"),
    [
        ("gemeente", "nergens", "Er is geen gemeente met de sleutel “nergens”."),
        ("product", "niets", "Er is geen product met de sleutel “niets”."),
        ("doel", "ergens", "De doelen zijn: “index g1”."),
    ],
)
def test_een_naam_die_er_niet_is_wordt_gezegd(paspoort: None, wat: str, naam: str, melding: str) -> None:
    with pytest.raises(CommandError, match=melding):
        opnieuw(wat, naam)
    assert not Wijziging.objects.exists()


def test_een_gestopt_doel_zegt_waarom(paspoort: None) -> None:
    Doel.objects.update(toestand=DoelToestand.GESTOPT, laatste_fout="doel_loopt_voor: v9")
    with pytest.raises(CommandError, match=r"is gestopt\. doel_loopt_voor: v9"):
        opnieuw("doel", "index g1")


def test_meekijken_eindigt_met_code_4_als_het_niet_op_tijd_klaar_is(paspoort: None) -> None:
    with pytest.raises(SystemExit) as einde:
        call_command(
            "opnieuw", "product", "paspoort", "--geduld", "0.1", stdout=io.StringIO(), stderr=io.StringIO()
        )
    assert einde.value.code == 4


def test_sync_status_zegt_wat_er_is_en_eindigt_met_een_code(paspoort: None) -> None:
    uit = io.StringIO()
    with pytest.raises(SystemExit) as einde:
        call_command("sync_status", stdout=uit)
    assert einde.value.code == 1
    assert "! De sync heeft nog nooit gedraaid." in uit.getvalue()
    assert "! index g1 weigert 3 teksten." in uit.getvalue()
    Syncstand.klop(op=timezone.now())
    Levering.objects.update(toestand=LeveringToestand.BEVESTIGD)
    uit = io.StringIO()
    call_command("sync_status", stdout=uit)
    assert uit.getvalue().rstrip().endswith("Alles is goed.")


def test_sync_status_als_json(paspoort: None) -> None:
    Syncstand.klop(op=timezone.now())
    Levering.objects.update(toestand=LeveringToestand.BEVESTIGD)
    uit = io.StringIO()
    call_command("sync_status", "--json", stdout=uit)
    gezegd = json.loads(uit.getvalue())
    assert (gezegd["live"], gezegd["gebreken"]) == (Publicatie.objects.count(), [])
    assert gezegd["doelen"][0]["bevestigd"] == 3


def test_meten_kost_een_vast_aantal_vragen(paspoort: None) -> None:
    with CaptureQueriesContext(connection) as een:
        meet()
    for nummer in range(5):
        Doel.objects.create(naam=f"d{nummer}", soort=DoelSoort.INDEX)
    with CaptureQueriesContext(connection) as meer:
        meet()
    assert len(meer) == len(een) <= 7
