"""Titles at each letter, of the browser's own index: at once, without the network, and without anything that jumps."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.kennisbank.balie.aan_de_balie import houd_op, meld_aan, treffers
from tests.kennisbank.balie.standen import zonder_zoekmachine
from tests.kennisbank.uitgave import geef_uit, indexeer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]


@pytest.fixture
def desk(pagina: Any, live_server: Any) -> Any:
    """The desk of Sliedrecht, with its titles there."""
    with pagina.expect_response("**/balie/sliedrecht/_titels/"):
        meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    expect(pagina.locator("#vraag")).to_have_role("combobox")
    return pagina


def titels(pagina: Any) -> Any:
    return pagina.locator("#snelle button")


def houd_zoeken_op(pagina: Any) -> list[Any]:
    return houd_op(pagina, "**/balie/**", lambda verzoek: verzoek.method == "POST")


def test_titels_staan_er_voordat_de_server_iets_zegt(desk: Any) -> None:
    houd_zoeken_op(desk)
    desk.keyboard.type("pasp")
    expect(titels(desk)).to_have_count(1)
    expect(titels(desk)).to_contain_text("Paspoort aanvragen")
    expect(treffers(desk)).to_have_count(0)


def test_wat_getypt_wordt_gaat_voor_titels_nergens_heen(desk: Any) -> None:
    houd_zoeken_op(desk)
    verzoeken: list[Any] = []
    desk.on("request", lambda verzoek: verzoeken.append((verzoek.method, verzoek.url)))
    desk.keyboard.type("rijbewijs", delay=10)
    expect(titels(desk)).to_have_count(2)
    # Nothing but the questions of the list itself, in the body of a POST to the desk.
    assert {methode for methode, _ in verzoeken} <= {"POST"}
    assert all(adres.endswith("/balie/sliedrecht/") for _, adres in verzoeken)


@pytest.mark.parametrize(
    ("getypt", "titel"),
    [
        ("paspoord", "Paspoort aanvragen"),
        ("aanvragen pas", "Paspoort aanvragen"),
        ("ik ben mijn rijbewijs kwijt", "Rijbewijs kwijt"),
        ("RIJBEWIJS  kwijt?", "Rijbewijs kwijt"),
    ],
)
def test_een_tikfout_een_andere_volgorde_en_een_hele_zin(desk: Any, getypt: str, titel: str) -> None:
    desk.keyboard.type(getypt)
    expect(titels(desk).first).to_contain_text(titel)


def test_zonder_titel_staat_dat_er_en_een_leeg_vak_begint_opnieuw(desk: Any) -> None:
    desk.keyboard.type("xylofoon")
    expect(desk.locator("#snel-leeg")).to_have_text("Geen titel met deze woorden.")
    desk.keyboard.press("Escape")
    expect(desk.locator("#snel-leeg")).to_have_text("Titels verschijnen bij elke letter.")
    expect(titels(desk)).to_have_count(0)


def test_de_lijst_van_de_server_verspringt_niet_en_wie_wijst_blijft_wijzen(desk: Any) -> None:
    plek = "() => document.getElementById('lijst').getBoundingClientRect().top"
    begin = desk.evaluate(plek)
    wachtend = houd_zoeken_op(desk)
    desk.keyboard.type("rijbew")
    expect(titels(desk)).to_have_count(2)
    desk.keyboard.press("ArrowDown")
    eerste = titels(desk).first
    expect(eerste).to_have_attribute("aria-selected", "true")
    vlak = eerste.bounding_box()
    desk.wait_for_timeout(200)
    for route in wachtend:
        route.continue_()
    expect(treffers(desk)).to_have_count(2)
    expect(eerste).to_have_attribute("aria-selected", "true")
    assert eerste.bounding_box() == vlak
    assert desk.locator("#vraag").get_attribute("aria-activedescendant") == "titel-0"
    assert desk.evaluate(plek) == begin
    desk.fill("#vraag", "xylofoon")
    expect(titels(desk)).to_have_count(0)
    assert desk.evaluate(plek) == begin


def test_pijlen_gaan_door_titels_en_treffers_en_enter_opent(desk: Any) -> None:
    desk.keyboard.type("rijbew")
    expect(titels(desk)).to_have_count(2)
    expect(treffers(desk)).to_have_count(2)
    keuzes = desk.locator("#snelle button, #treffers button")
    for nummer in (0, 1, 2, 3, 0):
        desk.keyboard.press("ArrowDown")
        expect(keuzes.nth(nummer)).to_have_attribute("aria-selected", "true")
        assert desk.locator("[aria-selected=true]").count() == 1
    titel = titels(desk).first.locator(".titel").inner_text()
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text(titel)


def test_wie_een_treffer_aanwijst_houdt_hem_als_de_lijst_nog_eens_komt(desk: Any) -> None:
    """The answer to the last letter comes when the agent has already gone down the list of the letter before."""
    desk.keyboard.type("rijbe")
    expect(treffers(desk)).to_have_count(2)
    wachtend = houd_zoeken_op(desk)
    desk.keyboard.type("w")
    desk.wait_for_timeout(100)
    assert len(wachtend) == 1
    desk.keyboard.press("ArrowUp")
    laatste = treffers(desk).last
    titel = laatste.locator(".titel").inner_text()
    expect(laatste).to_have_attribute("aria-selected", "true")
    desk.evaluate("() => document.querySelector('#treffers button').oud = true")
    wachtend[0].continue_()
    desk.wait_for_function("() => !document.querySelector('#treffers button').oud")
    expect(desk.locator("[aria-selected=true] .titel")).to_have_text(titel)
    assert desk.locator("#vraag").get_attribute("aria-activedescendant") == "treffer-1"
    # Another letter asks something else: Enter does not open what was pointed at for the question before.
    desk.keyboard.type("i")
    expect(desk.locator("[aria-selected=true]")).to_have_count(0)


def test_een_klik_op_een_titel_opent_hem(desk: Any) -> None:
    houd_zoeken_op(desk)
    desk.keyboard.type("paspoort")
    titels(desk).first.click()
    expect(desk.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")


def test_enter_alleen_opent_de_beste_van_de_server_en_zonder_server_de_eerste_titel(desk: Any) -> None:
    desk.keyboard.type("rijbewijs geldig")
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Hoe lang is mijn rijbewijs geldig?")
    desk.route(
        "**/balie/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    desk.fill("#vraag", "pasp")
    expect(desk.locator("#melding")).to_contain_text("De balie antwoordt niet.")
    expect(titels(desk)).to_have_count(1)
    desk.locator("#vraag").press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")


def test_is_de_zoekmachine_stuk_dan_wacht_enter_alleen_niet_op_de_server(desk: Any) -> None:
    zonder_zoekmachine(desk)
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")
    desk.fill("#vraag", "")
    expect(desk.locator("#lijst")).to_contain_text("Typ de vraag")
    wachtend = houd_zoeken_op(desk)
    desk.fill("#vraag", "rijbewijs kwijt")
    expect(titels(desk)).to_have_count(1)
    desk.locator("#vraag").press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    assert len(wachtend) == 1


def test_een_andere_gemeente_heeft_andere_titels(desk: Any) -> None:
    desk.keyboard.type("huisn")
    expect(titels(desk)).to_have_count(1)
    expect(titels(desk)).to_contain_text("valt onder iets anders")
    desk.keyboard.press("Alt+1")
    expect(desk.locator(".plaats")).to_have_text("Dordrecht")
    expect(titels(desk)).to_have_count(0)
    desk.keyboard.press("Alt+2")
    expect(titels(desk)).to_have_count(1)


def test_wat_verandert_komt_er_vanzelf_bij(pagina: Any, live_server: Any) -> None:
    pagina.clock.install()
    with pagina.expect_response("**/_titels/"):
        meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    pagina.keyboard.type("milieup")
    expect(pagina.locator("#snel-leeg")).to_have_text("Geen titel met deze woorden.")
    with pagina.expect_response("**/_titels/") as ongewijzigd:
        pagina.clock.run_for(61_000)
    assert ongewijzigd.value.status == 304
    geef_uit("sliedrecht", "milieupas", "Milieupas aanvragen")
    indexeer("g2")
    with pagina.expect_response("**/_titels/") as nieuw:
        pagina.clock.run_for(61_000)
    assert nieuw.value.status == 200
    pagina.clock.run_for(1000)
    expect(titels(pagina)).to_contain_text("Milieupas aanvragen")


def test_zonder_script_staat_de_plek_er_niet(browser: Any, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    desk = meld_aan(context.new_page(), live_server.url, "/balie/sliedrecht/")
    assert not desk.locator("#snel").is_visible()
    context.close()
