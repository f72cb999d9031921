"""What the browser's own index gets: titles, keywords and synonyms, and nothing that is not for everybody."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from redactie.keuzes import Rol
from redactie.models import Synoniem
from tests.factories import GebruikerFactory, GemeenteFactory
from tests.kennisbank.uitgave import geef_uit, trek_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]
ADRES = "/balie/sliedrecht/_titels/"


def producten(client: Client, adres: str = ADRES) -> dict[str, dict[str, Any]]:
    return {lid["id"]: lid for lid in client.get(adres).json()["producten"]}


def test_alles_wat_hier_leeft_staat_erin_met_wat_voor_iets_het_is(kcc: Client) -> None:
    gevonden = {(lid["id"], lid["titel"], lid["teken"], lid["bij"]) for lid in producten(kcc).values()}
    assert gevonden == {
        ("rijbewijs-kwijt", "Rijbewijs kwijt", "", ""),
        ("paspoort-aanvragen", "Paspoort aanvragen", "", ""),
        ("rijbewijs-geldig", "Hoe lang is mijn rijbewijs geldig?", "?", "vraag"),
        ("huisnummer-aanvragen", "Huisnummer aanvragen", "", "valt onder iets anders"),
    }
    assert "huisnummer-aanvragen" not in producten(kcc, "/balie/dordrecht/_titels/")


def test_trefwoorden_en_synoniemen_staan_erin(kcc: Client) -> None:
    Synoniem.objects.create(woorden=["rijbewijs", "rozekaart"])
    geef_uit("sliedrecht", "pas", "Pas aanvragen", product={"trefwoorden": ("milieukaart", "stortpas")})
    gevonden = producten(kcc)
    assert "rozekaart" in gevonden["rijbewijs-kwijt"]["synoniemen"].split()
    assert gevonden["pas"]["trefwoorden"] == "milieukaart stortpas"


def test_een_synoniem_van_een_andere_gemeente_staat_er_niet_in(kcc: Client) -> None:
    Synoniem.objects.create(woorden=["rijbewijs", "dortse pas"], gemeente=GemeenteFactory(slug="dordrecht"))
    assert "dortse" in producten(kcc, "/balie/dordrecht/_titels/")["rijbewijs-kwijt"]["synoniemen"]
    assert "dortse" not in producten(kcc)["rijbewijs-kwijt"]["synoniemen"]


def test_wie_de_laatste_heeft_krijgt_niets_en_na_een_wijziging_de_nieuwe(kcc: Client) -> None:
    etag = kcc.get(ADRES).headers["ETag"]

    def opnieuw() -> Any:
        return kcc.get(ADRES, headers={"If-None-Match": etag})

    assert opnieuw().status_code == 304
    assert opnieuw().content == b""
    geef_uit("dordrecht", "hond", "Hond aangeven")
    assert opnieuw().status_code == 304
    Synoniem.objects.create(woorden=["rijbewijs", "rozekaart"])
    assert opnieuw().status_code == 200
    etag = opnieuw().headers["ETag"]
    trek_in("sliedrecht", "paspoort-aanvragen")
    assert "paspoort-aanvragen" not in {lid["id"] for lid in opnieuw().json()["producten"]}
    etag = opnieuw().headers["ETag"]
    geef_uit("sliedrecht", "rijbewijs-kwijt", "Rijbewijs verloren")
    assert "Rijbewijs verloren" in opnieuw().content.decode()


def test_er_staat_niets_interns_in_en_iedereen_krijgt_hetzelfde(kcc: Client, lokaal: Client) -> None:
    tekst = kcc.get(ADRES).content.decode()
    for geheim in ("vlekkenpers", "dienstdoende", "aangifte", "theemuts", "zonneklepje"):
        assert geheim not in tekst
    assert lokaal.get(ADRES).content == kcc.get(ADRES).content


def test_alleen_voor_wie_aan_deze_balie_mag_staan(client: Client, lokaal: Client) -> None:
    assert client.get(ADRES).status_code == 302
    assert client.get(ADRES, headers={"X-Balie-Deel": "titels"}).status_code == 401
    assert lokaal.get("/balie/dordrecht/_titels/").status_code == 404
    assert lokaal.get("/balie/atlantis/_titels/").status_code == 404
    beheerder = Client()
    beheerder.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    assert beheerder.get(ADRES).status_code == 403


def test_de_browser_bewaart_het_niet_en_er_wordt_niets_bij_gevraagd(kcc: Client) -> None:
    assert "no-store" in kcc.get(ADRES).headers["Cache-Control"]
    assert kcc.post(ADRES, {"vraag": "rijbewijs"}).status_code == 405
