"""The screens of targets: an administrator adds, pauses, resumes and changes secrets; nobody else sees them."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from redactie.keuzes import Rol
from sync.geheimen import geheimen_van
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from tests.factories import GebruikerFactory, GemeenteFactory, ProductFactory
from tests.ontvangers import nieuw_geheim
from tests.redactie.cms.hulp import lees
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db
ADRES = "https://website.example/antwoord"


@pytest.fixture
def beheer(client, regio):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    return client


@pytest.fixture
def doel(regio):
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return doel_voor("sliedrecht", ADRES, nieuw_geheim())


def doe(client, doel, wat, **gegevens) -> str:
    antwoord = client.post(
        reverse("antwoord_doel_doen", args=[doel.pk]), {"doen": wat, **gegevens}, follow=True
    )
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_een_beheerder_voegt_een_doel_toe_en_het_krijgt_alles(beheer):
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    geheim = nieuw_geheim()
    antwoord = beheer.post(
        reverse("antwoord_doel_nieuw"),
        {"naam": "Website Sliedrecht", "bereik": "sliedrecht", "adres": ADRES, "geheim": geheim},
        follow=True,
    )
    doel = Doel.objects.get()
    assert geheimen_van(doel) == [geheim]
    assert doel.leveringen.count() == 2
    assert "Website Sliedrecht" in antwoord.content.decode()
    assert geheim.removeprefix("whsec_") not in antwoord.content.decode()


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"adres": "http://website.example"}, "Het adres begint met https://"),
        ({"adres": "https://ik:wachtwoord@website.example"}, "gebruikersnaam of wachtwoord"),
        ({"geheim": "whsec_kort"}, "Een geheim begint met whsec_"),
        ({"naam": "website sliedrecht"}, "Er is al een doel met deze naam."),
        ({"bereik": ""}, "verplicht"),
    ],
)
def test_wat_niet_kan_zegt_waarom_en_bewaart_het_getypte_maar_nooit_het_geheim(beheer, doel, anders, melding):
    geheim = nieuw_geheim()
    gegevens = {"naam": "Nieuw", "bereik": "sliedrecht", "adres": ADRES, "geheim": geheim} | anders
    antwoord = beheer.post(reverse("antwoord_doel_nieuw"), gegevens)
    pagina = antwoord.content.decode()
    assert melding in pagina
    assert gegevens["naam"] in pagina
    assert geheim.removeprefix("whsec_") not in pagina
    assert Doel.objects.count() == 1


def test_een_fout_staat_bij_het_veld_waar_zij_over_gaat(beheer, doel):
    """“gebruikersnaam” holds the word “naam”, and is about the address."""
    gegevens = {"naam": "Nieuw", "bereik": "sliedrecht", "geheim": nieuw_geheim()}
    antwoord = beheer.post(
        reverse("antwoord_doel_nieuw"), {**gegevens, "adres": "https://ik:wachtwoord@website.example"}
    )
    assert set(antwoord.context["form"].errors) == {"adres"}
    antwoord = beheer.post(reverse("antwoord_doel_nieuw"), {**gegevens, "naam": doel.naam, "adres": ADRES})
    assert set(antwoord.context["form"].errors) == {"naam"}


def test_pauzeren_en_hervatten(beheer, doel):
    assert "Gepauzeerd." in doe(beheer, doel, "pauzeer")
    assert Doel.objects.get().toestand == DoelToestand.GEPAUZEERD
    assert "Hervat." in doe(beheer, doel, "hervat")
    assert Doel.objects.get().toestand == DoelToestand.ACTIEF


def test_een_geheim_wisselen_gaat_in_twee_stappen(beheer, doel):
    (oud,) = geheimen_van(doel)
    nieuw = nieuw_geheim()
    pagina = doe(beheer, doel, "geheim", geheim=nieuw)
    assert geheimen_van(doel) == [oud, nieuw]
    assert nieuw.removeprefix("whsec_") not in pagina
    doe(beheer, doel, "beeindig", kenmerk=doel.geheimen.first().kenmerk)
    assert geheimen_van(doel) == [nieuw]
    assert "enige" in doe(beheer, doel, "beeindig", kenmerk=doel.geheimen.get().kenmerk)
    assert geheimen_van(doel) == [nieuw]


def test_een_verkeerd_geheim_verandert_niets(beheer, doel):
    assert "Een geheim begint met whsec_" in doe(beheer, doel, "geheim", geheim="zomaar")
    assert doel.geheimen.count() == 1


def test_verwijderen_kan_pas_na_pauzeren(beheer, doel):
    assert "Pauzeer dit doel eerst." in doe(beheer, doel, "verwijder")
    doe(beheer, doel, "pauzeer")
    assert "krijgt niets meer" in doe(beheer, doel, "verwijder")
    assert not Doel.objects.exists()


def test_de_lijst_van_wezen_staat_er_en_een_andere_lijst_wordt_niet_goedgekeurd(beheer, doel):
    Doel.objects.update(wezen={"lijst": [[f"sliedrecht/product/vreemd-{n}", 1] for n in range(25)]})
    pagina = beheer.get(reverse("antwoord_doel", args=[doel.pk])).content.decode()
    assert "sliedrecht/product/vreemd-24" in pagina
    assert "Trek deze 25 documenten in" in pagina
    assert "intussen veranderd" in doe(beheer, doel, "wezen", aantal="24")
    assert not Doel.objects.get().wezen.get("akkoord")
    doe(beheer, doel, "wezen", aantal="25")
    assert Doel.objects.get().wezen["akkoord"] is True


def test_de_stand_zegt_in_woorden_wat_er_is(beheer, doel):
    Levering.objects.update(toestand=LeveringToestand.BEVESTIGD)
    lijst = reverse("antwoord_doelen")
    assert ">live<" in beheer.get(lijst).content.decode()
    Doel.objects.update(toestand=DoelToestand.GESTOPT, laatste_fout="quarantaine: nee")
    assert "Weigert ons geheim. Controleer het geheim en hervat (nee)." in beheer.get(lijst).content.decode()


def test_een_geweigerde_tekst_staat_in_de_lijst_met_waarom(beheer, doel):
    Levering.objects.update(toestand=LeveringToestand.GEPARKEERD, laatste_fout="422 geen telefoonnummer.")
    pagina = lees(beheer, "antwoord_doelen")
    assert ">geweigerd<" in pagina
    assert "Weigert deze tekst (422): geen telefoonnummer.<" in pagina


def test_wat_is_ingetrokken_telt_niet_als_live(beheer, doel):
    Levering.objects.update(toestand=LeveringToestand.BEVESTIGD, intrekking=True)
    assert "0 documenten live, 0 wachten" in lees(beheer, "antwoord_doel", doel.pk)


def test_de_lijst_kost_niet_meer_queries_bij_meer_doelen(beheer, doel):
    def queries() -> int:
        with CaptureQueriesContext(connection) as vangst:
            beheer.get(reverse("antwoord_doelen"))
        return len(vangst)

    queries()
    een = queries()
    for nummer in range(8):
        GemeenteFactory(slug=f"g-{nummer}")
        doel_voor(f"g-{nummer}", f"https://g-{nummer}.example", nieuw_geheim())
    assert queries() == een


@pytest.mark.parametrize("rol", [Rol.CENTRAAL, Rol.PUBLICIST, Rol.KCC_REDACTEUR])
def test_wie_geen_beheerder_is_ziet_niets_en_kan_niets(client, doel, rol):
    gemeente = None if rol is Rol.CENTRAAL else GemeenteFactory(slug="dordrecht")
    client.force_login(GebruikerFactory(rol=rol, gemeente=gemeente))
    schermen = [("antwoord_doelen", []), ("antwoord_doel_nieuw", [])]
    for naam, args in (*schermen, ("antwoord_doel", [doel.pk]), ("antwoord_doel_adres", [doel.pk])):
        assert client.get(reverse(naam, args=args)).status_code == 404
    antwoord = client.post(reverse("antwoord_doel_doen", args=[doel.pk]), {"doen": "pauzeer"})
    assert antwoord.status_code == 404
    assert Doel.objects.get().toestand == DoelToestand.ACTIEF
    assert "/doelen/" not in client.get("/redactie/").content.decode()
