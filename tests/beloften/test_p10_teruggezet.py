"""P10: after an older database was put back, a target that is ahead stops with an alarm; a new epoch converges.

Here with the search index: it lies outside the database and keeps what was delivered. Rolling back to a savepoint is
what putting back a dump does to the rows; with a real dump: tests/sync/test_oefen_terugzetten.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from search.keuze import motor
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Publicatie
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import actief, ronde

pytestmark = pytest.mark.django_db


def verander(product: Any, kosten: str) -> Any:
    product = type(product).objects.get(pk=product.pk)
    product.kosten = kosten
    product = publiceer(product)
    ronde()
    return product


def versies() -> dict[str, int]:
    return {stand.id: stand.versie for stand in motor().audit(actief().generatie)}


@pytest.fixture
def teruggezet(regio: Any, machine: Any) -> Any:
    """Two edits that the index took, and a database from before them."""
    product = ProductFactory(sleutel="paspoort-aanvragen", gepubliceerd=True)
    ronde()
    voor = transaction.savepoint()
    verander(product, "Eerste wijziging, later verloren.")
    verander(product, "Tweede wijziging, later verloren.")
    transaction.savepoint_rollback(voor)
    return product


def test_een_index_die_voorloopt_stopt_met_een_melding(teruggezet: Any, caplog: Any) -> None:
    oud = actief()
    verander(teruggezet, "Na het terugzetten.")
    oud.refresh_from_db()
    assert oud.toestand == DoelToestand.GESTOPT
    assert oud.laatste_fout.startswith("doel_loopt_voor")
    assert f"doel {oud.naam} gestopt" in caplog.text


def test_na_een_nieuw_tijdvak_is_alles_gelijk_en_loopt_er_niets_meer_voor(teruggezet: Any) -> None:
    verander(teruggezet, "Na het terugzetten.")
    call_command("zet_epoch")
    ronde()
    ronde()
    wachtend = Levering.objects.filter(toestand=LeveringToestand.WACHT, doel=actief())
    assert not wachtend.exists()
    assert Doel.objects.filter(soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF).count() == 1
    gewenst = {
        f"{rij.bereik}/{rij.sleutel}": rij.versie
        for rij in Publicatie.objects.filter(documentsoort="product")
    }
    assert sorted(versies().values()) == sorted(gewenst.values())


def test_verhogen_voor_de_eerste_start_laat_geen_enkel_doel_stoppen(teruggezet: Any) -> None:
    """As the manual says: first the epoch, then the loop."""
    oud = actief()
    call_command("zet_epoch")
    verander(teruggezet, "Na het terugzetten.")
    oud.refresh_from_db()
    assert oud.toestand == DoelToestand.ACTIEF
    assert sorted(versies().values()) == sorted(
        Publicatie.objects.filter(documentsoort="product").values_list("versie", flat=True)
    )
