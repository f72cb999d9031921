"""The desk in a real browser: typing, keys, municipalities, old answers, without script, and WCAG."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.kennisbank.balie.aan_de_balie import houd_op, meld_aan, treffers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]


@pytest.fixture
def zonder_script(browser: Any, live_server: Any) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    yield meld_aan(context.new_page(), live_server.url, "/balie/sliedrecht/")
    context.close()


def verwacht_bovenaan(pagina: Any, titel: str) -> None:
    expect(treffers(pagina).first.locator(".titel")).to_contain_text(titel)


def test_typen_kiezen_openen_en_wisselen_met_het_toetsenbord(aan_de_balie: Any) -> None:
    toetsen = aan_de_balie.keyboard
    toetsen.type("rijbew", delay=20)
    expect(treffers(aan_de_balie)).to_have_count(2)
    toetsen.press("ArrowDown")
    toetsen.press("ArrowDown")
    toetsen.press("ArrowDown")
    expect(treffers(aan_de_balie).first).to_have_attribute("aria-selected", "true")
    assert aan_de_balie.locator("#vraag").get_attribute("aria-activedescendant") == "treffer-0"
    eerste = treffers(aan_de_balie).first.locator(".titel").inner_text()
    toetsen.press("Enter")
    kop = aan_de_balie.locator("#kaart-titel")
    expect(kop).to_have_text(eerste)
    expect(kop).to_be_focused()
    toetsen.press("Alt+1")
    expect(aan_de_balie.locator(".plaats")).to_have_text("Dordrecht")
    expect(kop).to_have_text(eerste)
    assert aan_de_balie.input_value("#vraag") == "rijbew"
    expect(treffers(aan_de_balie)).to_have_count(2)
    assert re.search(r"/balie/dordrecht/[a-z-]+/$", aan_de_balie.url)


def test_enter_meteen_na_het_typen_opent_de_eerste_treffer_van_die_vraag(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("paspoort")
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")


def test_cijfers_in_het_zoekvak_zijn_letters_en_met_alt_een_gemeente(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("paspoort 1")
    assert aan_de_balie.input_value("#vraag") == "paspoort 1"
    expect(aan_de_balie.locator(".plaats")).to_have_text("Sliedrecht")
    aan_de_balie.keyboard.press("Alt+1")
    expect(aan_de_balie.locator(".plaats")).to_have_text("Dordrecht")
    expect(aan_de_balie.locator("#vraag")).to_be_focused()
    aan_de_balie.keyboard.press("Alt+0")
    expect(aan_de_balie.locator(".plaats")).to_have_text("Hele regio")


def test_schuine_streep_ctrl_k_en_esc(aan_de_balie: Any) -> None:
    vak = aan_de_balie.locator("#vraag")
    aan_de_balie.keyboard.type("paspoort")
    verwacht_bovenaan(aan_de_balie, "Paspoort aanvragen")
    aan_de_balie.keyboard.press("Escape")
    expect(vak).to_have_value("")
    expect(treffers(aan_de_balie)).to_have_count(0)
    aan_de_balie.keyboard.press("Escape")
    expect(vak).not_to_be_focused()
    aan_de_balie.keyboard.press("/")
    expect(vak).to_be_focused()
    expect(vak).to_have_value("")
    aan_de_balie.locator("#antwoord").focus()
    aan_de_balie.keyboard.press("Control+k")
    expect(vak).to_be_focused()


def test_losse_toetsen_kunnen_uit(aan_de_balie: Any) -> None:
    aan_de_balie.click(".toetsen > summary")
    aan_de_balie.uncheck("#losse-toetsen")
    aan_de_balie.locator("#antwoord").focus()
    aan_de_balie.keyboard.press("?")
    aan_de_balie.keyboard.press("/")
    expect(aan_de_balie.locator("#antwoord")).to_be_focused()
    expect(aan_de_balie.locator(".plaats")).to_have_text("Sliedrecht")
    aan_de_balie.keyboard.press("Alt+1")
    expect(aan_de_balie.locator(".plaats")).to_have_text("Dordrecht")


def test_nieuw_gesprek_maakt_alles_leeg(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("rijbewijs kwijt")
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    aan_de_balie.click("text=Nieuw gesprek")
    expect(aan_de_balie.locator(".plaats")).to_have_text("Hele regio")
    expect(aan_de_balie.locator("#vraag")).to_have_value("")
    expect(aan_de_balie.locator("#vraag")).to_be_focused()
    expect(treffers(aan_de_balie)).to_have_count(0)
    assert aan_de_balie.url.endswith("/balie/regio/")


def test_terug_gaat_naar_het_vorige_antwoord_en_houdt_de_vraag(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("rijbewijs")
    expect(treffers(aan_de_balie)).to_have_count(2)
    for titel in ("Rijbewijs kwijt", "Hoe lang is mijn rijbewijs geldig?"):
        aan_de_balie.click(f'#treffers button:has-text("{titel}")')
        expect(aan_de_balie.locator("#kaart-titel")).to_have_text(titel)
    aan_de_balie.go_back()
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    expect(aan_de_balie.locator("#vraag")).to_have_value("rijbewijs")


def test_een_ouder_antwoord_komt_nooit_over_een_nieuwer(aan_de_balie: Any) -> None:
    wachtend = houd_op(
        aan_de_balie, "**/balie/**", lambda v: v.method == "POST" and "vraag=paspoort&" in (v.post_data or "")
    )
    aan_de_balie.keyboard.type("paspoort")
    aan_de_balie.wait_for_timeout(200)
    aan_de_balie.fill("#vraag", "rijbewijs")
    expect(treffers(aan_de_balie)).to_have_count(2)
    assert wachtend
    for route in wachtend:
        route.continue_()
    aan_de_balie.wait_for_timeout(300)
    expect(treffers(aan_de_balie)).to_have_count(2)
    expect(treffers(aan_de_balie).first).to_contain_text("ijbewijs")


def test_een_trage_gemeente_schildert_niet_over_wat_daarna_is_gevraagd(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("paspoort")
    verwacht_bovenaan(aan_de_balie, "Paspoort aanvragen")
    wachtend = houd_op(aan_de_balie, "**/balie/dordrecht/", lambda v: v.headers["x-balie-deel"] == "alles")
    aan_de_balie.keyboard.press("Alt+1")
    aan_de_balie.wait_for_timeout(100)
    aan_de_balie.fill("#vraag", "rijbewijs")
    expect(treffers(aan_de_balie)).to_have_count(2)
    expect(treffers(aan_de_balie).first).to_contain_text("Dordrecht")
    wachtend[0].continue_()
    expect(aan_de_balie.locator(".plaats")).to_have_text("Dordrecht")
    expect(treffers(aan_de_balie)).to_have_count(2)


def test_de_vraag_gaat_alleen_in_de_inhoud_van_een_post(aan_de_balie: Any) -> None:
    verzoeken: list[Any] = []
    aan_de_balie.on("request", lambda verzoek: verzoeken.append(verzoek))
    aan_de_balie.keyboard.type("rijbewijs kwijtt", delay=30)
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    aan_de_balie.keyboard.press("Alt+1")
    expect(aan_de_balie.locator(".plaats")).to_have_text("Dordrecht")
    assert all("vraag" not in verzoek.url and "?" not in verzoek.url for verzoek in verzoeken)
    assert {v.method for v in verzoeken if "kwijtt" in (v.post_data or "")} == {"POST"}
    opslag = aan_de_balie.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert "rijbewijs-kwijt" in opslag
    assert "kwijtt" not in opslag


def test_wie_is_afgemeld_hoort_dat_en_houdt_wat_er_stond(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("rijbewijs kwijt")
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    aan_de_balie.context.clear_cookies(name="antwoord_sessie")
    aan_de_balie.fill("#vraag", "paspoort")
    melding = aan_de_balie.locator("#melding")
    expect(melding).to_contain_text("U bent afgemeld.")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")


def test_zonder_verbinding_zegt_de_balie_dat_en_daarna_niet_meer(aan_de_balie: Any) -> None:
    aan_de_balie.context.set_offline(True)
    aan_de_balie.keyboard.type("paspoort")
    expect(aan_de_balie.locator("#melding")).to_contain_text("De balie antwoordt niet.")
    aan_de_balie.context.set_offline(False)
    aan_de_balie.keyboard.type(" ")
    verwacht_bovenaan(aan_de_balie, "Paspoort aanvragen")
    expect(aan_de_balie.locator("#melding")).to_be_hidden()


def test_wat_getypt_is_voor_het_script_er_was_wordt_nog_gezocht(pagina: Any, live_server: Any) -> None:
    wachtend = houd_op(pagina, "**/balie.js", lambda verzoek: True)
    meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    pagina.keyboard.type("paspoort")
    for route in wachtend:
        route.continue_()
    verwacht_bovenaan(pagina, "Paspoort aanvragen")


def test_letterlijk_zoeken_en_weer_terug(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("rijbewijs kwijtt")
    lijst = aan_de_balie.locator("#lijst")
    expect(lijst).to_contain_text("Gezocht op kwijt.")
    aan_de_balie.click("text=Zoek op “kwijtt”")
    expect(lijst).to_contain_text("Gezocht op precies wat u typte.")
    expect(aan_de_balie.locator("#vraag")).to_be_focused()
    aan_de_balie.keyboard.press("Alt+1")
    expect(treffers(aan_de_balie).first).to_contain_text("Dordrecht")
    expect(lijst).to_contain_text("Gezocht op precies wat u typte.")
    aan_de_balie.click("text=Zoek ook wat erop lijkt")
    expect(lijst).to_contain_text("Gezocht op kwijt.")
    aan_de_balie.click("text=Zoek op “kwijtt”")
    expect(lijst).to_contain_text("Gezocht op precies wat u typte.")
    aan_de_balie.keyboard.type("t")
    expect(lijst).not_to_contain_text("Gezocht op precies wat u typte.")
    assert "?" not in aan_de_balie.url


def test_zonder_script_werkt_letterlijk_zoeken(zonder_script: Any) -> None:
    zonder_script.fill("#vraag", "rijbewijs kwijtt")
    zonder_script.click("text=Zoek")
    zonder_script.click("text=Zoek op “kwijtt”")
    lijst = zonder_script.locator("#lijst")
    expect(lijst).to_contain_text("Gezocht op precies wat u typte.")
    treffers(zonder_script).first.click()
    expect(lijst).to_contain_text("Gezocht op precies wat u typte.")
    zonder_script.click("text=Zoek ook wat erop lijkt")
    expect(lijst).to_contain_text("Gezocht op kwijt.")


def test_zonder_script_werkt_zoeken_openen_en_wisselen(zonder_script: Any) -> None:
    zonder_script.fill("#vraag", "rijbewijs kwijt")
    zonder_script.click("text=Zoek")
    treffers(zonder_script).first.click()
    assert zonder_script.locator("#kaart-titel").inner_text() == "Rijbewijs kwijt"
    assert zonder_script.input_value("#vraag") == "rijbewijs kwijt"
    zonder_script.click("#gemeenten >> text=Dordrecht")
    assert zonder_script.locator(".plaats").inner_text() == "Dordrecht"
    assert zonder_script.locator("#kaart-titel").inner_text() == "Rijbewijs kwijt"


@pytest.mark.parametrize("breedte", [1366, 1024, 640, 390, 341])
def test_op_elke_breedte_hoeft_niemand_opzij_te_schuiven(aan_de_balie: Any, breedte: int) -> None:
    aan_de_balie.keyboard.type("rijbewijs kwijt")
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    aan_de_balie.set_viewport_size({"width": breedte, "height": 700})
    assert aan_de_balie.evaluate("() => document.documentElement.scrollWidth") <= breedte


def test_axe(aan_de_balie: Any, axe: Callable[[Any], list[str]]) -> None:
    assert axe(aan_de_balie) == []
    aan_de_balie.keyboard.type("rijbewijs")
    expect(treffers(aan_de_balie)).to_have_count(2)
    assert axe(aan_de_balie) == []
    aan_de_balie.click('#treffers button:has-text("kwijt")')
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    aan_de_balie.click(".anders summary")
    aan_de_balie.click(".toetsen > summary")
    assert axe(aan_de_balie) == []
    aan_de_balie.set_viewport_size({"width": 390, "height": 844})
    assert axe(aan_de_balie) == []
    for adres in (
        "/balie/sliedrecht/huisnummer-aanvragen/",
        "/balie/regio/rijbewijs-kwijt/",
        "/balie/dordrecht/huisnummer-aanvragen/",
    ):
        aan_de_balie.goto(re.sub(r"/balie/.*", adres, aan_de_balie.url))
        assert axe(aan_de_balie) == [], adres


def test_axe_ziet_een_fout_als_die_er_is(aan_de_balie: Any, axe: Callable[[Any], list[str]]) -> None:
    aan_de_balie.evaluate("() => document.querySelector('label[for=vraag]').remove()")
    assert any("label" in fout for fout in axe(aan_de_balie))


def test_axe_op_de_aanmelding(pagina: Any, live_server: Any, axe: Callable[[Any], list[str]]) -> None:
    pagina.goto(f"{live_server.url}/balie/aanmelden/")
    assert axe(pagina) == []
    pagina.fill("#id_username", "kees")
    pagina.fill("#id_password", "fout")
    pagina.click("text=Meld aan")
    expect(pagina.locator(".fout")).to_be_visible()
    assert axe(pagina) == []
