"""A pause holds what is new, of one municipality or of everything; what is withdrawn goes, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from deploy.ontvanger.ontvanger import Ontvanger
from redactie.models import Product
from sync.adem import Adem
from sync.doelbeheer import hervat as hervat_doel
from sync.doelbeheer import pauzeer as pauzeer_doel
from sync.models import Publicatie, Toestand
from sync.pauzeren import ALLES, PauzeFout, hervat, pauzeer
from sync.plannen import plan_verlopen
from tests import ontvangers as o
from tests.factories import LokaleVersieFactory, ProductFactory
from tests.sync.conftest import plan_alles, publicatie, veld_tekst
from tests.sync.doelproef import bezorg_alles, doel_voor, staat, wijzig

pytestmark = pytest.mark.django_db


@pytest.fixture
def paspoort(regio) -> Product:
    product = ProductFactory(sleutel="paspoort", termijn="5 dagen", gepubliceerd=True)
    plan_alles()
    return product


def test_een_gemeente_op_pauze_houdt_haar_tekst_en_krijgt_daarna_de_nieuwste(paspoort):
    pauzeer(bereik="dordrecht", reden="Verhuizing", door="An")
    wijzig(paspoort, "4 dagen")
    wijzig(paspoort, "3 dagen")
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "5 dagen"
    assert veld_tekst("sliedrecht", "paspoort", "termijn") == "3 dagen"
    hervat(bereik="dordrecht", door="An")
    plan_alles()
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "3 dagen"


def test_bij_een_pauze_van_alles_wacht_alles_en_gaat_niets_verloren(paspoort):
    pauzeer(bereik=ALLES, reden="Storing", door="An")
    wijzig(paspoort, "3 dagen")
    Publicatie.objects.update(opnieuw_op=timezone.now() - timedelta(hours=1))
    assert plan_verlopen(Adem(rust=False)) == 0
    assert {veld_tekst(van, "paspoort", "termijn") for van in ("dordrecht", "sliedrecht")} == {"5 dagen"}
    hervat(bereik=ALLES, door="An")
    plan_alles()
    assert {veld_tekst(van, "paspoort", "termijn") for van in ("dordrecht", "sliedrecht")} == {"3 dagen"}
    assert not Publicatie.objects.filter(opnieuw_op__lte=timezone.now()).exists()


@pytest.mark.parametrize("bereik", [ALLES, "dordrecht"])
def test_intrekken_gaat_door_tijdens_een_pauze(paspoort, bereik):
    pauzeer(bereik=bereik, reden="Storing", door="An")
    Product.objects.get().unpublish()
    plan_alles()
    assert publicatie("dordrecht", "paspoort").toestand == Toestand.INGETROKKEN


def test_niet_meer_aangeboden_verdwijnt_bij_een_gemeente_op_pauze(regio, dordrecht):
    product = ProductFactory(sleutel="kermis", aanbod="na_keuze", gepubliceerd=True)
    versie = LokaleVersieFactory(product=product, gemeente=dordrecht, gepubliceerd=True)
    plan_alles()
    van = dordrecht.slug
    assert publicatie(van, "kermis").toestand == Toestand.LIVE
    pauzeer(bereik=van, reden="Storing", door="An")
    versie.unpublish()
    plan_alles()
    assert publicatie(van, "kermis").toestand == Toestand.INGETROKKEN


def test_een_gepauzeerd_doel_krijgt_wat_ingetrokken_wordt_en_verder_niets(paspoort, settings, tmp_path):
    settings.ANTWOORD_PRIVE_DOELEN = True
    ander = ProductFactory(sleutel="rijbewijs", termijn="5 dagen", gepubliceerd=True)
    plan_alles()
    ontvanger = Ontvanger(o.opslag_in(tmp_path), [geheim := o.nieuw_geheim()])
    with o.draai(ontvanger) as adres:
        doel = doel_voor("sliedrecht", adres, geheim)
        bezorg_alles()
        voor = staat(ontvanger)
        pauzeer_doel(doel=doel)
        wijzig(ander, "3 dagen")
        Product.objects.get(sleutel="paspoort").unpublish()
        plan_alles()
        bezorg_alles(rondes=3)
        na = staat(ontvanger)
        assert na["product/rijbewijs"] == voor["product/rijbewijs"]
        assert na["product/paspoort"][0] > voor["product/paspoort"][0]
        hervat_doel(doel=doel)
        bezorg_alles()
        assert staat(ontvanger)["product/rijbewijs"][0] > voor["product/rijbewijs"][0]


def test_twee_keer_pauzeren_of_hervatten_wordt_geweigerd(paspoort):
    pauzeer(bereik="dordrecht", reden="Verhuizing", door="An")
    with pytest.raises(PauzeFout, match="al op pauze"):
        pauzeer(bereik="dordrecht", reden="Nog eens", door="Bo")
    hervat(bereik="dordrecht", door="An")
    with pytest.raises(PauzeFout, match="niet meer op pauze"):
        hervat(bereik="dordrecht", door="An")
    with pytest.raises(PauzeFout, match="is er niet"):
        pauzeer(bereik="nergens", reden="?", door="An")
