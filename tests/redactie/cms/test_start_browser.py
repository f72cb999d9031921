"""Mijn gemeente in a browser: a newcomer finishes a first review by visible words alone, and finds a product."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Aanbod, Aangeboden, Rol
from redactie.models import Afwijking, LokaleVersie
from tests import factories as f
from tests.redactie.cms.test_lokaal import verander_regio

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
BREDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def scherm(open_als: Callable[..., Any]) -> Any:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    product = f.ProductFactory(gepubliceerd=True, titel="Hond aanmelden", kosten="U betaalt met pin.")
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "U betaalt contant."}
    )
    verander_regio(versie)
    f.ProductFactory(gepubliceerd=True, titel="Kat kwijt")
    return open_als(Rol.PUBLICIST, sliedrecht)("/redactie/")


def test_een_nieuwe_collega_rondt_een_eerste_herziening_af(scherm: Any) -> None:
    expect(scherm.get_by_text("Bij 1 eigen tekst is de tekst van de regio veranderd.").first).to_be_visible()
    scherm.get_by_role("link", name="Herzien, één voor één").click()
    scherm.get_by_role("button", name="Volg de regio").click()
    expect(scherm.locator(".messages")).to_contain_text("volgt nu de regio")
    assert not Afwijking.objects.exists()


def test_een_product_vinden_en_lokaal_maken(scherm: Any, axe: Any) -> None:
    scherm.get_by_label("Zoek een product").fill("kat")
    scherm.keyboard.press("Enter")
    expect(scherm.get_by_text("1 product gevonden.")).to_be_visible()
    assert "q=kat" in scherm.url
    assert axe(scherm) == []
    scherm.set_viewport_size({"width": 390, "height": 844})
    assert scherm.evaluate(BREDER) <= 0
    scherm.get_by_role("link", name="Maak lokaal").click()
    expect(scherm.get_by_text("Kat kwijt").first).to_be_visible()


def test_een_nieuwe_collega_antwoordt_of_de_gemeente_iets_aanbiedt(open_als: Callable[..., Any]) -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    f.ProductFactory(gepubliceerd=True, titel="Hondenbelasting", aanbod=Aanbod.NA_KEUZE)
    scherm = open_als(Rol.PUBLICIST, sliedrecht)("/redactie/")
    scherm.get_by_role("link", name=re.compile("Geef antwoord.*Bij 1 product")).click()
    scherm.get_by_role("link", name=re.compile("Geef antwoord.*Hondenbelasting")).click()
    scherm.locator("#id_aangeboden").select_option("Ja")
    scherm.locator("footer .w-dropdown__toggle").click()
    scherm.get_by_role("button", name="Publiceren", exact=True).click()
    expect(scherm.locator(".messages")).to_contain_text("gepubliceerd")
    assert LokaleVersie.objects.get().aangeboden == Aangeboden.JA
    scherm.goto(f"{scherm.url.partition('/redactie/')[0]}/redactie/")
    expect(scherm.get_by_role("link", name=re.compile("Geef antwoord"))).to_have_count(0)
