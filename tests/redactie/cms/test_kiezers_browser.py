"""Choosing out of long lists as people do it: typing, arrows, Enter, the mouse."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Product
from tests import factories as f
from tests.redactie.cms.hulp import adres
from tests.redactie.upl_namen import upl_namen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def product() -> Product:
    return f.ProductFactory(gepubliceerd=True)


@pytest.fixture
def scherm(open_als: Callable[..., Any], product: Product) -> Any:
    upl_namen()
    return open_als(Rol.CENTRAAL)(f"{adres(product)}#tab-indeling")


def gekozen(scherm: Any, naam: str) -> Any:
    return scherm.locator(f'[data-naam="{naam}"] [data-gekozen] li')


def test_een_upn_kiezen_met_het_toetsenbord(scherm: Any, product: Product) -> None:
    veld = scherm.get_by_role("combobox", name="Uniforme productnaam (UPN)")
    veld.press_sequentially("paspoort")
    lijst = scherm.locator("#id_upn-lijst")
    expect(lijst.get_by_role("option")).to_have_count(3)
    expect(veld).to_have_attribute("aria-expanded", "true")
    expect(scherm.locator('[data-naam="upn"] [data-stand]')).to_contain_text("3 gevonden")
    veld.press("ArrowDown")
    veld.press("ArrowDown")
    expect(lijst.locator('[aria-selected="true"]')).to_have_text("spoed paspoort")
    veld.press("Enter")
    expect(lijst).to_be_hidden()
    expect(gekozen(scherm, "upn")).to_have_text(re.compile("spoed paspoort"))
    expect(veld).to_have_value("")
    expect(veld).to_be_focused()
    scherm.get_by_role("button", name="Bewaar concept").click()
    expect(scherm.locator(".messages")).to_contain_text("bijgewerkt")
    expect(gekozen(scherm, "upn")).to_have_text(re.compile("spoed paspoort"))


def test_escape_sluit_de_lijst_en_laat_staan_wat_er_getypt_is(scherm: Any) -> None:
    veld = scherm.locator("#id_upn")
    veld.press_sequentially("spoed")
    expect(scherm.locator("#id_upn-lijst")).to_be_visible()
    veld.press("Escape")
    expect(scherm.locator("#id_upn-lijst")).to_be_hidden()
    expect(veld).to_have_value("spoed")


def test_een_halve_naam_gaat_niet_verloren_bij_het_opslaan(scherm: Any) -> None:
    scherm.locator("#id_upn").press_sequentially("verzonnen naam")
    expect(scherm.locator('[data-naam="upn"] [data-stand]')).to_contain_text("Niets gevonden")
    scherm.get_by_role("button", name="Bewaar concept").click()
    scherm.get_by_role("button", name="Ga naar eerste fout").or_(
        scherm.get_by_role("link", name="Ga naar eerste fout")
    ).click()
    expect(scherm.locator("#id_upn")).to_have_value("verzonnen naam")
    expect(scherm.get_by_text("staat niet in de landelijke lijst").first).to_be_visible()


def test_een_verwant_product_kiezen_met_de_muis(open_als: Callable[..., Any], product: Product) -> None:
    f.ProductFactory(titel="Rijbewijs kwijt", gepubliceerd=True)
    scherm = open_als(Rol.CENTRAAL)(f"{adres(product)}#tab-indeling")
    scherm.locator("#id_verwant").press_sequentially("rijb")
    scherm.get_by_role("option", name="Rijbewijs kwijt").click()
    expect(gekozen(scherm, "verwant")).to_have_text(re.compile("Rijbewijs kwijt"))


def test_een_opvolger_zoeken_in_het_venster(open_als: Callable[..., Any], product: Product) -> None:
    f.ProductFactory(titel="Rijbewijs kwijt", gepubliceerd=True)
    f.ProductFactory(titel="Grofvuil", gepubliceerd=True)
    scherm = open_als(Rol.CENTRAAL)(f"{adres(product)}#tab-planning")
    scherm.locator("#id_opvolger-chooser").get_by_role("button").first.click()
    venster = scherm.get_by_role("dialog")
    expect(venster.get_by_role("link", name="Grofvuil")).to_be_visible()
    venster.get_by_label("Zoek").press_sequentially("rijb")
    expect(venster.get_by_role("link", name="Grofvuil")).to_have_count(0)
    venster.get_by_role("link", name="Rijbewijs kwijt").click()
    expect(scherm.locator("#id_opvolger-chooser")).to_contain_text("Rijbewijs kwijt")
