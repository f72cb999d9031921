"""A pause holds what is new, of one municipality or of everything; what is withdrawn goes, and nothing is lost."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.utils import timezone

from deploy.ontvanger.ontvanger import Ontvanger
from redactie.models import Product, Wijziging
from sync.adem import Adem
from sync.bord.cel import Stand
from sync.bord.tekst import tekststanden
from sync.doelbeheer import hervat as hervat_doel
from sync.doelbeheer import pauzeer as pauzeer_doel
from sync.models import Publicatie, Toestand
from sync.opnieuw import gemeente_opnieuw
from sync.pauzeren import ALLES, PauzeFout, hervat, pauzeer, pauzes
from sync.plannen import plan_verlopen, plan_volgende, verwerk_alles
from tests import ontvangers as o
from tests.factories import LokaleVersieFactory, ProductFactory, publiceer
from tests.sync.conftest import ADEM, plan_alles, publicatie, veld_tekst
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
    plan_alles()
    assert {veld_tekst(van, "paspoort", "termijn") for van in ("dordrecht", "sliedrecht")} == {"5 dagen"}
    hervat(bereik=ALLES, door="An")
    plan_alles()
    assert {veld_tekst(van, "paspoort", "termijn") for van in ("dordrecht", "sliedrecht")} == {"3 dagen"}
    assert not Publicatie.objects.filter(opnieuw_op__lte=timezone.now()).exists()


def test_een_pauze_van_alles_laat_de_lus_niets_steeds_opnieuw_doen(paspoort):
    pauzeer(bereik=ALLES, reden="Storing", door="An")
    Publicatie.objects.update(opnieuw_op=timezone.now() - timedelta(hours=1))
    ProductFactory(sleutel="rijbewijs", gepubliceerd=True)
    gemeente_opnieuw("dordrecht", timezone.now())
    plan_alles()
    assert not Wijziging.objects.exists()
    assert not plan_verlopen(ADEM)
    assert not plan_volgende(ADEM)
    assert not Publicatie.objects.filter(sleutel="rijbewijs").exclude(toestand=Toestand.GEEN).exists()
    hervat(bereik=ALLES, door="An")
    plan_alles()
    assert Publicatie.objects.filter(sleutel="rijbewijs", toestand=Toestand.LIVE).count() == 3
    versies = dict(Publicatie.objects.values_list("pk", "versie"))
    plan_alles()
    assert dict(Publicatie.objects.values_list("pk", "versie")) == versies


def test_bij_een_pauze_van_alles_en_van_een_gemeente_moeten_beide_eraf(paspoort):
    for bereik in (ALLES, "dordrecht"):
        pauzeer(bereik=bereik, reden="Storing", door="An")
    wijzig(paspoort, "3 dagen")
    hervat(bereik=ALLES, door="An")
    plan_alles()
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "5 dagen"
    assert veld_tekst("sliedrecht", "paspoort", "termijn") == "3 dagen"
    hervat(bereik="dordrecht", door="An")
    plan_alles()
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "3 dagen"


@pytest.mark.parametrize("bereik", [ALLES, "dordrecht"])
def test_intrekken_gaat_door_tijdens_een_pauze(paspoort, bereik):
    pauzeer(bereik=bereik, reden="Storing", door="An")
    Product.objects.get().unpublish()
    plan_alles()
    assert publicatie("dordrecht", "paspoort").toestand == Toestand.INGETROKKEN


@pytest.mark.parametrize("bereik", [ALLES, "dordrecht"])
def test_wat_tijdens_een_pauze_ingetrokken_werd_staat_op_het_bord_als_weg(paspoort, bereik):
    pauzeer(bereik=bereik, reden="Storing", door="An")
    rij = publicatie("dordrecht", "paspoort")
    (stand,) = tekststanden([rij], pauzes())
    assert stand.plekken[0].stand is Stand.GEPAUZEERD
    Product.objects.get().unpublish()
    plan_alles()
    (stand,) = tekststanden([publicatie("dordrecht", "paspoort")], pauzes())
    assert (stand.weg, stand.plekken[0].stand) == (True, Stand.LIVE)


@pytest.mark.parametrize("bereik", [ALLES, "dordrecht"])
def test_niet_meer_aangeboden_verdwijnt_ook_tijdens_een_pauze(regio, dordrecht, bereik):
    product = ProductFactory(sleutel="kermis", aanbod="na_keuze", gepubliceerd=True)
    versie = LokaleVersieFactory(product=product, gemeente=dordrecht, gepubliceerd=True)
    plan_alles()
    assert publicatie("dordrecht", "kermis").toestand == Toestand.LIVE
    pauzeer(bereik=bereik, reden="Storing", door="An")
    versie.unpublish()
    plan_alles()
    assert publicatie("dordrecht", "kermis").toestand == Toestand.INGETROKKEN


@pytest.mark.parametrize("bereik", [ALLES, "dordrecht"])
def test_een_gemeente_die_vertrekt_verdwijnt_ook_tijdens_een_pauze(paspoort, dordrecht, bereik):
    pauzeer(bereik=bereik, reden="Storing", door="An")
    dordrecht.deelname_tot = date(2026, 1, 1)
    dordrecht.save()
    plan_alles()
    weg = Publicatie.objects.filter(toestand=Toestand.INGETROKKEN)
    assert set(weg.values_list("bereik", "sleutel")) == {
        ("dordrecht", "gemeente"),
        ("dordrecht", "paspoort"),
    }


@pytest.mark.parametrize("bereik", [ALLES, "dordrecht"])
def test_een_vertrek_op_een_dag_die_nog_komt_wacht_niet_op_het_einde_van_de_pauze(
    paspoort, dordrecht, bereik
):
    """Recorded during the pause, when nothing is to be withdrawn yet."""
    vandaag = timezone.localdate()
    pauzeer(bereik=bereik, reden="Storing", door="An")
    dordrecht.deelname_tot = vandaag
    dordrecht.save()
    plan_alles()
    assert publicatie("dordrecht", "paspoort").toestand == Toestand.LIVE
    plan_alles(op=timezone.now() + timedelta(days=2))
    assert publicatie("dordrecht", "paspoort").toestand == Toestand.INGETROKKEN


def test_wat_terugkomt_terwijl_het_ingetrokken_wordt_gaat_niet_live_tijdens_een_pauze_van_alles(paspoort):
    """In blocks: some are withdrawn when it is published again, and none of the rest gets the new text."""
    pauzeer(bereik=ALLES, reden="Storing", door="An")
    Product.objects.get().unpublish()
    voor = dict(Publicatie.objects.filter(sleutel="paspoort").values_list("bereik", "versie"))

    class Tussendoor(Adem):
        @contextmanager
        def schrijven(self):
            with super().schrijven():
                yield
            self.blok = 1
            product = Product.objects.get()
            if not product.live:
                product.termijn = "1 dag"
                publiceer(product)

    verwerk_alles(Tussendoor(blok=1, rust=False))
    rijen = Publicatie.objects.filter(sleutel="paspoort").order_by("bereik")
    assert [(rij.bereik, rij.toestand) for rij in rijen] == [
        ("dordrecht", Toestand.INGETROKKEN),
        ("regio", Toestand.LIVE),
        ("sliedrecht", Toestand.LIVE),
    ]
    assert [rij.versie for rij in rijen[1:]] == [voor["regio"], voor["sliedrecht"]]
    hervat(bereik=ALLES, door="An")
    plan_alles()
    assert {veld_tekst(van, "paspoort", "termijn") for van in voor} == {"1 dag"}


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
