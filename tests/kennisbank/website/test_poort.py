"""The gate: which host gets what, with which headers and methods."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client, RequestFactory

from kennisbank.website import hosts
from kennisbank.website.poort import Gemeentepoort
from tests.kennisbank.uitgave import geef_uit, trek_in
from tests.kennisbank.website.gemeentedocument import gemeente_live

pytestmark = pytest.mark.django_db


def test_een_gemeentehost_krijgt_haar_website(sliedrecht: Any, haal: Any) -> None:
    response = haal("/")
    assert response.status_code == 200
    assert "Gemeente Sliedrecht" in response.content.decode()


def test_hoofdletters_en_een_poort_maken_niet_uit(sliedrecht: Any, haal: Any) -> None:
    assert haal("/", host="Sliedrecht.LOCALHOST:8000").status_code == 200


@pytest.mark.parametrize("pad", ["/redactie/", "/balie/", "/api/v1/", "/redactie/login/"])
def test_een_gemeentehost_krijgt_niets_anders(sliedrecht: Any, haal: Any, pad: str) -> None:
    response = haal(pad)
    assert response.status_code == 404
    assert "Deze pagina bestaat niet" in response.content.decode()


def test_de_hoofdhost_heeft_geen_productpaginas(sliedrecht: Any, client: Client) -> None:
    geef_uit("sliedrecht", "paspoort-aanvragen", "Paspoort aanvragen")
    assert client.get("/product/paspoort-aanvragen/").status_code == 404


def test_een_onbekende_host_gaat_naar_de_gewone_controle(sliedrecht: Any, haal: Any) -> None:
    assert haal("/", host="elders.example").status_code == 400


def test_een_host_die_niet_in_allowed_hosts_staat_maar_wel_gepubliceerd_is_werkt(
    sliedrecht: Any, haal: Any, settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    assert haal("/").status_code == 200


def test_zonder_het_deel_website_is_er_niets(sliedrecht: Any, haal: Any, settings: Any) -> None:
    settings.ANTWOORD_DELEN = ("redactie", "balie", "api")
    response = haal("/")
    assert response.status_code == 404
    assert "Sliedrecht" not in response.content.decode()


def test_een_nieuwe_gemeente_is_er_binnen_twee_seconden(sliedrecht: Any, haal: Any, monkeypatch: Any) -> None:
    klok = [100.0]
    monkeypatch.setattr(hosts.time, "monotonic", lambda: klok[0])
    assert "Gemeente Dordrecht" not in haal("/", host="dordrecht.localhost").content.decode()
    gemeente_live("dordrecht")
    klok[0] += 1.9
    assert "Gemeente Dordrecht" not in haal("/", host="dordrecht.localhost").content.decode()
    klok[0] += 0.2
    assert "Gemeente Dordrecht" in haal("/", host="dordrecht.localhost").content.decode()


def test_zonder_database_zegt_een_website_dat_er_iets_mis_is(
    sliedrecht: Any, client: Client, monkeypatch: Any
) -> None:
    hosts.bereik_van("sliedrecht.localhost")
    hosts.vergeet()

    def stuk(*args: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(hosts, "gemeentehashes", stuk)
    monkeypatch.setattr("kennisbank.website.gemeente.gemeentehash", stuk)
    client.raise_request_exception = False
    response = client.get("/", headers={"host": "sliedrecht.localhost"})
    assert response.status_code == 500
    assert "Er ging iets mis" in response.content.decode()


def test_de_tabel_van_hosts_kost_een_query_per_twee_seconden(
    sliedrecht: Any, django_assert_num_queries: Any
) -> None:
    hosts.bereik_van("sliedrecht.localhost")
    with django_assert_num_queries(0):
        hosts.bereik_van("sliedrecht.localhost")
    hosts.vergeet()
    with django_assert_num_queries(1):
        hosts.bereik_van("sliedrecht.localhost")


def test_de_hoofdhost_wordt_nooit_opgezocht(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert hosts.bereik_van("testserver") is None
        assert hosts.bereik_van("localhost") is None


def test_een_ingetrokken_gemeente_heeft_geen_website_meer(sliedrecht: Any, haal: Any) -> None:
    trek_in("sliedrecht", "gemeente")
    assert "Gemeente Sliedrecht" not in haal("/").content.decode()


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete", "options"])
def test_een_website_is_er_om_te_lezen(sliedrecht: Any, haal: Any, methode: str) -> None:
    response = haal("/", methode=methode)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


def test_head_geeft_dezelfde_koppen_zonder_inhoud(sliedrecht: Any, haal: Any) -> None:
    vol, kop = haal("/"), haal("/", methode="head")
    assert kop.status_code == 200
    assert kop.content == b""
    assert kop.headers["Content-Length"] == str(len(vol.content)) == vol.headers["Content-Length"]
    assert kop.headers["ETag"] == vol.headers["ETag"]


@pytest.mark.parametrize("pad", ["/", "/product/bestaat-niet/", "/a-z"])
def test_elk_antwoord_heeft_de_strenge_koppen_en_geen_cookie(sliedrecht: Any, haal: Any, pad: str) -> None:
    response = haal(pad)
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert not response.cookies


def test_zonder_streep_aan_het_eind_gaat_u_naar_het_adres_met(sliedrecht: Any, haal: Any) -> None:
    response = haal("/zoeken?vraag=rijbewijs kwijt")
    assert response.status_code == 301
    assert response.headers["Location"] == "/zoeken/?vraag=rijbewijs%20kwijt"


@pytest.mark.parametrize(
    "pad", ["//elders.example", "//elders.example/zoeken", "/\\elders.example", "/redactie"]
)
def test_geen_doorverwijzing_naar_wat_niet_bestaat(sliedrecht: Any, haal: Any, pad: str) -> None:
    # As PATH_INFO: the test client would take a double slash for another host.
    assert haal("/", PATH_INFO=pad).status_code == 404


def test_statische_bestanden_komen_ook_op_een_gemeentehost(sliedrecht: Any, haal: Any) -> None:
    response = haal("/static/kennisbank/basis.css")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/css")


def test_http_gaat_in_productie_naar_https_ook_voor_een_gemeentehost(
    sliedrecht: Any, settings: Any, rf: RequestFactory
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 60
    settings.ALLOWED_HOSTS = []
    poort = Gemeentepoort(lambda request: pytest.fail("mag hier niet komen"))
    onveilig = poort(rf.get("/a-z/?x=1", headers={"host": "sliedrecht.localhost"}))
    assert onveilig.status_code == 301
    assert onveilig.headers["Location"] == "https://sliedrecht.localhost/a-z/?x=1"
    veilig = poort(rf.get("/a-z/", headers={"host": "sliedrecht.localhost"}, secure=True))
    assert veilig.status_code == 200
    assert veilig.headers["Strict-Transport-Security"].startswith("max-age=60")


def test_een_fout_geeft_een_nette_pagina_en_geen_vraag_in_het_logboek(
    sliedrecht: Any, client: Client, monkeypatch: Any, caplog: Any
) -> None:
    monkeypatch.setattr("kennisbank.website.zoeken.zoek", lambda *args, **rest: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/zoeken/?vraag=geheimewoorden", headers={"host": "sliedrecht.localhost"})
    assert response.status_code == 500
    assert "Er ging iets mis" in response.content.decode()
    assert "Content-Security-Policy" in response.headers
    assert "ZeroDivisionError" in caplog.text
    assert "geheimewoorden" not in caplog.text


def test_ook_zonder_sjabloon_komt_er_een_storingspagina(
    sliedrecht: Any, client: Client, monkeypatch: Any
) -> None:
    monkeypatch.setattr("kennisbank.website.fouten.render_to_string", lambda *args: 1 / 0)
    monkeypatch.setattr("kennisbank.website.zoeken.zoek", lambda *args, **rest: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/zoeken/?vraag=x", headers={"host": "sliedrecht.localhost"})
    assert response.status_code == 500
    assert "Er ging iets mis" in response.content.decode()
