"""The picker in a browser, with the keyboard alone; and what is typed in it is nothing of the form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from tests import factories as f
from tests.redactie.cms.hulp import adres

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_een_bedrag_en_een_link_naar_een_product_met_het_toetsenbord(open_als: Callable[..., Any]) -> None:
    f.GemeenteFactory(slug="dordrecht", naam="Dordrecht", website="https://www.dordrecht.example")
    f.TariefFactory(sleutel="leges-vog", omschrijving="VOG", groep="vog", bedrag=Decimal("41.35"))
    f.ProductFactory(titel="Rijbewijs kwijt", sleutel="rijbewijs-kwijt", gepubliceerd=True)
    product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt .")
    scherm = open_als(Rol.CENTRAAL)(adres(product))
    veld = scherm.locator("#id_kosten")
    veld.evaluate("veld => { veld.focus(); veld.setSelectionRange(10, 10); }")
    scherm.keyboard.press("Control+.")
    zoek = scherm.get_by_role("combobox", name="Zoek een bedrag, gegeven of product")
    expect(zoek).to_be_focused()
    keuzes = scherm.get_by_role("listbox", name="Wat u kunt invoegen").get_by_role("option")
    expect(keuzes.first).to_contain_text("Naam van de gemeente")
    zoek.press_sequentially("vog")
    expect(keuzes).to_have_count(2)
    expect(keuzes.last).to_contain_text("€ 41,35")
    zoek.press("ArrowDown")
    zoek.press("ArrowDown")
    zoek.press("Enter")
    expect(veld).to_have_value("U betaalt {tarief:leges-vog}.")
    expect(veld).to_be_focused()
    scherm.keyboard.press("Control+z")
    expect(veld).to_have_value("U betaalt .")

    veld.evaluate("veld => veld.setSelectionRange(2, 9)")
    scherm.keyboard.press("Control+.")
    scherm.get_by_label("Zoals het leest in").select_option("Dordrecht")
    zoek.press_sequentially("rijbewijs")
    keuze = scherm.get_by_role("option", name="Rijbewijs kwijt")
    expect(keuze).to_contain_text("https://www.dordrecht.example/product/rijbewijs-kwijt/")
    keuze.click()
    expect(veld).to_have_value("U [betaalt]({gemeente.website}/product/rijbewijs-kwijt/) .")

    scherm.keyboard.press("Control+.")
    expect(zoek).to_be_focused()
    scherm.keyboard.press("Escape")
    scherm.keyboard.press("Escape")
    expect(zoek).to_be_hidden()
    expect(veld).to_be_focused()
