"""Where a product is referred to: on a page of its own, and before it is withdrawn or deleted."""

from __future__ import annotations

import pytest

from redactie.keuzes import Aangeboden, Rol
from redactie.models import Gemeente, Product
from redactie.productgebruik import verwijzingen
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import BUDGET, vragen

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> Product:
    return f.ProductFactory(sleutel="pas", titel="Paspoort", gepubliceerd=True)


def hoe(product: Product) -> set[str]:
    return {str(lid) for lid in verwijzingen(product)}


def test_elke_manier_van_verwijzen(product: Product, sliedrecht: Gemeente) -> None:
    f.ProductFactory(titel="Kaart", verwant=[product], gepubliceerd=True)
    f.ProductFactory(titel="Oud", opvolger=product)
    f.LokaleVersieFactory(
        product=f.ProductFactory(titel="Foto", gepubliceerd=True),
        gemeente=sliedrecht,
        aangeboden=Aangeboden.VALT_ONDER,
        valt_onder=product,
    )
    f.LokaleVersieFactory(product=product, gemeente=sliedrecht)
    f.MededelingFactory(tekst="Storing", betreft=["product:pas"])
    f.MededelingFactory(tekst="Iets anders", betreft=["product:pas-anders"])
    f.ProductFactory(titel="Link", kosten="Zie [pas]({gemeente.website}/product/pas/).", gepubliceerd=True)
    f.ProductFactory(titel="Net niet", kosten="Zie [x](https://a.nl/product/pas-anders/).", gepubliceerd=True)
    assert hoe(product) == {
        "Kaart (verwant product)",
        "Oud (heeft dit als opvolger)",
        f"Foto · {sliedrecht} (valt hieronder)",
        f"Paspoort · {sliedrecht} (antwoord of eigen tekst)",
        "Storing (mededeling)",
        "Link (link bij Kosten)",
    }


def test_verwijderen_wordt_geweigerd_met_de_plekken(product: Product) -> None:
    ander = f.ProductFactory(titel="Kaart", verwant=[product])
    scherm = als(Rol.CENTRAAL).post(adres(product, "delete"))
    assert scherm.status_code == 409
    assert "Kaart (verwant product)" in scherm.content.decode()
    assert adres(ander) in scherm.content.decode()
    assert Product.objects.filter(pk=product.pk).exists()


def test_met_alleen_eigen_teksten_kan_het_wel_en_staat_erbij_wat_meegaat(
    product: Product, sliedrecht: Gemeente
) -> None:
    f.LokaleVersieFactory(product=product, gemeente=sliedrecht)
    centraal = als(Rol.CENTRAAL)
    assert "Dit gaat mee weg" in centraal.get(adres(product, "delete")).content.decode()
    assert centraal.post(adres(product, "delete")).status_code == 302
    assert not Product.objects.filter(pk=product.pk).exists()


def test_intrekken_noemt_de_plekken_en_mag(product: Product) -> None:
    f.ProductFactory(titel="Kaart", verwant=[product])
    centraal = als(Rol.CENTRAAL)
    assert "Kaart (verwant product)" in centraal.get(adres(product, "unpublish")).content.decode()
    assert centraal.post(adres(product, "unpublish")).status_code == 302
    assert not Product.objects.get(pk=product.pk).live


def test_een_andere_gemeente_heeft_hier_geen_naam(product: Product, sliedrecht: Gemeente) -> None:
    dordrecht = f.GemeenteFactory(slug="dordrecht", naam="Dordrecht")
    f.LokaleVersieFactory(product=product, gemeente=dordrecht)
    eigen = f.LokaleVersieFactory(product=product, gemeente=sliedrecht)
    scherm = als(Rol.REDACTEUR, sliedrecht).get(adres(product, "gebruik")).content.decode()
    assert str(eigen) in scherm
    assert "Dordrecht" not in scherm
    assert "iets van een andere gemeente" in scherm


def test_niets_verwijst_en_het_aantal_vragen(product: Product) -> None:
    centraal = als(Rol.CENTRAAL)
    assert "Niets verwijst naar dit product" in centraal.get(adres(product, "gebruik")).content.decode()
    f.ProductFactory(titel="Kaart", verwant=[product], gepubliceerd=True)
    assert len(vragen(centraal, adres(product, "gebruik"))) <= BUDGET + 5, "the page, and what it looks in"


def test_het_bewerkscherm_leidt_erheen(product: Product) -> None:
    assert adres(product, "gebruik") in als(Rol.CENTRAAL).get(adres(product)).content.decode()
