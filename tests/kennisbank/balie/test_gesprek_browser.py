"""A call at the desk in a browser: whose it is, who looks along, and what happens when something is late or expired."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.factories import GemeenteFactory
from tests.kennisbank.balie.aan_de_balie import houd_op, meld_aan, meld_weer_aan, treffers
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
KAART = "/balie/sliedrecht/rijbewijs-kwijt/"


@pytest.fixture
def kaart(aan_de_balie: Any) -> Any:
    """Found by its words and opened, with the list beside it."""
    aan_de_balie.keyboard.type("rijbewijs kwijt")
    expect(treffers(aan_de_balie).first.locator(".titel")).to_contain_text("Rijbewijs kwijt")
    treffers(aan_de_balie).first.click()
    expect(aan_de_balie.locator("#kaart-titel")).to_be_focused()
    return aan_de_balie


@pytest.fixture
def negen_gemeenten(balie: None) -> None:
    for naam in ("Aalburg", "Bergambacht", "Bergen", "Cromstrijen", "Dirksland", "Ermelo", "Zwolle"):
        GemeenteFactory(slug=naam.lower(), naam=naam)
        geef_gemeente_uit(naam.lower())
        geef_uit(naam.lower(), "rijbewijs-kwijt", "Rijbewijs kwijt", kosten=f"In {naam} € 1.")


def afgemeld(pagina: Any) -> None:
    pagina.context.clear_cookies(name="antwoord_sessie")


@pytest.mark.usefixtures("negen_gemeenten")
def test_meer_dan_zeven_gemeenten_kiest_iemand_op_naam(kaart: Any) -> None:
    vak = kaart.locator("#gemeente")
    kaart.keyboard.press("g")
    expect(vak).to_be_focused()
    kaart.keyboard.type("berg")
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeentefout")).to_have_text("Meer dan één: Bergambacht, Bergen. Typ verder.")
    kaart.keyboard.type("am")
    kaart.keyboard.press("Enter")
    expect(kaart.locator(".plaats")).to_have_text("Bergambacht")
    expect(kaart.locator(".gekozen-gemeente")).to_have_text("Bergambacht")
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    expect(kaart.locator("#vraag")).to_be_focused()
    expect(kaart.locator("#vraag")).to_have_value("rijbewijs kwijt")
    kaart.fill("#gemeente", "Atlantis")
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeentefout")).to_have_text("Deze gemeente staat niet in uw lijst.")
    kaart.keyboard.press("Alt+0")
    expect(kaart.locator(".plaats")).to_have_text("Hele regio")


@pytest.mark.usefixtures("negen_gemeenten")
def test_axe_op_de_keuze_op_naam(kaart: Any, axe: Callable[[Any], list[str]]) -> None:
    kaart.fill("#gemeente", "Atlantis")
    kaart.keyboard.press("Enter")
    assert axe(kaart) == []


def test_kies_gemeente_in_een_antwoord_brengt_naar_de_gemeenten(kaart: Any) -> None:
    kaart.keyboard.press("Alt+0")
    expect(kaart.locator(".plaats")).to_have_text("Hele regio")
    expect(kaart.locator(".feit .kies")).to_contain_text("anders in Sliedrecht")
    expect(kaart.locator("#antwoord")).not_to_contain_text("U betaalt")
    kaart.locator(".feit .kies a").click()
    expect(kaart.locator("#gemeenten a:focus")).to_have_count(1)


def test_een_nieuw_gesprek_laat_niets_achter(kaart: Any) -> None:
    kaart.keyboard.press("v")
    expect(kaart.locator(".vergelijkblad")).to_be_visible()
    kaart.keyboard.press("Alt+Backspace")
    expect(kaart.locator(".plaats")).to_have_text("Hele regio")
    expect(kaart.locator(".vergelijkblad")).to_have_count(0)
    expect(kaart.locator("#vraag")).to_have_value("")
    expect(treffers(kaart)).to_have_count(0)
    expect(kaart.locator("#laatst")).to_have_count(0)
    assert kaart.evaluate("() => document.getElementById('vraagformulier').elements.gekozen.value") == ""
    assert kaart.evaluate("() => JSON.stringify({...sessionStorage})") == "{}"
    kaart.reload()
    expect(kaart.locator(".plaats")).to_have_text("Hele regio")
    expect(kaart.locator("#vraag")).to_have_value("")


def test_de_lijst_blijft_staan_waar_zij_stond(kaart: Any) -> None:
    kaart.evaluate(
        "() => { const lijst = document.getElementById('lijst');"
        " lijst.style.paddingBottom = '3000px'; lijst.scrollTop = 5; }"
    )
    kaart.keyboard.press("2")
    kaart.keyboard.press("Escape")
    expect(kaart.locator("#vraag")).to_be_focused()
    assert kaart.evaluate("() => document.getElementById('lijst').scrollTop") == 5


def test_meekijken_met_een_toets_aan_en_uit(kaart: Any, axe: Callable[[Any], list[str]]) -> None:
    grootte = "() => parseFloat(getComputedStyle(document.querySelector('.zeg-dit, .samenvatting')).fontSize)"
    eerst = kaart.evaluate(grootte)
    expect(kaart.locator("#antwoord")).to_contain_text("vlekkenpers")
    kaart.keyboard.press("m")
    expect(kaart.locator(".meekijkbalk")).to_contain_text("Meekijkstand staat aan.")
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    assert kaart.url.endswith(KAART)
    assert "vlekkenpers" not in kaart.content()
    assert kaart.evaluate(grootte) > eerst
    assert axe(kaart) == []
    kaart.fill("#vraag", "")
    expect(treffers(kaart)).to_have_count(0)
    expect(kaart.locator("#laatst")).to_have_count(0)
    kaart.keyboard.press("Alt+1")
    expect(kaart.locator(".plaats")).to_have_text("Dordrecht")
    assert "vlekkenpers" not in kaart.content()
    kaart.click(".meekijkbalk button")
    expect(kaart.locator(".meekijkbalk")).to_have_count(0)
    expect(kaart.locator("#antwoord")).to_contain_text("vlekkenpers")


def test_meekijken_blijft_bij_de_gemeente_die_intussen_gekozen_is(kaart: Any) -> None:
    kaart.keyboard.press("Alt+1")
    expect(kaart.locator(".plaats")).to_have_text("Dordrecht")
    kaart.keyboard.press("m")
    expect(kaart.locator(".meekijkbalk")).to_be_visible()
    expect(kaart.locator(".plaats")).to_have_text("Dordrecht")
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    kaart.keyboard.press("Alt+2")
    expect(kaart.locator(".plaats")).to_have_text("Sliedrecht")
    kaart.click(".meekijkbalk button")
    expect(kaart.locator(".meekijkbalk")).to_have_count(0)
    expect(kaart.locator(".plaats")).to_have_text("Sliedrecht")


def test_een_ander_tabblad_merkt_dat_er_iemand_meekijkt(kaart: Any) -> None:
    ander = kaart.context.new_page()
    ander.goto(kaart.url)
    ander.click(".balk [data-letter=m]")
    expect(ander.locator(".meekijkbalk")).to_be_visible()
    kaart.bring_to_front()
    kaart.locator("#vraag").press("End")
    kaart.keyboard.type("t")
    expect(kaart.locator(".meekijkbalk")).to_be_visible()
    expect(kaart.locator("#vraag")).to_have_value("rijbewijs kwijtt")
    assert "vlekkenpers" not in kaart.content()


def test_wie_opnieuw_aanmeldt_heeft_vraag_en_antwoord_nog(kaart: Any) -> None:
    adressen: list[str] = []
    afgemeld(kaart)
    kaart.on("request", lambda verzoek: adressen.append(verzoek.url))
    kaart.fill("#vraag", "rijbewijs gestolen")
    kaart.click("text=Meld u opnieuw aan")
    expect(kaart.locator("[role=status]")).to_contain_text("U was afgemeld.")
    meld_weer_aan(kaart)
    expect(kaart.locator("#vraag")).to_have_value("rijbewijs gestolen")
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    expect(kaart.locator(".plaats")).to_have_text("Sliedrecht")
    assert kaart.url.endswith(KAART)
    assert not any("gestolen" in adres or "?" in adres for adres in adressen)
    assert "gestolen" not in kaart.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
    kaart.keyboard.press("Alt+1")
    expect(kaart.locator(".plaats")).to_have_text("Dordrecht")


def test_aangemeld_in_het_ene_tabblad_werkt_het_andere_gewoon_door(kaart: Any) -> None:
    afgemeld(kaart)
    ander = kaart.context.new_page()
    ander.goto(kaart.url.replace("sliedrecht", "dordrecht"))
    meld_weer_aan(ander)
    expect(ander.locator(".plaats")).to_have_text("Dordrecht")
    kaart.bring_to_front()
    kaart.fill("#vraag", "paspoort")
    expect(treffers(kaart).first.locator(".titel")).to_contain_text("Paspoort")
    expect(kaart.locator("#melding")).to_be_hidden()
    expect(kaart.locator(".plaats")).to_have_text("Sliedrecht")
    expect(ander.locator("#vraag")).to_have_value("")


def test_zonder_script_overleeft_de_vraag_een_verlopen_aanmelding(browser: Any, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    pagina = meld_aan(context.new_page(), live_server.url, "/balie/sliedrecht/")
    afgemeld(pagina)
    pagina.fill("#vraag", "rijbewijs kwijt")
    pagina.click("text=Zoek")
    meld_weer_aan(pagina)
    assert pagina.input_value("#vraag") == "rijbewijs kwijt"
    expect(treffers(pagina).first.locator(".titel")).to_contain_text("Rijbewijs kwijt")
    context.close()


def test_een_traag_netwerk_zegt_wat_er_komt_en_dat_er_nog_iets_ouds_staat(kaart: Any) -> None:
    wachtend = houd_op(kaart, "**/balie/dordrecht/", lambda verzoek: verzoek.method == "POST")
    kaart.keyboard.press("Alt+1")
    wacht = kaart.locator("#antwoord .wacht")
    expect(wacht).to_have_text("Wordt opgehaald: Dordrecht. Hieronder staat nog het vorige antwoord.")
    expect(kaart.locator("#antwoord")).to_have_attribute("aria-busy", "true")
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    for route in wachtend:
        route.continue_()
    expect(kaart.locator(".plaats")).to_have_text("Dordrecht")
    expect(kaart.locator(".wacht")).to_have_count(0)
    assert kaart.get_attribute("#antwoord", "aria-busy") is None


def test_een_antwoord_dat_lang_duurt_staat_er_met_zijn_titel(kaart: Any) -> None:
    kaart.fill("#vraag", "rijbewijs")
    expect(treffers(kaart)).to_have_count(2)
    wachtend = houd_op(kaart, "**/rijbewijs-geldig/", lambda verzoek: True)
    kaart.click('#treffers button:has-text("geldig")')
    expect(kaart.locator("#antwoord .wacht")).to_contain_text(
        re.compile("Wordt opgehaald: Hoe lang is mijn rijbewijs geldig\\?, Sliedrecht")
    )
    for route in wachtend:
        route.abort()
    expect(kaart.locator("#melding")).to_contain_text("De balie antwoordt niet.")
    expect(kaart.locator(".wacht")).to_have_count(0)
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
