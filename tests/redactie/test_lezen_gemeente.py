"""Reading a whole municipality gives per product what reading that one product gives."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from redactie.bronnen import REGIO
from redactie.lezen import lees_product
from redactie.lezen_gemeente import lees_gemeente
from redactie.models import Product
from redactie.samenvoegen import samenvoegen
from tests.factories import (
    AfwijkingFactory,
    ContactpuntFactory,
    GemeenteFactory,
    HerzieningFactory,
    KanaalFactory,
    LokaalKanaalFactory,
    LokaleVersieFactory,
    ProductFactory,
    TekstversieFactory,
    ThemaFactory,
    UplNaamFactory,
    publiceer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def regio() -> None:
    """Two municipalities and the region, with something of everything that the merge reads."""
    sliedrecht, dordrecht = GemeenteFactory(slug="sliedrecht"), GemeenteFactory(slug="dordrecht")
    punt, ander_punt = ContactpuntFactory(sleutel="burgerzaken"), ContactpuntFactory(sleutel="balie-noord")
    upl = [UplNaamFactory(naam="Één naam"), UplNaamFactory(naam="zonder grond", grondslagen=[])]
    themas = [ThemaFactory(sleutel="reizen", volgorde=2), ThemaFactory(sleutel="burgerzaken", volgorde=1)]
    kaal = ProductFactory(sleutel="kaal", gepubliceerd=True, leeg=True)
    opvolger = ProductFactory(sleutel="opvolger", gepubliceerd=True)
    vol = ProductFactory(
        sleutel="vol",
        upn=[upl[1].uri, "http://standaarden.example/onbekend", upl[0].uri],
        themas=themas,
        verwant=[opvolger, kaal],
        eigenaar=punt,
        behandelaar=punt,
        vaste_velden=["kosten"],
        controledatum=date(2027, 1, 1),
        vervalt_op=date(2099, 1, 1),
        opvolger=opvolger,
        vervallen_toelichting="Dit is straks iets anders.",
    )
    KanaalFactory(product=vol)
    vol = publiceer(Product.objects.get(pk=vol.pk))
    TekstversieFactory(product=vol, veld="termijn")
    TekstversieFactory(product=vol, veld="termijn", gepland=True)
    versie = LokaleVersieFactory(
        product=vol,
        gemeente=sliedrecht,
        trefwoorden=["slieds"],
        behandelaar=ander_punt,
        vanaf=date(2026, 1, 1),
        tot=date(2099, 12, 31),
    )
    AfwijkingFactory(versie=versie, veld="termijn", wijze="erna", tekst="Bij ons ook op zaterdag.")
    AfwijkingFactory(versie=versie, veld="kosten", vanaf=timezone.now().date() + timedelta(days=3))
    LokaalKanaalFactory(versie=versie, vervalt=True)
    publiceer(type(versie).objects.get(pk=versie.pk))
    HerzieningFactory(product=vol, gemeente=sliedrecht, veld="termijn")
    TekstversieFactory(product=vol, veld="termijn", tekst="Na 9 werkdagen.", vanaf=timezone.now())
    LokaleVersieFactory(
        product=opvolger,
        gemeente=dordrecht,
        aangeboden="valt_onder",
        valt_onder=vol,
        toelichting="Dit hoort bij ons bij het paspoort.",
        gepubliceerd=True,
    )
    LokaleVersieFactory(product=kaal, gemeente=sliedrecht, aangeboden="nee", gepubliceerd=False)
    ProductFactory(sleutel="baggerfestival", gemeente=sliedrecht, gepubliceerd=True)
    ProductFactory(sleutel="concept")


@pytest.mark.usefixtures("regio")
@pytest.mark.parametrize("bereik", ["sliedrecht", "dordrecht", REGIO])
def test_een_hele_gemeente_leest_hetzelfde_als_elk_product_apart(bereik: str) -> None:
    nu = timezone.now() + timedelta(seconds=1)
    gelezen = {centraal.sleutel: (centraal, laag) for centraal, laag in lees_gemeente(bereik)}
    apart = {sleutel: lees_product(sleutel) for sleutel in Product.objects.values_list("sleutel", flat=True)}
    verwacht = {
        sleutel: (bronnen.centraal, bronnen.laag(bereik))
        for sleutel, bronnen in apart.items()
        if bronnen is not None and bronnen.centraal.gemeente in (None, bereik)
    }
    assert len(verwacht) == (4 if bereik == "sliedrecht" else 3)
    assert gelezen == verwacht
    for sleutel, (centraal, laag) in gelezen.items():
        assert samenvoegen(centraal, laag, nu) == samenvoegen(*verwacht[sleutel], nu)


@pytest.mark.usefixtures("regio")
def test_de_bronnen_zijn_er_ook_echt() -> None:
    """The comparison above would hold for two readers that both read nothing."""
    gelezen = {centraal.sleutel: (centraal, laag) for centraal, laag in lees_gemeente("sliedrecht")}
    vol, laag = gelezen["vol"]
    assert vol.themas == ("burgerzaken", "reizen")
    assert vol.verwant == ("kaal", "opvolger")
    assert [upn.naam for upn in vol.upn] == ["zonder grond", "", "Één naam"]
    assert [upn.rechtsgronden for upn in vol.upn] == [(), (), ("Paspoortwet",)]
    assert len([tekst for tekst in vol.tekstversies if tekst.veld == "termijn"]) == 4
    assert len(vol.kanalen) == 1
    assert [afwijking.veld for afwijking in laag.afwijkingen] == ["termijn", "kosten"]
    assert len(laag.afwijkingen[0].herzieningen) == 1
    assert laag.kanalen[0].vervalt


@pytest.mark.usefixtures("regio")
def test_een_hele_gemeente_lezen_kost_twee_queries(django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        assert len(lees_gemeente("sliedrecht")) == 4
