"""What an agent does with an answer, by hand and by key: sections, comparing, copying, mailing, going back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.kennisbank.balie.aan_de_balie import meld_aan, treffers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
ANTWOORD = "/balie/sliedrecht/rijbewijs-kwijt/"


@pytest.fixture
def kaart(aan_de_balie: Any) -> Any:
    """The answer of Sliedrecht, found and opened, with the list beside it."""
    aan_de_balie.context.grant_permissions(["clipboard-read", "clipboard-write"])
    aan_de_balie.keyboard.type("rijbewijs")
    expect(treffers(aan_de_balie)).to_have_count(2)
    treffers(aan_de_balie).locator("text=kwijt").click()
    expect(aan_de_balie.locator("#kaart-titel")).to_be_focused()
    return aan_de_balie


@pytest.fixture
def zonder_script(browser: Any, live_server: Any) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    yield meld_aan(context.new_page(), live_server.url, ANTWOORD)
    context.close()


def klembord(pagina: Any) -> str:
    return str(pagina.evaluate("() => navigator.clipboard.readText()")).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("toets", "plek"), [("1", "zeg-dit-kop"), ("2", "veld-kosten"), ("9", "intern-kop"), ("t", "contact-kop")]
)
def test_een_toets_en_een_klik_brengen_naar_hetzelfde_deel(kaart: Any, toets: str, plek: str) -> None:
    adres = kaart.url
    kaart.keyboard.press(toets)
    expect(kaart.locator(f"#{plek}")).to_be_focused()
    kaart.locator("#kaart-titel").focus()
    kaart.click(f'.secties [href="#{plek}"]')
    expect(kaart.locator(f"#{plek}")).to_be_focused()
    expect(kaart.locator(f"#{plek}")).to_be_in_viewport()
    assert kaart.url == adres


def test_naar_een_deel_gaan_verschuift_alleen_het_antwoord(kaart: Any) -> None:
    kaart.set_viewport_size({"width": 1366, "height": 500})
    kaart.evaluate(
        "() => document.querySelector('#veld-kosten .veldtekst').insertAdjacentHTML('beforeend',"
        " '<table><thead><tr><th>Wat<th>Bedrag</thead><tr><td>Spoed<td>€ 9</table>')"
    )
    for toets in ("2", "9"):
        kaart.keyboard.press(toets)
        assert kaart.evaluate("() => [document.documentElement.scrollTop, document.body.scrollTop]") == [0, 0]
    assert kaart.evaluate("() => document.getElementById('antwoord').scrollTop") > 0
    assert kaart.evaluate("() => document.body.scrollHeight") == 500


def test_een_deel_dat_er_niet_is_wordt_gezegd(kaart: Any) -> None:
    kaart.keyboard.press("6")
    expect(kaart.locator("#stand")).to_have_text("Dit staat niet op deze kaart.")
    expect(kaart.locator("#kaart-titel")).to_be_focused()


def test_waar_het_niet_wordt_aangeboden_zegt_een_cijfer_dat_ook(kaart: Any, live_server: Any) -> None:
    kaart.goto(f"{live_server.url}/balie/sliedrecht/huisnummer-aanvragen/")
    expect(kaart.locator("#vraag")).to_have_role("combobox")
    kaart.locator("#kaart-titel").focus()
    kaart.keyboard.press("6")
    expect(kaart.locator("#stand")).to_have_text("Dit staat niet op deze kaart.")


def test_vergelijken_en_weer_terug_met_het_toetsenbord(kaart: Any) -> None:
    kaart.keyboard.press("v")
    expect(kaart.locator(".vergelijkblad th.hier")).to_have_text("Sliedrecht")
    assert kaart.url.endswith(f"{ANTWOORD}vergelijk/")
    expect(kaart.locator("#lijst")).to_be_hidden()
    kaart.click("text=Alles")
    expect(kaart.locator(".vergelijkblad")).to_contain_text("als Sliedrecht")
    assert kaart.url.endswith(f"{ANTWOORD}vergelijk/?alles=1")
    kaart.go_back()
    expect(kaart.locator(".vergelijkblad")).not_to_contain_text("als Sliedrecht")
    kaart.keyboard.press("/")
    expect(kaart.locator("#lijst")).to_be_visible()
    kaart.locator("#kaart-titel").focus()
    kaart.keyboard.press("Escape")
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    expect(kaart.locator("#kaart-titel")).to_be_focused()
    assert kaart.url.endswith(ANTWOORD)


def test_kopieren_zet_feiten_of_weblink_op_het_klembord(kaart: Any) -> None:
    kaart.keyboard.press("c")
    expect(kaart.locator("[data-letter=c]")).to_have_text("Gekopieerd ✓")
    gekopieerd = klembord(kaart)
    assert gekopieerd.startswith("Rijbewijs kwijt\nGemeente Sliedrecht")
    assert "U betaalt € 49,00, alleen met pin." in gekopieerd
    assert "vlekkenpers" not in gekopieerd
    kaart.click("[data-letter=l]")
    expect(kaart.locator("[data-letter=l]")).to_have_text("Gekopieerd ✓")
    assert klembord(kaart).endswith("/product/rijbewijs-kwijt/")
    assert klembord(kaart).startswith("http://sliedrecht.localhost")
    expect(kaart.locator("[data-letter=c]")).to_have_text("Kopieer feiten", timeout=5000)


def test_waar_het_klembord_weigert_komt_de_bladzijde_om_zelf_te_kopieren(kaart: Any) -> None:
    kaart.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('nee')); }")
    kaart.keyboard.press("c")
    kaart.wait_for_url(f"**{ANTWOORD}meegeven/")
    assert "alleen met pin." in kaart.input_value("#feiten")


def test_mailen_is_een_gewone_mailto_onder_e(kaart: Any) -> None:
    kaart.evaluate(
        "() => document.querySelector('[data-letter=e]').addEventListener('click', (klik) => {"
        " klik.preventDefault(); window.gemaild = klik.currentTarget.href; })"
    )
    kaart.keyboard.press("e")
    assert kaart.evaluate("() => window.gemaild").startswith("mailto:?subject=Rijbewijs%20kwijt")


def test_esc_gaat_terug_naar_de_lijst_en_dan_naar_de_volgende_vraag(kaart: Any) -> None:
    kaart.keyboard.press("Escape")
    expect(kaart.locator("#vraag")).to_be_focused()
    expect(treffers(kaart).locator("text=kwijt")).to_be_visible()
    geopend = kaart.locator("#treffers [aria-current]")
    expect(geopend).to_have_attribute("aria-selected", "true")
    assert kaart.get_attribute("#vraag", "aria-activedescendant") == geopend.get_attribute("id")
    kaart.keyboard.press("Escape")
    expect(kaart.locator("#vraag")).to_have_value("")
    expect(treffers(kaart)).to_have_count(0)
    expect(kaart.locator(".plaats")).to_have_text("Sliedrecht")


def test_letters_in_het_zoekvak_zijn_letters_en_kunnen_daarbuiten_uit(kaart: Any) -> None:
    kaart.fill("#vraag", "")
    kaart.locator("#vraag").focus()
    kaart.keyboard.type("v2?")
    expect(kaart.locator("#vraag")).to_have_value("v2?")
    kaart.click(".toetsen > summary")
    kaart.uncheck("#losse-toetsen")
    kaart.locator("#kaart-titel").focus()
    for toets in ("v", "t", "2"):
        kaart.keyboard.press(toets)
    expect(kaart.locator("#kaart-titel")).to_be_focused()
    assert kaart.url.endswith(ANTWOORD)


def test_vraagteken_opent_de_lijst_en_esc_sluit_haar(kaart: Any) -> None:
    kaart.keyboard.press("?")
    expect(kaart.locator(".toetsblad")).to_be_visible()
    kaart.keyboard.press("Escape")
    expect(kaart.locator(".toetsblad")).to_be_hidden()


def test_wat_in_dit_gesprek_is_geopend_blijft_te_vinden_tot_het_volgende(kaart: Any) -> None:
    kaart.keyboard.press("Alt+1")
    expect(kaart.locator(".plaats")).to_have_text("Dordrecht")
    kaart.keyboard.press("Escape")
    kaart.keyboard.press("Escape")
    eerder = kaart.locator("#laatst li")
    expect(eerder).to_have_text(["Rijbewijs kwijt Dordrecht", "Rijbewijs kwijt Sliedrecht"])
    eerder.nth(1).locator("a").click()
    expect(kaart.locator(".plaats")).to_have_text("Sliedrecht")
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    assert kaart.url.endswith(ANTWOORD)
    kaart.keyboard.press("Alt+Backspace")
    expect(kaart.locator(".plaats")).to_have_text("Hele regio")
    expect(kaart.locator("#laatst")).to_have_count(0)
    assert kaart.evaluate("() => sessionStorage.length") == 0


def test_afmelden_vergeet_wat_is_geopend(kaart: Any) -> None:
    kaart.click(".afmelden button")
    expect(kaart.locator("#id_username")).to_be_visible()
    assert kaart.evaluate("() => sessionStorage.length") == 0


def test_zonder_script_werkt_vergelijken_en_meegeven(zonder_script: Any) -> None:
    zonder_script.click(".handelingen >> text=Vergelijk")
    assert "alleen met pin." in zonder_script.inner_text(".vergelijkblad")
    zonder_script.click("text=Terug naar het antwoord")
    zonder_script.click(".handelingen >> text=Kopieer feiten")
    assert "alleen met pin." in zonder_script.input_value("#feiten")
    zonder_script.click("text=Terug naar het antwoord")
    assert zonder_script.inner_text("#kaart-titel") == "Rijbewijs kwijt"


def test_wat_eerst_te_vragen_staat_er_een_keer(kaart: Any) -> None:
    expect(kaart.locator(".vraag-eerst")).to_be_in_viewport()
    expect(kaart.locator("#veld-uitvragen")).to_be_hidden()
    kaart.set_viewport_size({"width": 1024, "height": 768})
    expect(kaart.locator("#veld-uitvragen")).to_be_visible()
    expect(kaart.locator(".vraag-eerst")).to_be_hidden()


def test_een_feit_brengt_naar_zijn_hele_tekst(kaart: Any) -> None:
    kaart.click(".feit[data-veld=kosten] h3 a")
    expect(kaart.locator("#veld-kosten")).to_be_focused()
    expect(kaart.locator("#veld-kosten")).to_be_in_viewport()
    expect(kaart.locator("#veld-kosten h3")).to_have_text("2Kosten")


def test_de_tekst_van_de_regio_en_de_reden_staan_achter_een_klik_bij_het_feit(kaart: Any) -> None:
    feit = kaart.locator(".feit[data-veld=kosten]")
    expect(feit.locator(".anders-blad")).to_be_hidden()
    feit.locator("summary").click()
    expect(feit.locator(".anders-blad")).to_contain_text("Waarom: Eigen tarief")
    expect(feit.locator(".anders-blad")).to_contain_text("De regio schrijft:")


def test_de_knop_naar_de_lijst_doet_wat_esc_doet(kaart: Any) -> None:
    kaart.click("[data-lijst]")
    expect(kaart.locator("#vraag")).to_be_focused()
    expect(kaart.locator("#treffers [aria-current]")).to_have_attribute("aria-selected", "true")


def test_axe_op_vergelijken_en_meegeven(kaart: Any, axe: Callable[[Any], list[str]]) -> None:
    kaart.click(".mededeling-kort > summary")
    assert axe(kaart) == []
    kaart.keyboard.press("v")
    expect(kaart.locator(".vergelijkblad")).to_be_visible()
    assert axe(kaart) == []
    kaart.set_viewport_size({"width": 390, "height": 844})
    assert axe(kaart) == []
    assert kaart.evaluate("() => document.documentElement.scrollWidth") <= 390
    kaart.goto(kaart.url.replace("vergelijk", "meegeven"))
    assert axe(kaart) == []
    assert kaart.evaluate("() => document.documentElement.scrollWidth") <= 390
