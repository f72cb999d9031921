"""The front page of the main host."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.kennisbank.website.gemeentedocument import gemeente_live

pytestmark = pytest.mark.django_db


def test_de_voordeur_wijst_alles_aan(sliedrecht: Any, dordrecht: Any, client: Client) -> None:
    html = client.get("/", headers={"host": "localhost:8123"}).content.decode()
    for adres in ("/balie/", "/redactie/", "/api/v1/"):
        assert f'href="{adres}"' in html
    assert 'href="http://sliedrecht.localhost:8123/"' in html
    assert html.index("Dordrecht") < html.index("Sliedrecht")
    assert "dit zijn geen websites van gemeenten" in html


def test_alleen_wat_dit_proces_bedient(sliedrecht: Any, client: Client, settings: Any) -> None:
    settings.ANTWOORD_DELEN = ("balie",)
    html = client.get("/").content.decode()
    assert 'href="/balie/"' in html
    assert 'href="/redactie/"' not in html
    assert "sliedrecht.localhost" not in html


def test_een_lege_installatie_zegt_hoe_er_iets_komt(db: None, client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "zodra er een gemeente is gepubliceerd" in response.content.decode()


def test_echte_gemeenten_zijn_geen_voorbeeld(db: None, client: Client, settings: Any) -> None:
    settings.ANTWOORD_DEMO_TOEGESTAAN = False
    gemeente_live("sliedrecht", website="https://www.sliedrecht.nl")
    assert "oorbeeld" not in client.get("/").content.decode()


def test_de_voordeur_is_er_om_te_lezen(db: None, client: Client) -> None:
    assert client.post("/").status_code == 405
    eerst = client.get("/")
    assert client.get("/", headers={"If-None-Match": eerst.headers["ETag"]}).status_code == 304
