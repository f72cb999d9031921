"""The screens of the board: everybody reads the own municipality, only an administrator does something."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Product, Wijziging
from sync.models import Doel, DoelSoort, Intrekking, Levering, LeveringToestand, Pauze
from sync.nazien import is_tijd
from sync.pauzeren import pauzeer
from tests.factories import (
    GegevenFactory,
    GemeenteFactory,
    LokaleVersieFactory,
    ProductFactory,
)
from tests.redactie.cms.hulp import als, lees
from tests.sync.conftest import bevestig, plan_alles

pytestmark = pytest.mark.django_db
TEKST = ["sliedrecht", "product", "paspoort"]


def test_het_bord_zegt_in_een_zin_of_alles_live_is(website):
    beheer = als(Rol.BEHEERDER)
    assert "Alles is live." in lees(beheer, "antwoord_publicatie")
    Doel.objects.filter(pk=website.pk).update(toestand="gestopt", laatste_fout="quarantaine: nee")
    pagina = lees(beheer, "antwoord_publicatie")
    assert "Bij 1 gemeente is nog niet alles live." in pagina
    assert "weigert ons geheim. Controleer het geheim en hervat" in pagina
    assert reverse("antwoord_doel", args=[website.pk]) in pagina
    assert (
        "Dordrecht" not in lees(beheer, "antwoord_publicatie", vraag="?wat=achter").partition("laatste 24")[0]
    )


def test_een_lokale_redacteur_ziet_de_eigen_gemeente_en_geen_knoppen(website, dordrecht):
    redacteur = als(Rol.REDACTEUR, dordrecht)
    pagina = lees(redacteur, "antwoord_publicatie")
    assert "Dordrecht" in pagina
    for geheim in ("Sliedrecht", "Pauzeren", "antwoord_doel", "/doelen/"):
        assert geheim not in pagina
    een = lees(redacteur, "antwoord_publicatie_tekst", "dordrecht", "product", "paspoort")
    assert "Overal live" in een
    assert "Trek overal in" not in een
    assert "Probeer opnieuw" not in een
    for args in (["sliedrecht"], TEKST):
        naam = "antwoord_publicatie_tekst" if len(args) > 1 else "antwoord_publicatie_gemeente"
        assert redacteur.get(reverse(naam, args=args)).status_code == 404


@pytest.mark.parametrize("rol", [Rol.CENTRAAL, Rol.PUBLICIST])
def test_wie_geen_beheerder_is_kan_niets_doen(website, sliedrecht, rol):
    client = als(rol, None if rol is Rol.CENTRAAL else sliedrecht)
    pauze = pauzeer(bereik="dordrecht", reden="Verhuizing", door="An")
    intrekking = Intrekking.objects.create(sleutel="x", titel="x", reden="x", door="x")
    for naam, args in (
        ("antwoord_pauzes", []),
        ("antwoord_intrekkingen", []),
        ("antwoord_intrekking", [intrekking.pk]),
    ):
        assert client.get(reverse(naam, args=args)).status_code == 404, naam
    posten = [
        ("antwoord_publicatie_tekst_doen", TEKST, {"doen": "opnieuw"}),
        ("antwoord_pauzes", [], {"bereik": "alles", "reden": "x"}),
        ("antwoord_pauze_hervat", [pauze.pk], {}),
        ("antwoord_intrekken", ["paspoort"], {"reden": "x", "gezien": "3"}),
    ]
    for naam, args, gegevens in posten:
        assert client.post(reverse(naam, args=args), gegevens).status_code == 404, naam
    assert Product.objects.get().live
    assert Pauze.objects.count() == 1
    assert not Wijziging.objects.exists()


def test_een_tekst_zegt_waarvan_zij_is_gemaakt_en_wat_elke_plek_bevestigde(website, sliedrecht):
    GegevenFactory(sleutel="loket", waarde="Raadhuisplein 1")
    GegevenFactory(sleutel="intern-nummer", waarde="geheim-123", intern=True)
    product = ProductFactory(
        sleutel="markt",
        titel="Markt",
        aanpak="Kom naar {gegeven:loket}.",
        doorverbinden="Bel {gegeven:intern-nummer}.",
        gepubliceerd=True,
    )
    LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Contant."}
    )
    plan_alles()
    bevestig()
    pagina = lees(
        als(Rol.REDACTEUR, sliedrecht), "antwoord_publicatie_tekst", "sliedrecht", "product", "markt"
    )
    assert "Overal live: versie 1." in pagina
    for plek in ("Website en balie van Antwoord", "Zoekindex", "Website Sliedrecht"):
        assert plek in pagina
    assert "Eigen tekst van de gemeente bij: Kosten" in pagina
    assert "Raadhuisplein 1" in pagina
    assert "geheim-123" not in pagina
    assert "Regionale tekst: revisie" in pagina
    assert "Eigen tekst: revisie" in pagina


def test_opnieuw_biedt_de_tekst_overal_nog_eens_aan(website):
    beheer = als(Rol.BEHEERDER)
    antwoord = beheer.post(
        reverse("antwoord_publicatie_tekst_doen", args=TEKST), {"doen": "opnieuw"}, follow=True
    )
    assert "De tekst wordt opnieuw gemaakt" in antwoord.content.decode()
    wacht = Levering.objects.filter(toestand=LeveringToestand.WACHT)
    assert {rij.publicatie.bereik for rij in wacht} == {"sliedrecht"}
    assert wacht.count() == 2
    assert Wijziging.objects.get().gemeente == "sliedrecht"


def test_vergelijken_vraagt_het_doel_om_nu_te_zeggen_wat_het_heeft(website):
    Doel.objects.filter(pk=website.pk).update(nazien_op="2099-01-01T00:00Z")
    beheer = als(Rol.BEHEERDER)
    gegevens = {"doen": "vergelijk", "doel": website.pk}
    assert (
        "wordt vergeleken"
        in beheer.post(
            reverse("antwoord_publicatie_tekst_doen", args=TEKST), gegevens, follow=True
        ).content.decode()
    )
    assert Doel.objects.get(pk=website.pk).nazien_op is None
    onbekend = {"doen": "vergelijk", "doel": "x"}
    assert beheer.post(reverse("antwoord_publicatie_tekst_doen", args=TEKST), onbekend).status_code == 404


def test_vergelijken_met_de_zoekindex_vraagt_haar_ook_echt(website):
    index = Doel.objects.get(soort=DoelSoort.INDEX)
    Doel.objects.filter(pk=index.pk).update(nagezien_op=timezone.now())
    beheer = als(Rol.BEHEERDER)
    gegevens = {"doen": "vergelijk", "doel": index.pk}
    pagina = beheer.post(reverse("antwoord_publicatie_tekst_doen", args=TEKST), gegevens, follow=True)
    index.refresh_from_db()
    assert is_tijd(index, timezone.now())
    assert "De zoekindex wordt vergeleken" in pagina.content.decode()


def test_een_doel_dat_stilstaat_heeft_geen_knop_om_te_vergelijken(website):
    beheer = als(Rol.BEHEERDER)
    knop = "Vergelijk nu met Website Sliedrecht"
    assert knop in lees(beheer, "antwoord_publicatie_tekst", *TEKST)
    Doel.objects.filter(pk=website.pk).update(toestand="gepauzeerd", nazien_op="2099-01-01T00:00Z")
    assert knop not in lees(beheer, "antwoord_publicatie_tekst", *TEKST)
    gegevens = {"doen": "vergelijk", "doel": website.pk}
    pagina = beheer.post(reverse("antwoord_publicatie_tekst_doen", args=TEKST), gegevens, follow=True)
    assert "Hervat het eerst" in pagina.content.decode()
    assert Doel.objects.get(pk=website.pk).nazien_op is not None


def test_alleen_een_beheerder_ziet_de_bewijzen_van_intrekking_ook_van_een_eigen_tekst(website):
    intrekking = Intrekking.objects.create(sleutel="paspoort", titel="x", reden="x", door="An")
    adres = reverse("antwoord_intrekking", args=[intrekking.pk])
    assert adres not in lees(als(Rol.CENTRAAL), "antwoord_publicatie_tekst", "regio", "product", "paspoort")
    # A municipality's own text has no page of the region: it is told beside that of the municipality.
    assert adres in lees(als(Rol.BEHEERDER), "antwoord_publicatie_tekst", *TEKST)


@pytest.mark.parametrize("vraag", ["?q=%00", "?q=pas%00poort"])
def test_een_teken_dat_geen_database_neemt_wordt_niet_gezocht(website, vraag):
    beheer = als(Rol.BEHEERDER)
    for naam, args in (("antwoord_publicatie", []), ("antwoord_publicatie_gemeente", ["sliedrecht"])):
        assert "\x00" not in lees(beheer, naam, *args, vraag=vraag)
    assert "nog nergens" in lees(beheer, "antwoord_live", "paspoort", vraag="?gemeente=%00")


def test_de_teksten_van_een_gemeente_met_filter(website):
    ProductFactory(sleutel="rijbewijs", titel="Rijbewijs", gepubliceerd=True)
    plan_alles()
    beheer = als(Rol.BEHEERDER)
    pagina = lees(beheer, "antwoord_publicatie_gemeente", "sliedrecht")
    assert "live 3/3" in pagina
    assert "live 1/3" in pagina
    achter = lees(beheer, "antwoord_publicatie_gemeente", "sliedrecht", vraag="?wat=achter")
    assert "Rijbewijs" in achter
    assert "Paspoort" not in achter
    assert "Niets gevonden" in lees(beheer, "antwoord_publicatie_gemeente", "sliedrecht", vraag="?q=xyz")
    assert beheer.get(reverse("antwoord_publicatie_gemeente", args=["nergens"])).status_code == 404


def test_wat_achterblijft_is_ook_wat_gepauzeerd_is_of_nog_wacht_op_verwerking(website):
    beheer = als(Rol.BEHEERDER)

    def achter(bereik: str) -> str:
        return lees(beheer, "antwoord_publicatie_gemeente", bereik, vraag="?wat=achter")

    assert "Er blijft niets achter." in achter("dordrecht")
    for soort, sleutel in (("product", "paspoort"), ("feit", "tarieven:paspoort"), ("alles", "")):
        wacht = Wijziging.objects.create(soort=soort, sleutel=sleutel, gemeente="dordrecht")
        assert "Paspoort aanvragen" in achter("dordrecht"), soort
        assert "Er blijft niets achter." in achter("sliedrecht"), soort
        wacht.delete()
    Wijziging.objects.create(soort="gemeente", gemeente="dordrecht")
    assert "De gemeente zelf" in achter("dordrecht")
    assert "Paspoort aanvragen" not in achter("dordrecht")
    pauzeer(bereik="sliedrecht", reden="Verhuizing", door="An")
    assert "Paspoort aanvragen" in achter("sliedrecht")


def test_de_regio_telt_niet_als_gemeente_en_een_bedrag_zegt_van_wie_het_is(website, sliedrecht):
    GegevenFactory(sleutel="loket", waarde="Raadhuisplein 1")
    ProductFactory(sleutel="markt", titel="Markt", aanpak="Kom naar {gegeven:loket}.", gepubliceerd=True)
    plan_alles()
    beheer = als(Rol.BEHEERDER)
    assert "Bij 2 gemeenten en de regio is nog niet alles live." in lees(beheer, "antwoord_publicatie")
    feiten = lees(beheer, "antwoord_publicatie_tekst", "sliedrecht", "product", "markt")
    assert "<td>Regionaal</td>" in feiten
    assert "<td>centraal</td>" not in feiten


def test_opnieuw_belooft_niets_tijdens_een_pauze(website):
    pauzeer(bereik="sliedrecht", reden="Verhuizing", door="An")
    adres = reverse("antwoord_publicatie_tekst_doen", args=TEKST)
    pagina = als(Rol.BEHEERDER).post(adres, {"doen": "opnieuw"}, follow=True).content.decode()
    assert "pas na de pauze opnieuw gemaakt" in pagina


def test_de_schermen_kosten_evenveel_vragen_bij_meer_gemeenten_en_teksten(website):
    beheer = als(Rol.BEHEERDER)
    schermen = [
        reverse("antwoord_publicatie"),
        reverse("antwoord_publicatie_gemeente", args=["sliedrecht"]),
        reverse("antwoord_publicatie_tekst", args=TEKST),
    ]

    def vragen() -> list[int]:
        tellingen = []
        for adres in schermen:
            with CaptureQueriesContext(connection) as gevangen:
                assert beheer.get(adres).status_code == 200
            tellingen.append(len(gevangen))
        return tellingen

    vragen()
    een = vragen()
    for nummer in range(25):
        GemeenteFactory(slug=f"extra-{nummer}", hostnamen=[])
    for nummer in range(5):
        ProductFactory(sleutel=f"extra-{nummer}", gepubliceerd=True)
    plan_alles()
    assert vragen() == een
    assert max(een) <= 30
