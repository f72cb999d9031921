"""Notices on an open desk: they come by themselves, move nothing, and are acknowledged with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from kennisbank.models import GelezenMededeling
from tests.kennisbank.balie.aan_de_balie import meld_aan, meld_weer_aan, treffers
from tests.kennisbank.proefbalie import DIGID, PUNT, STRIKT_INTERN
from tests.kennisbank.uitgave import geef_gemeente_uit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
NIEUW = {
    "sleutel": "pin",
    "tekst": "U kunt niet pinnen.",
    "html": "<p>U kunt niet pinnen.</p>",
    "betreft": ["product:paspoort-aanvragen"],
    "belangrijk": True,
}


def geef_uit_met(*mededelingen: dict[str, Any]) -> None:
    geef_gemeente_uit("sliedrecht", contactpunten=[PUNT], mededelingen=mededelingen)


def plekken(pagina: Any) -> list[Any]:
    return [pagina.locator(plek).bounding_box() for plek in ("#vraag", "#lijst", "#antwoord", ".balk")]


def test_een_nieuwe_mededeling_komt_vanzelf_en_verschuift_niets(aan_de_balie: Any) -> None:
    aan_de_balie.clock.install()
    aan_de_balie.reload()
    expect(aan_de_balie.locator("#vraag")).to_have_role("combobox")
    stand = aan_de_balie.locator("#mededelingen-stand")
    expect(stand).to_have_text("Mededelingen: 1 te lezen")
    voor = plekken(aan_de_balie)
    geef_uit_met(DIGID, STRIKT_INTERN, NIEUW)
    aan_de_balie.clock.run_for(11_000)
    expect(stand).to_have_text("Mededelingen: 2 te lezen")
    expect(aan_de_balie.locator("#mededelingen-nieuw")).to_have_text(
        "Nieuw en belangrijk: U kunt niet pinnen."
    )
    assert plekken(aan_de_balie) == voor
    expect(aan_de_balie.locator("#vraag")).to_be_focused()


def test_bevestigen_met_het_toetsenbord_en_naar_het_product(aan_de_balie: Any) -> None:
    geef_uit_met(NIEUW)
    aan_de_balie.reload()
    aan_de_balie.focus("#mededelingen > summary")
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#mededelingen-inhoud")).to_contain_text("U kunt niet pinnen.")
    knop = aan_de_balie.locator("#mededelingen button")
    knop.focus()
    aan_de_balie.keyboard.press("Enter")
    expect(knop).to_have_count(0)
    expect(aan_de_balie.locator("#mededelingen-stand")).to_have_text("Mededelingen: 1")
    expect(aan_de_balie.locator("#mededelingen > summary")).to_be_focused()
    assert GelezenMededeling.objects.values_list("sleutel", flat=True).get() == "pin"
    aan_de_balie.click("#mededelingen a[data-open]")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")
    expect(aan_de_balie.locator("#mededelingen-inhoud")).to_be_hidden()


def test_bevestigen_gaat_ook_na_opnieuw_aanmelden_in_een_ander_tabblad(
    aan_de_balie: Any, live_server: Any
) -> None:
    ander = aan_de_balie.context.new_page()
    ander.goto(f"{live_server.url}/balie/sliedrecht/")
    ander.click(".afmelden button")
    ander.goto(f"{live_server.url}/balie/sliedrecht/")
    meld_weer_aan(ander)
    expect(ander.locator("#vraag")).to_be_focused()
    ander.close()
    aan_de_balie.click("#mededelingen > summary")
    aan_de_balie.click("#mededelingen button")
    expect(aan_de_balie.locator("#mededelingen-stand")).to_have_text("Mededelingen: 2")


def test_zonder_script_gaat_bevestigen_ook(browser: Any, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    pagina = meld_aan(context.new_page(), live_server.url, "/balie/sliedrecht/")
    pagina.click("#mededelingen > summary")
    pagina.click("#mededelingen button")
    expect(pagina.locator("#mededelingen-stand")).to_have_text("Mededelingen: 2")
    context.close()


def test_axe_op_mededelingen_contactpunt_en_waarschuwing(
    aan_de_balie: Any, axe: Callable[[Any], list[str]]
) -> None:
    aan_de_balie.click("#mededelingen > summary")
    assert axe(aan_de_balie) == []
    aan_de_balie.set_viewport_size({"width": 390, "height": 844})
    assert axe(aan_de_balie) == []
    aan_de_balie.set_viewport_size({"width": 1366, "height": 768})
    aan_de_balie.fill("#vraag", "burgerzaken 123456782")
    expect(aan_de_balie.locator("#niet-mee")).not_to_be_empty()
    expect(treffers(aan_de_balie).first).to_have_attribute("value", "_contact/burgerzaken")
    assert axe(aan_de_balie) == []
    aan_de_balie.focus("#vraag")
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Burgerzaken")
    assert aan_de_balie.url.endswith("/balie/sliedrecht/_contact/burgerzaken/")
    assert axe(aan_de_balie) == []
    aan_de_balie.keyboard.press("Alt+1")
    expect(aan_de_balie.locator(".plaats")).to_have_text("Dordrecht")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Burgerzaken")
    aan_de_balie.go_back()
    expect(aan_de_balie.locator(".plaats")).to_have_text("Sliedrecht")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Burgerzaken")
