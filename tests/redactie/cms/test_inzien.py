"""Looking without changing: no button that leads this person nowhere, and values a reader can read."""

from __future__ import annotations

import pytest

from redactie import models
from redactie.keuzes import Rol
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db


def test_een_lokale_redacteur_krijgt_bij_een_tekst_van_de_regio_geen_knop_die_nergens_heen_leidt(
    sliedrecht,
) -> None:
    product = f.ProductFactory(gepubliceerd=True, gemeente=None)
    eigen = f.ProductFactory(gemeente=sliedrecht)
    redacteur = als(Rol.REDACTEUR, sliedrecht)
    scherm = redacteur.get(adres(product, "inspect")).content.decode()
    assert adres(product, "edit") not in scherm
    assert adres(product, "delete") not in scherm
    assert adres(eigen, "edit") in redacteur.get(adres(eigen, "inspect")).content.decode()
    assert adres(product, "edit") in als(Rol.CENTRAAL).get(adres(product, "inspect")).content.decode()


def test_een_kiezer_leidt_alleen_wie_dat_mag_naar_het_gekozene(sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True, gemeente=None)
    versie = f.LokaleVersieFactory(gemeente=sliedrecht)
    nieuw = f"{adres(type(versie), 'add')}?product={product.pk}"
    assert adres(product) not in als(Rol.REDACTEUR, sliedrecht).get(nieuw).content.decode()
    opvolger = f.ProductFactory(gepubliceerd=True, gemeente=None)
    product.opvolger = opvolger
    product.save()
    assert adres(opvolger) in als(Rol.CENTRAAL).get(adres(product)).content.decode()


def test_een_uniforme_productnaam_leest_als_tekst_en_niet_als_code() -> None:
    naam = f.UplNaamFactory(
        bestuurslagen=["gemeente", "provincie"],
        doelgroepen=[],
        grondslagen=[{"uri": "https://wetten.example", "label": "Paspoortwet"}],
        vervallen_op=None,
    )
    velden = als(Rol.CENTRAAL).get(adres(naam, "inspect")).context["fields"]
    waarden = {veld["label"]: veld["value"] for veld in velden}
    assert waarden["Bestuurslagen"] == "gemeente, provincie"
    assert waarden["Grondslagen"] == "Paspoortwet"
    assert waarden["Doelgroepen"] == waarden["Vervallen op"] == "–"


@pytest.mark.parametrize(("waarde", "woord"), [("true", "Ja"), ("false", "Nee")])
def test_een_filter_dat_aan_staat_zegt_ja_of_nee(waarde: str, woord: str) -> None:
    lijst = als(Rol.CENTRAAL).get(f"{adres(models.Product, 'list')}?live={waarde}")
    assert [filter_.value for filter_ in lijst.context["active_filters"]] == [woord]
