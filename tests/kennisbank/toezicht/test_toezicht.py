"""What a supervisor asks: whether the process answers, whether all is ready, and the figures behind a key."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from kennisbank.toezicht import views
from sync.models import Doel, DoelSoort, DoelToestand, Syncstand
from tests.kennisbank.uitgave import geef_gemeente_uit

SLEUTEL = "een-lange-sleutel-van-de-proef"


@pytest.fixture
def draaiend(db: None) -> None:
    Syncstand.klop(op=timezone.now())
    Doel.objects.create(
        naam="index g1", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF, vingerafdruk="x"
    )


def test_gezond_antwoordt_zonder_database(client: Client) -> None:
    antwoord = client.get("/gezond")
    assert (antwoord.status_code, antwoord.content) == (200, b"gezond\n")


@pytest.mark.django_db
def test_gereed_zegt_dat_alles_goed_is(
    client: Client, draaiend: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        antwoord = client.get("/gereed")
    assert antwoord.status_code == 200
    assert antwoord.json() == {
        "gereed": True,
        "database": "goed",
        "sync": "goed",
        "zoekindex": "goed",
        "ketenproef": "goed",
    }
    assert antwoord.headers["Cache-Control"].startswith("max-age=0")


@pytest.mark.django_db
def test_een_sync_die_stilstaat_maakt_niet_gereed(client: Client, draaiend: None) -> None:
    Syncstand.klop(op=timezone.now() - timedelta(minutes=6))
    antwoord = client.get("/gereed")
    assert antwoord.status_code == 503
    assert antwoord.json() == {
        "gereed": False,
        "database": "goed",
        "sync": "staat stil",
        "zoekindex": "loopt achter",
        "ketenproef": "goed",
    }


@pytest.mark.django_db
def test_wat_nog_nooit_draaide_is_niet_gereed(client: Client) -> None:
    assert client.get("/gereed").status_code == 503


def test_zonder_database_zegt_gereed_dat_en_niets_meer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(**_: Any) -> None:
        raise DatabaseError("could not connect to 10.1.2.3 as antwoord")

    monkeypatch.setattr(views, "versheid_van_de_index", stuk)
    antwoord = client.get("/gereed")
    assert antwoord.status_code == 503
    assert antwoord.json() == {"gereed": False, "database": "antwoordt niet"}


@pytest.mark.django_db
@pytest.mark.parametrize("kop", [{}, {"Authorization": "Bearer fout"}, {"Authorization": SLEUTEL}])
def test_de_cijfers_zijn_er_alleen_met_de_sleutel(
    client: Client, draaiend: None, settings: Any, kop: dict[str, str]
) -> None:
    settings.ANTWOORD_METRIEK = SLEUTEL
    assert client.get("/metriek", headers=kop).status_code == 404


@pytest.mark.django_db
def test_zonder_sleutel_in_de_instellingen_is_er_geen_adres(client: Client, settings: Any) -> None:
    settings.ANTWOORD_METRIEK = ""
    assert client.get("/metriek", headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.django_db
def test_de_cijfers_zijn_leesbaar_voor_prometheus(client: Client, draaiend: None, settings: Any) -> None:
    settings.ANTWOORD_METRIEK = SLEUTEL
    Doel.objects.create(
        naam='site "a"\\b',
        soort=DoelSoort.HTTP,
        bereik="dordrecht",
        adres="https://site.example/",
        toestand=DoelToestand.ACTIEF,
        weer_op=timezone.now() + timedelta(minutes=1),
        fouten_op_rij=3,
    )
    tekst = client.get("/metriek", headers={"Authorization": f"Bearer {SLEUTEL}"}).content.decode()
    regel = re.compile(
        r"(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+=\"(\\.|[^\"\\])*\",?)+\})? ([0-9.e+-]+|\+Inf))"
    )
    assert [lid for lid in tekst.splitlines() if not regel.fullmatch(lid)] == []
    assert 'antwoord_doel_rust{doel="site \\"a\\"\\\\b",soort="http"} 1\n' in tekst
    assert 'antwoord_doel_rust{doel="index g1",soort="index"} 0\n' in tekst
    assert "antwoord_sync_draait 1\n" in tekst
    assert "site.example" not in tekst


@pytest.mark.django_db
def test_op_de_host_van_een_gemeente_zijn_deze_adressen_er_niet(client: Client) -> None:
    geef_gemeente_uit("sliedrecht")
    for adres in ("/gezond", "/gereed", "/metriek"):
        assert client.get(adres, headers={"host": "sliedrecht.localhost"}).status_code == 404
