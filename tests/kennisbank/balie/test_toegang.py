"""Who gets to which desk, and what of it they see."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from redactie.keuzes import Rol
from tests.factories import GebruikerFactory, GemeenteFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]

GEHEIM = (
    "vlekkenpers",
    "dienstdoende van Burgerzaken",
    "Vraag naar de aangifte",
    "Meld de vermissing bij de RDW en maak",
    "078\N{NO-BREAK SPACE}770\N{NO-BREAK SPACE}26\N{NO-BREAK SPACE}21",
    "zonneklepje",
    "theemuts",
    "niet voorlezen",
)
KAART = "/balie/sliedrecht/rijbewijs-kwijt/"


def test_zonder_aanmelden_naar_de_aanmelding_van_de_balie(client: Client) -> None:
    antwoord = client.get(KAART)
    assert antwoord.status_code == 302
    assert antwoord.headers["Location"] == f"/balie/aanmelden/?next={KAART}"
    assert client.get("/balie/").headers["Location"] == "/balie/aanmelden/?next=/balie/"


@pytest.mark.parametrize("adres", ["_uitkomst/", "_gelezen/", "rijbewijs-kwijt/melden/"])
def test_wat_alleen_verstuurd_kan_worden_leidt_na_het_aanmelden_naar_de_balie(
    client: Client, adres: str
) -> None:
    antwoord = client.post(f"/balie/sliedrecht/{adres}", {"vraag": "x"})
    assert antwoord.headers["Location"] == "/balie/aanmelden/?next=/balie/sliedrecht/"


def test_het_script_hoort_dat_iemand_is_afgemeld(client: Client) -> None:
    antwoord = client.post("/balie/sliedrecht/", {"vraag": "x"}, headers={"X-Balie-Deel": "lijst"})
    assert antwoord.status_code == 401


def test_een_kcc_medewerker_ziet_intern(kcc: Client) -> None:
    tekst = kcc.get(KAART).content.decode()
    for geheim in GEHEIM[:-2]:
        assert geheim in tekst, geheim


def test_ander_personeel_krijgt_niets_interns(lokaal: Client) -> None:
    adressen = ("/balie/sliedrecht/", KAART, "/balie/regio/rijbewijs-kwijt/")
    teksten = [lokaal.get(adres).content.decode() for adres in adressen]
    teksten.append(
        lokaal.post("/balie/sliedrecht/", {"vraag": "rijbewijs", "open": "rijbewijs-kwijt"}).content.decode()
    )
    assert "U betaalt" in teksten[1]
    for tekst in teksten:
        for geheim in GEHEIM:
            assert geheim not in tekst, geheim


def test_ander_personeel_vindt_niet_op_interne_woorden(lokaal: Client, kcc: Client) -> None:
    vraag = {"vraag": "vlekkenpers"}
    assert "Rijbewijs kwijt" in kcc.post("/balie/sliedrecht/", vraag).content.decode()
    assert "Niets gevonden" in lokaal.post("/balie/sliedrecht/", vraag).content.decode()


@pytest.mark.parametrize("adres", ["/balie/dordrecht/", "/balie/dordrecht/rijbewijs-kwijt/"])
def test_de_balie_van_een_andere_gemeente_is_er_niet(lokaal: Client, adres: str) -> None:
    antwoord = lokaal.get(adres)
    assert antwoord.status_code == 404
    assert "Deze balie is er niet" in antwoord.content.decode()
    assert antwoord.content == lokaal.get(adres.replace("dordrecht", "atlantis")).content
    assert lokaal.post(adres, {"vraag": "rijbewijs"}).status_code == 404


def test_een_gemeente_die_niet_bestaat_is_er_niet(kcc: Client) -> None:
    assert kcc.get("/balie/atlantis/").status_code == 404


def test_een_medewerker_van_een_gemeente_leest_intern_in_die_gemeente_en_de_regio() -> None:
    client = Client()
    client.force_login(GebruikerFactory(rol=Rol.KCC, gemeente=GemeenteFactory(slug="sliedrecht")))
    for adres in (KAART, "/balie/regio/rijbewijs-kwijt/"):
        assert "vlekkenpers" in client.get(adres).content.decode()
    assert client.get("/balie/dordrecht/").status_code == 404


@pytest.mark.parametrize("rol", [None, Rol.BEHEERDER])
def test_wie_nergens_antwoord_geeft_krijgt_403(rol: Rol | None) -> None:
    client = Client()
    client.force_login(GebruikerFactory(rol=rol))
    for adres in ("/balie/", "/balie/sliedrecht/", KAART):
        antwoord = client.get(adres)
        assert antwoord.status_code == 403
        assert "U hebt geen toegang tot de balie" in antwoord.content.decode()
        assert ("Naar de redactie" in antwoord.content.decode()) is (rol is Rol.BEHEERDER)


def test_wie_alleen_aan_de_balie_mag_leest_bij_de_redactie_de_weg_daarheen(kcc: Client) -> None:
    antwoord = kcc.get("/redactie/", follow=True)
    gelezen = antwoord.content.decode()
    assert "U hebt geen toegang tot de redactie." in gelezen
    assert '<a href="/balie/">naar de balie</a>' in gelezen
    assert "naar de balie" not in Client().get("/redactie/login/").content.decode()


def test_wie_uit_dienst_is_komt_er_niet_in() -> None:
    client, persoon = Client(), GebruikerFactory(rol=Rol.KCC)
    client.force_login(persoon)
    persoon.is_active = False
    persoon.save()
    assert client.get("/balie/sliedrecht/").status_code == 302


def test_een_ingetrokken_rol_geldt_meteen(kcc: Client) -> None:
    assert kcc.get("/balie/sliedrecht/").status_code == 200
    from redactie.models import Lidmaatschap

    Lidmaatschap.objects.all().delete()
    # The last role ends the session too: after signing in again there is nothing here for them.
    assert kcc.get("/balie/sliedrecht/").headers["Location"].startswith("/balie/aanmelden/")
    kcc.force_login(get_user_model().objects.get())
    assert kcc.get("/balie/sliedrecht/").status_code == 403


def test_aanmelden_en_afmelden(client: Client) -> None:
    GebruikerFactory(username="kees", rol=Rol.KCC)
    gegevens = {"username": "kees", "password": "geheim-genoeg-voor-een-test", "next": KAART}
    assert client.post("/balie/aanmelden/", gegevens).headers["Location"] == KAART
    assert client.get("/balie/afmelden/").status_code == 405
    assert client.post("/balie/afmelden/").headers["Location"] == "/balie/aanmelden/"
    assert client.get(KAART).status_code == 302


def test_een_fout_wachtwoord_zegt_wat_er_mis_is(client: Client) -> None:
    GebruikerFactory(username="kees", rol=Rol.KCC)
    antwoord = client.post("/balie/aanmelden/", {"username": "kees", "password": "fout"})
    assert "horen niet bij elkaar" in antwoord.content.decode()


def test_na_aanmelden_gaat_het_niet_naar_een_andere_website(client: Client) -> None:
    GebruikerFactory(username="kees", rol=Rol.KCC)
    gegevens = {
        "username": "kees",
        "password": "geheim-genoeg-voor-een-test",
        "next": "https://kwaad.example/",
    }
    assert client.post("/balie/aanmelden/", gegevens).headers["Location"] == "/balie/"


def test_zoeken_eist_een_csrf_merk() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(GebruikerFactory(rol=Rol.KCC))
    assert client.post("/balie/sliedrecht/", {"vraag": "rijbewijs"}).status_code == 403
