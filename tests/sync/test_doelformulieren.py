"""What an administrator types of a WordPress: kept as it should be, said where it is wrong, never shown again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from redactie.keuzes import Rol
from sync.geheimen import geheimen_van
from sync.geheimen import voeg_toe as bewaar_geheim
from sync.models import Doel, DoelSoort, Levering, LeveringToestand
from sync.wordpress.pagina import EigenWijziging, Instelling
from tests.factories import GebruikerFactory, ProductFactory
from tests.sync.conftest import plan_alles

pytestmark = pytest.mark.django_db
WACHTWOORD = "yT10 A7CY G3Mq aUSW 7VXr uD0Q"
ANDER = "AAAA BBBB CCCC DDDD EEEE FFFF"
GETYPT = {
    "naam": "Website Sliedrecht",
    "bereik": "sliedrecht",
    "adres": "https://www.sliedrecht.example/wp-admin/",
    "gebruiker": "antwoord",
    "wachtwoord": WACHTWOORD,
    "ouder": "4",
    "eigen_wijziging": "melden",
}


@pytest.fixture
def beheer(client, regio):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    return client


def voeg_toe(client, **anders) -> str:
    adres = reverse("antwoord_doel_nieuw") + "?soort=wordpress"
    return client.post(adres, GETYPT | anders, follow=True).content.decode()


def geheim(tekst: str) -> str:
    return f"antwoord:{tekst.replace(' ', '')}"


def test_een_wordpress_toevoegen_bewaart_waar_de_paginas_komen_en_vraagt_alleen_producten(beheer):
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    pagina = voeg_toe(beheer)
    doel = Doel.objects.get()
    assert (doel.soort, doel.adres) == (DoelSoort.WORDPRESS, "https://www.sliedrecht.example")
    assert Instelling.uit_json(doel.instelling) == Instelling(4, EigenWijziging.MELDEN)
    assert geheimen_van(doel) == [geheim(WACHTWOORD)]
    assert [str(lid.publicatie.sleutel) for lid in doel.leveringen.all()] == ["paspoort"]
    assert "onder pagina 4" in pagina
    assert "Laten staan en melden" in pagina


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"wachtwoord": "welkom01"}, "geen toepassingswachtwoord"),
        ({"gebruiker": "ant:woord"}, "gebruikersnaam van het account"),
        ({"ouder": "0"}, "Vul het nummer van een pagina in."),
        ({"eigen_wijziging": "iets"}, "selecteer"),
        ({"adres": "http://www.sliedrecht.example"}, "Het adres begint met https://"),
    ],
)
def test_wat_niet_kan_staat_bij_zijn_veld_en_het_wachtwoord_komt_niet_terug(beheer, anders, melding):
    pagina = voeg_toe(beheer, **anders)
    assert melding.lower() in pagina.lower()
    assert GETYPT["naam"] in pagina
    assert WACHTWOORD not in pagina
    assert not Doel.objects.exists()


def test_een_wachtwoord_vernieuwen_gaat_in_twee_stappen(beheer):
    voeg_toe(beheer)
    doel = Doel.objects.get()
    doen = reverse("antwoord_doel_doen", args=[doel.pk])
    fout = beheer.post(doen, {"doen": "geheim", "gebruiker": "antwoord", "wachtwoord": "kort"}, follow=True)
    assert "geen toepassingswachtwoord" in fout.content.decode()
    beheer.post(doen, {"doen": "geheim", "gebruiker": "antwoord", "wachtwoord": ANDER})
    assert geheimen_van(doel) == [geheim(WACHTWOORD), geheim(ANDER)]
    beheer.post(doen, {"doen": "beeindig", "kenmerk": doel.geheimen.first().kenmerk})
    assert geheimen_van(doel) == [geheim(ANDER)]


def test_anders_instellen_biedt_wat_geweigerd_was_opnieuw_aan(beheer):
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    voeg_toe(beheer)
    doel = Doel.objects.get()
    Levering.objects.update(toestand=LeveringToestand.GEPARKEERD)
    adres = reverse("antwoord_doel_instelling", args=[doel.pk])
    assert 'value="4"' in beheer.get(adres).content.decode()
    beheer.post(adres, {"ouder": "12", "eigen_wijziging": "overschrijven"})
    doel.refresh_from_db()
    assert Instelling.uit_json(doel.instelling) == Instelling(12, EigenWijziging.OVERSCHRIJVEN)
    assert Levering.objects.get().toestand == LeveringToestand.WACHT


def test_ook_een_ander_adres_is_dat_van_de_website_zelf(beheer):
    voeg_toe(beheer)
    doel = Doel.objects.get()
    getypt = {"adres": "https://www.sliedrecht.example/cms/wp-json/wp/v2/"}
    beheer.post(reverse("antwoord_doel_adres", args=[doel.pk]), getypt)
    doel.refresh_from_db()
    assert doel.adres == "https://www.sliedrecht.example/cms"
    assert geheimen_van(doel) == [geheim(WACHTWOORD)]


ELDERS = {"adres": "https://nieuw.example"}


@pytest.mark.parametrize(
    ("getypt", "veld", "melding"),
    [
        ({}, "wachtwoord", "Dit is een andere website."),
        ({"gebruiker": "antwoord"}, "wachtwoord", "geen toepassingswachtwoord"),
        ({"wachtwoord": ANDER}, "gebruiker", "Vul de gebruikersnaam"),
    ],
)
def test_naar_een_andere_website_gaat_het_bewaarde_wachtwoord_niet_mee(beheer, getypt, veld, melding):
    """Who may never see it again could otherwise have it sent to a server of his own."""
    voeg_toe(beheer)
    doel = Doel.objects.get()
    antwoord = beheer.post(reverse("antwoord_doel_adres", args=[doel.pk]), ELDERS | getypt)
    assert melding in " ".join(antwoord.context["form"].errors[veld])
    assert 'value="https://nieuw.example"' in antwoord.content.decode()
    assert ANDER not in antwoord.content.decode()
    doel.refresh_from_db()
    assert (doel.adres, geheimen_van(doel)) == ("https://www.sliedrecht.example", [geheim(WACHTWOORD)])


@pytest.mark.parametrize("wachtwoord", [ANDER, WACHTWOORD])
def test_een_andere_website_krijgt_alleen_de_aanmelding_die_erbij_is_gegeven(beheer, wachtwoord):
    voeg_toe(beheer)
    doel = Doel.objects.get()
    bewaar_geheim(doel=doel, geheim="antwoord:" + "B" * 24)
    getypt = ELDERS | {"gebruiker": "antwoord", "wachtwoord": wachtwoord}
    beheer.post(reverse("antwoord_doel_adres", args=[doel.pk]), getypt)
    doel.refresh_from_db()
    assert (doel.adres, geheimen_van(doel)) == ("https://nieuw.example", [geheim(wachtwoord)])


@pytest.mark.parametrize("soort", ["onzin", "index"])
def test_een_soort_die_niemand_toevoegt_is_er_niet(beheer, soort):
    assert beheer.get(reverse("antwoord_doel_nieuw") + f"?soort={soort}").status_code == 404
