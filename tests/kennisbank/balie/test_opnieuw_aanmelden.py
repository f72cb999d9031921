"""A session that expired: what somebody typed comes back after signing in, and was in no address and no session."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from redactie.keuzes import Rol
from tests.factories import GebruikerFactory, GemeenteFactory
from tests.kennisbank.balie.aan_de_balie import WACHTWOORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]

SCHERM = {"vraag": "rijbewijs kwijt", "gekozen": "rijbewijs-kwijt"}
NAAM = {"username": "kees", "password": WACHTWOORD}


@pytest.fixture
def kees() -> None:
    GebruikerFactory(username="kees", rol=Rol.KCC)


def test_een_vraag_zonder_aanmelding_staat_op_de_aanmelding_klaar(client: Client) -> None:
    antwoord = client.post("/balie/sliedrecht/", SCHERM)
    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "uw vraag en het antwoord staan dan weer voor u klaar" in html
    assert '<input type="hidden" name="vraag" value="rijbewijs kwijt">' in html
    assert '<input type="hidden" name="next" value="/balie/sliedrecht/">' in html
    assert 'action="/balie/aanmelden/"' in html


@pytest.mark.usefixtures("kees")
def test_na_het_aanmelden_staat_het_scherm_er_weer(client: Client) -> None:
    antwoord = client.post("/balie/aanmelden/", {**SCHERM, **NAAM, "next": "/balie/sliedrecht/"})
    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert 'value="rijbewijs kwijt"' in html
    assert '<h2 id="kaart-titel" tabindex="-1">Rijbewijs kwijt</h2>' in html
    assert "alleen met pin" in html
    assert "no-store" in antwoord.headers["Cache-Control"]
    assert "Location" not in antwoord.headers
    assert all("kwijt" not in str(rij.get_decoded()) for rij in Session.objects.all())
    assert client.get("/balie/sliedrecht/").status_code == 200


@pytest.mark.usefixtures("kees")
def test_een_fout_wachtwoord_laat_de_vraag_staan(client: Client) -> None:
    gegevens = {**SCHERM, **NAAM, "password": "fout", "next": "/balie/sliedrecht/"}
    html = client.post("/balie/aanmelden/", gegevens).content.decode()
    assert "horen niet bij elkaar" in html
    assert '<input type="hidden" name="vraag" value="rijbewijs kwijt">' in html
    assert '<input type="hidden" name="next" value="/balie/sliedrecht/">' in html


def test_het_script_stuurt_het_scherm_naar_de_aanmelding(client: Client) -> None:
    html = client.post("/balie/aanmelden/", {**SCHERM, "next": "/balie/sliedrecht/"}).content.decode()
    assert "U was afgemeld." in html
    assert "horen niet bij elkaar" not in html
    assert '<input type="hidden" name="gekozen" value="rijbewijs-kwijt">' in html


def test_wie_intussen_in_een_ander_tabblad_is_aangemeld_krijgt_zijn_scherm_meteen(kcc: Client) -> None:
    antwoord = kcc.post("/balie/aanmelden/", {**SCHERM, "next": "/balie/sliedrecht/rijbewijs-kwijt/"})
    assert antwoord.status_code == 200
    assert "alleen met pin" in antwoord.content.decode()


@pytest.mark.usefixtures("kees")
@pytest.mark.parametrize(
    "waarheen", ["https://kwaad.example/balie/sliedrecht/", "/redactie/", "/balie/niets/x/y/z/"]
)
def test_een_vraag_gaat_nooit_naar_een_ander_adres_mee(client: Client, waarheen: str) -> None:
    antwoord = client.post("/balie/aanmelden/", {**SCHERM, **NAAM, "next": waarheen})
    assert antwoord.status_code == 302
    assert "kwijt" not in antwoord.headers["Location"]
    assert not antwoord.headers["Location"].startswith("https:")


def test_wie_daar_niet_mag_staan_krijgt_niets_te_zien(client: Client) -> None:
    GebruikerFactory(username="kees", rol=Rol.KCC, gemeente=GemeenteFactory(slug="dordrecht"))
    antwoord = client.post("/balie/aanmelden/", {**SCHERM, **NAAM, "next": "/balie/sliedrecht/"})
    assert antwoord.status_code == 404
    assert "alleen met pin" not in antwoord.content.decode()


def test_wat_getypt_is_wordt_ook_op_de_aanmelding_ontsmet(client: Client) -> None:
    html = client.post("/balie/sliedrecht/", {"vraag": '"><script>alert(1)</script>'}).content.decode()
    assert "<script>alert" not in html
