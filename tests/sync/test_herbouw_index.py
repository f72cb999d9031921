"""`herbouw_index` asks and watches; the running loop does the work."""

from __future__ import annotations

import io
import threading
from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from sync.doelen import index
from sync.generatie import generaties
from sync.management.commands.herbouw_index import AFGEKEURD, NIET_OP_TIJD
from sync.models import DoelToestand, Syncstand
from tests.factories import ProductFactory
from tests.sync.conftest import actief, ronde

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def gevuld(regio, machine):
    ProductFactory(sleutel="milieustraat", titel="Stortplaats", gepubliceerd=True)
    ronde()
    Syncstand.klop(op=timezone.now())
    return machine


@pytest.fixture
def lus():
    """A loop in a thread, as in production in a process."""
    stop = threading.Event()

    def draai():
        while not stop.wait(0.05):
            ronde()
        connection.close()

    draad = threading.Thread(target=draai)
    draad.start()
    yield
    stop.set()
    draad.join(20)


def _herbouw(*woorden):
    """What it says, what it warns of, and its code."""
    uit, fout = io.StringIO(), io.StringIO()
    try:
        call_command("herbouw_index", *woorden, stdout=uit, stderr=fout)
    except SystemExit as klaar:
        return uit.getvalue(), fout.getvalue(), klaar.code
    return uit.getvalue(), fout.getvalue(), 0


def test_de_nieuwe_index_komt_in_gebruik_en_de_oude_blijft_bewaard(gevuld, lus):
    oud = actief()
    uit, voortgang, code = _herbouw("--geduld", "60")
    assert code == 0
    assert "is nu in gebruik. 3 van 3 proefvragen goed." in uit
    assert "3/3" in voortgang
    assert actief().pk != oud.pk
    oud.refresh_from_db()
    assert oud.toestand == DoelToestand.BEWAARD


def test_een_afgekeurde_index_wordt_gezegd_met_wat_er_misging(gevuld, lus, monkeypatch):
    echt = index.document_uit
    monkeypatch.setattr(
        index,
        "document_uit",
        lambda publiek, balie, *, versie: replace(
            echt(publiek, balie, versie=versie), velden={"titel": "xxx"}
        ),
    )
    oud = actief()
    _, fout, code = _herbouw("--geduld", "60")
    assert code == AFGEKEURD
    assert "De nieuwe index verliest 3 van 3 proefvragen. De oude blijft zoeken." in fout
    assert "- dordrecht: “stortplaats” gaf niets, hoort milieustraat te zijn" in fout
    assert actief().pk == oud.pk


def test_zonder_sync_zegt_de_opdracht_dat_en_staat_de_vraag_klaar(gevuld):
    Syncstand.objects.all().delete()
    uit, fout, code = _herbouw("--geduld", "0.5")
    assert code == NIET_OP_TIJD
    assert "De sync draait niet." in fout
    assert "Nog niet klaar" in fout
    assert generaties(DoelToestand.VULLEN).count() == 1
    assert "is aangevraagd" in uit


def test_tweemaal_vragen_volgt_dezelfde(gevuld):
    _herbouw("--niet-wachten")
    uit, _, code = _herbouw("--niet-wachten")
    assert code == 0
    assert "wordt al gemaakt" in uit
    assert generaties(DoelToestand.VULLEN).count() == 1


def test_terug_naar_de_vorige(gevuld, lus):
    oud = actief()
    _herbouw("--geduld", "60")
    uit, _, code = _herbouw("--terug", "--geduld", "60")
    assert code == 0
    assert f"Generatie {oud.generatie} is nu in gebruik." in uit
    assert actief().pk == oud.pk


def test_terug_zonder_vorige_is_een_duidelijke_fout(gevuld):
    with pytest.raises(CommandError, match="geen vorige zoekindex"):
        _herbouw("--terug")
