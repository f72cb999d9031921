"""A draft that names a row that is gone opens with that field empty: PROTECT guards rows, and a draft is none."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from modelcluster.models import get_all_child_relations

from redactie.keuzes import Aangeboden, Rol
from redactie.models import Contactpunt, Gemeente, LokaleVersie, Product
from redactie.models.concept import ConceptModel
from redactie.models.verdwenen import BESCHERMD
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db


def met_verdwenen_eigenaar() -> Product:
    """Published, with a draft that changes a text and names an owner that is gone."""
    product = Product.objects.get(pk=f.ProductFactory(sleutel="paspoort", gepubliceerd=True).pk)
    eigenaar, blijft = f.ContactpuntFactory(), f.ContactpuntFactory(naam="KCC")
    product.eigenaar, product.behandelaar, product.kosten = eigenaar, blijft, "Nog niets."
    product.save_revision()
    eigenaar.delete()
    return Product.objects.get(pk=product.pk)


def test_het_concept_houdt_al_het_andere() -> None:
    product = met_verdwenen_eigenaar()
    concept = product.get_latest_revision_as_object()
    assert concept.eigenaar is None
    assert (concept.behandelaar, concept.kosten) == (Contactpunt.objects.get(), "Nog niets.")
    assert concept.pk == product.pk


@pytest.mark.parametrize("veld", ["eigenaar", "behandelaar", "opvolger"])
def test_elk_veld_van_een_product_dat_iets_noemt(veld: str) -> None:
    product = Product.objects.get(pk=f.ProductFactory(gepubliceerd=True).pk)
    weg = f.ProductFactory(sleutel="oud") if veld == "opvolger" else f.ContactpuntFactory()
    setattr(product, veld, weg)
    product.save_revision()
    weg.delete()
    assert getattr(Product.objects.get(pk=product.pk).get_latest_revision_as_object(), veld) is None


@pytest.mark.parametrize("veld", ["behandelaar", "valt_onder"])
def test_elk_veld_van_een_lokale_versie_dat_iets_noemt(veld: str, sliedrecht: Gemeente) -> None:
    versie = f.LokaleVersieFactory(gemeente=sliedrecht, wijkt_af={"kosten": "Gratis."}, gepubliceerd=True)
    versie = LokaleVersie.objects.get(pk=versie.pk)
    weg = f.ProductFactory(sleutel="oud") if veld == "valt_onder" else f.ContactpuntFactory()
    setattr(versie, veld, weg)
    versie.aangeboden = Aangeboden.JA
    versie.save_revision()
    weg.delete()
    concept = LokaleVersie.objects.get(pk=versie.pk).get_latest_revision_as_object()
    assert getattr(concept, veld) is None
    assert [rij.tekst for rij in concept.afwijkingen.all()] == ["Gratis."]
    assert als(Rol.PUBLICIST, sliedrecht).get(adres(versie)).status_code == 200


def test_het_bewerkscherm_opent_zodat_een_redacteur_het_veld_opnieuw_kan_vullen() -> None:
    scherm = als(Rol.CENTRAAL).get(adres(met_verdwenen_eigenaar()))
    assert scherm.status_code == 200
    assert scherm.context["form"]["eigenaar"].value() is None
    assert "Nog niets." in scherm.content.decode()


def test_wat_het_concept_noemt_en_er_nog_is_kost_geen_vraag_extra(django_assert_num_queries) -> None:
    product = Product.objects.get(pk=f.ProductFactory(gepubliceerd=True).pk)
    product.eigenaar, product.behandelaar = f.ContactpuntFactory(), f.ContactpuntFactory()
    inhoud = product.save_revision().content
    with CaptureQueriesContext(connection) as vragen:
        super(ConceptModel, Product).from_serializable_data(inhoud)
    with django_assert_num_queries(len(vragen)):
        Product.from_serializable_data(inhoud)


def test_een_andere_fout_in_een_concept_blijft_een_fout() -> None:
    inhoud = f.ProductFactory().serializable_data()
    with pytest.raises(Exception, match="datum"):
        Product.from_serializable_data(inhoud | {"controledatum": "gisteren"})


def test_geen_kind_van_een_concept_noemt_iets_dat_alleen_rijen_beschermen() -> None:
    """Their fields would have to be emptied too."""
    for model in (Product, LokaleVersie):
        for relatie in get_all_child_relations(model):
            for veld in relatie.related_model._meta.concrete_fields:
                assert not veld.is_relation or veld.remote_field.on_delete not in BESCHERMD, veld
