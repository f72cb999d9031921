"""How far a text is live, as its editor reads it: never ahead of what was acknowledged, and with the reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Product, Wijziging, WijzigingSoort
from sync.bord.live import livestand
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Syncstand, Uitgave
from sync.pauzeren import pauzeer
from tests.factories import GebruikerFactory, GemeenteFactory, ProductFactory, publiceer
from tests.sync.conftest import bevestig, plan_alles

pytestmark = pytest.mark.django_db


def wijzig() -> None:
    product = Product.objects.get(sleutel="paspoort")
    product.termijn = "Binnen 3 dagen."
    publiceer(product)


def fragment(client, sleutel: str = "paspoort", vraag: str = "") -> str:
    antwoord = client.get(reverse("antwoord_live", args=[sleutel]) + vraag)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_van_vastgelegd_tot_overal_bevestigd(website):
    assert (livestand("paspoort", None).live, livestand("paspoort", None).van) == (2, 2)
    wijzig()
    # Recorded, not looked at: what is live is the old text.
    assert (livestand("paspoort", None).live, livestand("paspoort", None).klaar) == (0, False)
    plan_alles()
    assert livestand("paspoort", None).live == 0
    bevestig(doel__soort=DoelSoort.INDEX)
    # Sliedrecht also has the website of a supplier.
    stand = livestand("paspoort", None)
    assert (stand.live, stand.van, stand.klaar, stand.seconden) == (1, 2, False, None)
    bevestig()
    stand = livestand("paspoort", None)
    assert (stand.live, stand.klaar) == (2, True)
    assert stand.seconden is not None


def test_de_tijd_loopt_van_vastleggen_tot_de_laatste_bevestiging(website):
    wijzig()
    plan_alles()
    bevestig()
    begin = timezone.now() - timedelta(seconds=90)
    Uitgave.objects.filter(publicatie__sleutel="paspoort", versie__gt=0).update(vastgelegd_op=begin, op=begin)
    Levering.objects.filter(publicatie__sleutel="paspoort").update(bevestigd_op=begin)
    laatste = Levering.objects.get(doel=website, publicatie__sleutel="paspoort")
    Levering.objects.filter(pk=laatste.pk).update(bevestigd_op=begin + timedelta(seconds=1.25))
    publicaties = laatste.publicatie.__class__.objects.filter(sleutel="paspoort")
    publicaties.update(gepubliceerd_op=begin)
    assert livestand("paspoort", None).seconden == pytest.approx(1.25)


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"toestand": DoelToestand.GEPAUZEERD}, "Sliedrecht: Website Sliedrecht is gepauzeerd."),
        (
            {"toestand": DoelToestand.GESTOPT, "laatste_fout": "pauze: weg"},
            "Sliedrecht: Website Sliedrecht is gestopt (zegt dat dit adres niet meer bestaat (410)).",
        ),
        (
            {"laatste_fout": "er komt geen verbinding tot stand"},
            "Sliedrecht: Website Sliedrecht neemt nu niets aan (er komt geen verbinding tot stand).",
        ),
    ],
)
def test_waar_het_achterblijft_staat_de_reden(website, velden, reden):
    wijzig()
    plan_alles()
    bevestig(doel__soort=DoelSoort.INDEX)
    Doel.objects.filter(pk=website.pk).update(**velden)
    stand = livestand("paspoort", None)
    assert (stand.live, stand.redenen, stand.klaar, stand.hulp_nodig) == (1, (reden,), False, True)
    Levering.objects.filter(doel__soort=DoelSoort.INDEX).update(toestand=LeveringToestand.WACHT)
    assert not livestand("paspoort", None).hulp_nodig


def test_een_tekst_die_voor_het_eerst_komt_tijdens_een_pauze_zegt_waarom_hij_nergens_staat(website, client):
    pauzeer(bereik="", reden="Storing.", door="An")
    nieuw = ProductFactory(sleutel="hondenbelasting", gepubliceerd=True)
    plan_alles()
    stand = livestand("hondenbelasting", None)
    assert (stand.live, stand.redenen) == (
        0,
        ("2 gemeenten en de regio: de publicatie is gepauzeerd. Storing.",),
    )
    assert stand.hulp_nodig
    client.force_login(GebruikerFactory(rol=Rol.CENTRAAL))
    assert "Deze tekst staat nog nergens. 2 gemeenten en de regio: de publicatie" in fragment(
        client, "hondenbelasting"
    )
    nieuw.unpublish()
    plan_alles()
    assert livestand("hondenbelasting", None).redenen == ()


def test_een_geweigerde_tekst_en_een_pauze_staan_erbij(website):
    Levering.objects.filter(doel=website).update(
        toestand=LeveringToestand.GEPARKEERD, laatste_fout="422 te lang"
    )
    pauzeer(bereik="dordrecht", reden="Verhuizing.", door="An")
    assert set(livestand("paspoort", None).redenen) == {
        "Sliedrecht: Website Sliedrecht neemt deze tekst niet aan (weigert deze tekst (422): te lang).",
        "Dordrecht: de publicatie is gepauzeerd. Verhuizing.",
    }


def test_dezelfde_reden_staat_er_een_keer_met_het_aantal_gemeenten(website):
    GemeenteFactory(slug="papendrecht", naam="Papendrecht")
    plan_alles()
    bevestig()
    pauzeer(bereik="", reden="Storing.", door="An")
    stand = livestand("paspoort", None)
    assert (stand.redenen, stand.meer) == (
        ("3 gemeenten en de regio: de publicatie is gepauzeerd. Storing.",),
        0,
    )
    assert livestand("paspoort", {"dordrecht", "sliedrecht"}).redenen == (
        "2 gemeenten: de publicatie is gepauzeerd. Storing.",
    )


def test_zonder_zoekindex_staat_dat_er_in_een_gewone_zin(website):
    Doel.objects.filter(soort=DoelSoort.INDEX).delete()
    assert livestand("paspoort", {"dordrecht"}).redenen == ("Dordrecht: er is nog geen zoekindex.",)


def test_het_is_pas_klaar_als_ook_de_regio_het_bevestigde(website):
    wijzig()
    plan_alles()
    bevestig(publicatie__bereik__in=["dordrecht", "sliedrecht"])
    stand = livestand("paspoort", None)
    # The last number is counted only once it is complete: until then it must be asked again.
    assert (stand.live, stand.van, stand.klaar, stand.seconden) == (2, 2, False, None)
    bevestig()
    stand = livestand("paspoort", None)
    assert stand.klaar
    assert stand.seconden is not None


def test_ingetrokken_telt_waar_het_weg_is(website):
    Product.objects.get(sleutel="paspoort").unpublish()
    plan_alles()
    assert (livestand("paspoort", None).live, livestand("paspoort", None).weg) == (0, True)
    bevestig()
    stand = livestand("paspoort", None)
    assert (stand.live, stand.van, stand.klaar) == (2, 2, True)


def test_als_de_publicatie_stilstaat_zegt_het_dat(website, client):
    wijzig()
    Syncstand.objects.update(hartslag=timezone.now() - timedelta(minutes=10))
    client.force_login(GebruikerFactory(rol=Rol.CENTRAAL))
    tekst = fragment(client)
    assert "0 van 2 gemeenten live. De publicatie staat stil sinds" in tekst
    assert 'data-live="hulp"' in tekst


def test_het_fragment_in_woorden(website, client):
    client.force_login(GebruikerFactory(rol=Rol.CENTRAAL))
    assert "2 van 2 gemeenten live" in fragment(client)
    assert 'data-live="klaar"' in fragment(client)
    assert "1 van 1 gemeente live" in fragment(client, vraag="?gemeente=dordrecht")
    assert "Deze tekst staat nog nergens." in fragment(client, "bestaat-niet")


def test_een_lokale_redacteur_telt_alleen_de_eigen_gemeente(website, client, sliedrecht):
    Doel.objects.filter(pk=website.pk).update(toestand=DoelToestand.GEPAUZEERD)
    dordrecht = GemeenteFactory(slug="dordrecht")
    client.force_login(GebruikerFactory(rol=Rol.REDACTEUR, gemeente=dordrecht))
    wijzig()
    plan_alles()
    tekst = fragment(client)
    assert "0 van 1 gemeente live" in tekst
    assert "Sliedrecht" not in tekst
    assert "Deze tekst staat nog nergens." in fragment(client, vraag="?gemeente=sliedrecht")


def test_van_een_eigen_tekst_van_een_ander_blijkt_niet_dat_zij_er_is(website, sliedrecht):
    eigen = ProductFactory(sleutel="veerdienst", gemeente=sliedrecht).sleutel
    Wijziging.objects.create(soort=WijzigingSoort.PRODUCT, sleutel=eigen)
    assert livestand(eigen, {"dordrecht"}).van == 0
    assert livestand(eigen, {"sliedrecht"}).van == livestand(eigen, None).van == 1


def test_van_een_wijziging_voor_een_ander_wacht_de_eigen_gemeente_niet(website):
    ProductFactory(sleutel="visakte")
    Wijziging.objects.filter(sleutel="visakte").delete()
    Wijziging.objects.create(soort=WijzigingSoort.PRODUCT, sleutel="visakte", gemeente="sliedrecht")
    assert [livestand("visakte", {bereik}).van for bereik in ("dordrecht", "sliedrecht")] == [0, 1]
    Wijziging.objects.create(soort=WijzigingSoort.PRODUCT, sleutel="visakte")
    assert livestand("visakte", {"dordrecht"}).van == 1


def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_gemeenten(website):
    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            livestand("paspoort", None)
        return len(gevangen)

    een = vragen()
    for nummer in range(30):
        GemeenteFactory(slug=f"extra-{nummer}", hostnamen=[])
    ProductFactory(sleutel="rijbewijs", gepubliceerd=True)
    wijzig()
    plan_alles()
    bevestig()
    assert livestand("paspoort", None).van == 32
    assert vragen() == een <= 10
