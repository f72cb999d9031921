"""The factories make what their names promise: others build on them."""

from __future__ import annotations

import pytest

from redactie import models
from redactie.keuzes import AfwijkingWijze, Rol
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fabriek",
    [
        lid
        for naam, lid in vars(factories).items()
        if naam.endswith("Factory") and naam != "DjangoModelFactory"
    ],
)
def test_elke_fabriek_maakt_een_geldig_ding(fabriek) -> None:
    fabriek().full_clean(exclude=["password"])


def test_een_gepubliceerd_product_heeft_een_tijdlijn() -> None:
    product = factories.ProductFactory(gepubliceerd=True, kosten="Het is gratis.")
    assert product.live
    assert product.tekstversies.get(veld="kosten").tekst == "Het is gratis."


def test_een_concept_heeft_geen_tijdlijn() -> None:
    assert not factories.ProductFactory().tekstversies.exists()


def test_een_leeg_product_heeft_alleen_wat_de_test_noemt() -> None:
    product = factories.ProductFactory(leeg=True, termijn="Een week.")
    assert {veld.value for veld, tekst in product.teksten().items() if tekst} == {"titel", "termijn"}


def test_een_eigen_product_krijgt_de_sleutel_van_de_gemeente() -> None:
    gemeente = factories.GemeenteFactory(slug="sliedrecht")
    assert (
        factories.ProductFactory(gemeente=gemeente, sleutel="baggerfestival").sleutel
        == "sliedrecht-baggerfestival"
    )


def test_een_lokale_versie_krijgt_haar_afwijkingen_met_hun_basis() -> None:
    versie = factories.LokaleVersieFactory(
        gepubliceerd=True, wijkt_af={"kosten": "Met pin.", "termijn": ("erna", "Bel voor spoed.")}
    )
    assert versie.live
    afwijkingen = {lid.veld: lid for lid in models.Afwijking.objects.filter(versie=versie)}
    assert afwijkingen["termijn"].wijze == AfwijkingWijze.ERNA
    assert afwijkingen["kosten"].basis.tekst == versie.product.kosten


def test_een_gebruiker_krijgt_zijn_lidmaatschap() -> None:
    gemeente = factories.GemeenteFactory(slug="sliedrecht")
    gebruiker = factories.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=gemeente)
    assert [(lid.rol, lid.gemeente) for lid in gebruiker.lidmaatschappen.all()] == [("publicist", gemeente)]
