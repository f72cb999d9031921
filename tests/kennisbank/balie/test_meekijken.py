"""A citizen looks along: nothing internal is in any answer of the server, and everybody sees that it is on."""

from __future__ import annotations

import pytest
from django.test import Client

from redactie.keuzes import Rol
from tests.factories import GebruikerFactory
from tests.kennisbank.balie.aan_de_balie import WACHTWOORD
from tests.kennisbank.balie.test_toegang import GEHEIM, KAART
from tests.kennisbank.balie.test_wandeling import PUBLIEK, gezien
from tests.kennisbank.balie.zoals_gelezen import tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]


def schakel(client: Client, aan: bool, **rest: str) -> str:
    gegevens = {"meekijken": "1" if aan else "0", "vraag": "rijbewijs", "gekozen": "rijbewijs-kwijt", **rest}
    return client.post("/balie/sliedrecht/_meekijken/", gegevens).content.decode()


def test_geen_enkel_adres_van_de_balie_geeft_iets_interns(kcc: Client) -> None:
    assert GEHEIM[0] in kcc.get(KAART).content.decode()
    schakel(kcc, aan=True)
    gelekt, alles = gezien(kcc)
    assert gelekt == {}
    assert PUBLIEK in alles


def test_aan_en_uit_houden_de_vraag_en_het_antwoord(kcc: Client) -> None:
    for aan in (True, False):
        html = schakel(kcc, aan=aan)
        assert 'value="rijbewijs"' in html
        assert '<h2 id="kaart-titel" tabindex="-1">Rijbewijs kwijt</h2>' in html
        assert ("Meekijkstand staat aan." in html) is aan
        assert any(geheim in html for geheim in GEHEIM) is not aan


def test_het_scherm_zegt_het_en_elk_antwoord_ook_aan_het_script(kcc: Client) -> None:
    assert kcc.get(KAART).headers["X-Balie-Meekijken"] == "nee"
    schakel(kcc, aan=True)
    antwoord = kcc.get(KAART, headers={"X-Balie-Deel": "antwoord"})
    assert antwoord.headers["X-Balie-Meekijken"] == "ja"
    html = kcc.get(KAART).content.decode()
    assert 'class="balie meekijken" data-meekijken="ja"' in html
    assert "Meekijkstand staat aan. De inwoner mag dit scherm zien." in tekst(kcc.get(KAART))


def test_ook_op_interne_woorden_wordt_niets_gevonden(kcc: Client) -> None:
    schakel(kcc, aan=True)
    assert "Niets gevonden" in kcc.post("/balie/sliedrecht/", {"vraag": "vlekkenpers"}).content.decode()


def test_het_blijft_aan_bij_een_andere_gemeente_en_een_nieuw_gesprek(kcc: Client) -> None:
    schakel(kcc, aan=True)
    for adres in ("/balie/dordrecht/rijbewijs-kwijt/", "/balie/regio/"):
        assert 'data-meekijken="ja"' in kcc.get(adres).content.decode()


def test_afmelden_zet_het_uit(kcc: Client) -> None:
    schakel(kcc, aan=True)
    kcc.post("/balie/afmelden/")
    assert "balie_meekijken" not in kcc.session


def test_wie_niet_is_aangemeld_zet_niets_om(client: Client) -> None:
    html = schakel(client, aan=True)
    assert "Aanmelden bij de balie" in html
    assert '<input type="hidden" name="next" value="/balie/sliedrecht/_meekijken/">' in html
    assert "balie_meekijken" not in client.session
    assert client.get("/balie/sliedrecht/_meekijken/").status_code == 405


def aangemeld_met(client: Client, next: str, **mee: str) -> str:
    GebruikerFactory(username="kees", rol=Rol.KCC)
    gegevens = {"username": "kees", "password": WACHTWOORD, "next": next, "gekozen": "rijbewijs-kwijt", **mee}
    return client.post("/balie/aanmelden/", gegevens).content.decode()


def test_wie_afgemeld_was_bij_het_aanzetten_krijgt_het_scherm_in_de_meekijkstand(client: Client) -> None:
    html = aangemeld_met(client, "/balie/sliedrecht/_meekijken/", meekijken="1")
    assert "Meekijkstand staat aan." in html
    assert "Rijbewijs kwijt</h2>" in html
    assert not any(geheim in html for geheim in GEHEIM)


def test_een_verlopen_aanmelding_laat_de_inwoner_niets_interns_zien(kcc: Client, client: Client) -> None:
    html = schakel(kcc, aan=True)
    assert '<input type="hidden" name="meekijkstand" value="1">' in html
    client.logout()
    assert 'name="meekijkstand" value="1"' in schakel(client, aan=False, meekijkstand="1")
    html = aangemeld_met(client, "/balie/sliedrecht/", meekijkstand="1")
    assert "Meekijkstand staat aan." in html
    assert not any(geheim in html for geheim in GEHEIM)


def test_wie_zich_aanmeldt_om_het_uit_te_zetten_ziet_weer_alles(client: Client) -> None:
    html = aangemeld_met(client, "/balie/sliedrecht/_meekijken/", meekijkstand="1", meekijken="0")
    assert "Meekijkstand staat aan." not in html
    assert GEHEIM[0] in html
