"""The status screen tells what is live, what is not, since when and why; to each what concerns them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Tekstversie
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Syncstand
from sync.stand import aandachtspunten, overzicht
from tests.factories import GebruikerFactory, GemeenteFactory, ProductFactory, TariefFactory
from tests.sync.conftest import plan_alles

pytestmark = pytest.mark.django_db


@pytest.fixture
def kapot(regio):
    """A text that may not be published, and one with an amount that has lapsed."""
    product = ProductFactory(sleutel="kapot", titel="Kapot product", gepubliceerd=True)
    TariefFactory(
        sleutel="oud", bedrag=Decimal(5), geldig_van=date(2020, 1, 1), geldig_tot=date(2020, 12, 31), groep=""
    )
    ProductFactory(sleutel="oud", titel="Oud bedrag", kosten="Het kost {tarief:oud}.", gepubliceerd=True)
    plan_alles()
    Tekstversie(product=product, veld="kosten", tekst="<b>ruw</b>", vanaf=timezone.now()).save()
    plan_alles()


def test_het_overzicht_telt_per_gemeente_wat_live_is_en_wat_niet(kapot):
    per_bereik = {rij.bereik: rij for rij in overzicht().bereiken}
    assert set(per_bereik) == {"regio", "sliedrecht", "dordrecht"}
    rij = per_bereik["dordrecht"]
    # Two products and the document of the municipality itself.
    assert (rij.live, rij.mislukt, rij.alarmen) == (3, 1, 1)
    assert rij.mislukt_sinds is not None


def test_een_aandachtspunt_noemt_reden_en_eigenaar(kapot):
    punten = aandachtspunten(bereiken={"dordrecht"})
    assert [(punt.titel, punt.fout) for punt in punten] == [("Kapot product", True), ("Oud bedrag", False)]
    assert "tarief:oud" in punten[1].redenen[0]
    assert all(punt.eigenaar for punt in punten)


def test_een_fout_staat_er_ook_bij_als_er_veel_alarmen_zijn(kapot):
    ProductFactory(sleutel="aa", titel="Ook oud", kosten="Het kost {tarief:oud}.", gepubliceerd=True)
    plan_alles()
    assert [punt.fout for punt in aandachtspunten(bereiken={"dordrecht"}, meest=1)] == [True]


def test_wat_de_index_weigert_telt_als_mislukt_en_staat_er_met_reden(regio):
    doel = Doel.objects.create(naam="index", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)
    ProductFactory(sleutel="geweigerd", titel="Geweigerd product", gepubliceerd=True)
    plan_alles()
    Levering.objects.filter(doel=doel, publicatie__bereik="dordrecht").update(
        toestand=LeveringToestand.GEPARKEERD, laatste_fout="422 te lang"
    )
    per_bereik = {rij.bereik: rij for rij in overzicht().bereiken}
    assert per_bereik["dordrecht"].mislukt == 1
    (punt,) = aandachtspunten(bereiken={"dordrecht"})
    assert (punt.titel, punt.fout) == ("Geweigerd product", True)
    assert "422 te lang" in punt.redenen[0]


def test_zonder_hartslag_is_niet_alles_live(regio):
    assert not overzicht().alles_live
    Syncstand.klop(op=timezone.now())
    assert overzicht().draait


def test_het_overzicht_vraagt_niet_meer_bij_meer_gemeenten(kapot, django_assert_max_num_queries):
    for nummer in range(15):
        GemeenteFactory(slug=f"extra-{nummer}", hostnamen=[])
    plan_alles()
    with django_assert_max_num_queries(12):
        overzicht()


def test_het_scherm_toont_een_lokale_redacteur_alleen_de_eigen_gemeente(kapot, client, sliedrecht):
    client.force_login(GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht))
    inhoud = client.get(reverse("antwoord_publicatie")).content.decode()
    assert "Sliedrecht" in inhoud
    assert "Dordrecht" not in inhoud


def test_het_scherm_toont_de_centrale_redactie_alles(kapot, client):
    client.force_login(GebruikerFactory(rol=Rol.CENTRAAL))
    inhoud = client.get(reverse("antwoord_publicatie")).content.decode()
    assert "Kapot product" in inhoud
    assert "Sliedrecht" in inhoud
    assert "Dordrecht" in inhoud
