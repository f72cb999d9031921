"""Retention: tables stay bounded, and what stood at any moment within the term can still be looked up."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from sync.maken import Gewenst
from sync.models import Documentsoort, Inhoud, Ontvangst, Publicatie, Uitgave
from sync.opruimen import ruim_op
from sync.vastleggen import leg_vast
from sync.verleden import als_versie, op_moment
from tests.sync.conftest import ADEM

pytestmark = pytest.mark.django_db
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
TERMIJN = 90


@pytest.fixture
def termijn(settings: Any) -> None:
    settings.ANTWOORD_BEWAAR_DAGEN = TERMIJN


def geef_uit(sleutel: str, publiek: str | None, balie: str, op: datetime) -> Publicatie:
    """One edit, as the planner records it; acknowledged at once by one target."""
    with transaction.atomic():
        rij, _ = Publicatie.objects.get_or_create(
            bereik="sliedrecht", documentsoort=Documentsoort.PRODUCT, sleutel=sleutel
        )
        inhoud = {"tekst": publiek} if publiek is not None else None
        leg_vast([(rij, Gewenst(publiek=inhoud, balie=inhoud and {"tekst": balie}))], op)
        Ontvangst.objects.create(doel_naam="site", publicatie=rij, versie=rij.versie, hash=rij.hash, op=op)
    Inhoud.objects.filter(gemaakt_op__gt=op).update(gemaakt_op=op)
    return rij


def dag(nummer: int) -> datetime:
    return BEGIN + timedelta(days=nummer)


def toen(sleutel: str, op: datetime) -> str | None:
    uitgave = op_moment("sliedrecht", op, sleutel=sleutel).get()
    return uitgave.publieke_inhoud.als_dict()["tekst"] if uitgave.publieke_inhoud else None


def test_veel_wijzigingen_blijven_binnen_de_termijn(termijn: None) -> None:
    """An edit every day for a year, of a text that nothing else has: what is left is one term."""
    for nummer in range(365):
        geef_uit("paspoort", f"tekst {nummer}", f"balie {nummer}", dag(nummer))
    geef_uit("blijft", "al een jaar zo", "al een jaar zo", dag(0))
    assert Uitgave.objects.count() == 366
    weg = ruim_op(ADEM, nu=dag(364) + timedelta(hours=1))
    # Edits of day 274 to 364 lie within 90 days and an hour; day 273's stood until day 274 and one hour's end.
    over = 365 - weg.uitgaven
    assert TERMIJN <= over <= TERMIJN + 2
    assert Uitgave.objects.filter(publicatie__sleutel="paspoort").count() == over
    assert Inhoud.objects.count() == 2 * over + 2
    assert Ontvangst.objects.count() == over + 1
    for nummer in range(365 - TERMIJN, 365):
        assert toen("paspoort", dag(nummer)) == f"tekst {nummer}"
    assert toen("blijft", dag(0)) == "al een jaar zo"
    assert ruim_op(ADEM, nu=dag(364) + timedelta(hours=1)).uitgaven == 0


def test_dezelfde_inhoud_wordt_een_keer_bewaard() -> None:
    for nummer in range(50):
        geef_uit("paspoort", ("heen", "terug")[nummer % 2], "balie", dag(nummer))
    assert Uitgave.objects.count() == 50
    assert Inhoud.objects.count() == 4


def test_zonder_termijn_blijft_alles(settings: Any) -> None:
    settings.ANTWOORD_BEWAAR_DAGEN = 0
    for nummer in range(5):
        geef_uit("paspoort", f"tekst {nummer}", "balie", dag(nummer))
    assert ruim_op(ADEM, nu=dag(5000)).uitgaven == 0
    assert Uitgave.objects.count() == 5


def test_sinds_wanneer_een_tekst_zo_is_blijft_bekend(termijn: None) -> None:
    """Versions for the desk alone go; the first of the public text that stands now stays."""
    for nummer in range(10):
        rij = geef_uit("paspoort", "openbaar", f"balie {nummer}", dag(nummer))
    assert ruim_op(ADEM, nu=dag(400)).uitgaven == 8
    uitgave = als_versie(
        "sliedrecht", Documentsoort.PRODUCT, rij.versie, publicatie__sleutel="paspoort"
    ).get()
    assert uitgave.inhoud_gewijzigd_op == dag(0)


def test_een_intrekking_blijft_en_de_tekst_ervoor_gaat_na_de_termijn(termijn: None) -> None:
    geef_uit("paspoort", "er was eens", "balie", dag(0))
    geef_uit("paspoort", None, "", dag(10))
    ruim_op(ADEM, nu=dag(10 + TERMIJN - 1))
    assert toen("paspoort", dag(5)) == "er was eens"
    ruim_op(ADEM, nu=dag(10 + TERMIJN + 1))
    assert Uitgave.objects.count() == 1
    assert toen("paspoort", dag(10)) is None
    assert not Inhoud.objects.exists()


def test_de_opdracht_zegt_vooraf_wat_er_zou_gaan(termijn: None) -> None:
    for nummer in range(3):
        geef_uit("paspoort", f"tekst {nummer}", "balie", dag(nummer) - timedelta(days=400))
    for extra, zegt in (
        (["--proef"], "Er zouden 2 versies en 2 bevestigingen weggaan."),
        ([], "Verwijderd: 2 versies"),
    ):
        uit = io.StringIO()
        call_command("ruim_op", *extra, stdout=uit)
        assert zegt in uit.getvalue()
