"""A key is of one product for ever, and an own product carries the name of its municipality."""

import pytest

from redactie.models import LokaleVersie, Product, VerbruikteSleutel
from tests.redactie.invoer.hulp import KAART, VALT_ONDER, Regiomap

pytestmark = pytest.mark.django_db


def test_een_verbruikte_sleutel_wordt_geweigerd(ingelezen: Regiomap) -> None:
    LokaleVersie.objects.filter(product__sleutel="reisdocument").delete()
    Product.objects.get(sleutel="reisdocument").delete()
    assert VerbruikteSleutel.objects.filter(sleutel="reisdocument").exists()
    (fout,) = ingelezen.fouten()
    assert fout == (
        "producten/reisdocument.md:1: De sleutel “reisdocument” was van een verwijderd product en kan niet opnieuw "
        "worden gebruikt."
    )


def test_een_product_verhuist_niet_naar_een_andere_gemeente(ingelezen: Regiomap) -> None:
    ingelezen.vervang("producten/sliedrecht-baggerfestival.md", "gemeente: sliedrecht\n", "")
    assert ingelezen.fouten() == [
        "producten/sliedrecht-baggerfestival.md:1: Dit product is van sliedrecht en kan niet verhuizen."
    ]


def test_een_eigen_product_begint_met_de_naam_van_de_gemeente(regio: Regiomap) -> None:
    regio.vervang(KAART, "verwant", "gemeente: dordrecht\nverwant")
    fouten = regio.fouten()
    assert f"{KAART}:5: De sleutel van een eigen product begint met “dordrecht-”." in fouten
    assert f"{VALT_ONDER}:1: Dit is een eigen product van dordrecht." in fouten
