"""“Klopt niet”, the outcome and the reference by hand and by key, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from kennisbank.melden.vastleggen import sluit
from kennisbank.models import Melding, Meldtoestand, Uitkomsttelling
from tests.kennisbank.balie.aan_de_balie import meld_aan

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
KAART = "/balie/sliedrecht/rijbewijs-kwijt/"


@pytest.fixture
def kaart(pagina: Any, live_server: Any) -> Any:
    pagina.context.grant_permissions(["clipboard-read", "clipboard-write"])
    meld_aan(pagina, live_server.url, KAART)
    expect(pagina.locator("#vraag")).to_have_role("combobox")  # the script has begun
    pagina.locator("#kaart-titel").focus()
    return pagina


def test_twee_toetsen_melden_het_veld_waar_u_staat(kaart: Any) -> None:
    kaart.keyboard.press("2")
    kaart.keyboard.press("f")
    vak = kaart.locator(".meldvak")
    expect(vak.locator("select")).to_have_value("kosten")
    expect(vak.locator("[name=opmerking]")).to_be_focused()
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeld")).to_contain_text("Gemeld: Kosten. In onderzoek bij Sliedrecht.")
    expect(vak).to_have_count(0)
    expect(kaart.locator("#veld-kosten")).to_be_focused()
    expect(kaart.locator("#stand")).to_contain_text("Gemeld: Kosten.")
    melding = Melding.objects.get()
    assert (melding.plek, melding.eigenaar, melding.opmerking) == ("kosten", "sliedrecht", "")
    kaart.reload()
    expect(kaart.locator("#veld-kosten .onderzoek")).to_contain_text("In onderzoek")


def test_heel_vlug_achter_elkaar_is_ook_een_melding(kaart: Any) -> None:
    """The form is on the page already: f and Enter wait for nothing."""
    kaart.keyboard.press("3")
    kaart.evaluate(
        """() => {
          const doel = document.activeElement;
          doel.dispatchEvent(new KeyboardEvent("keydown", {key: "f", code: "KeyF", bubbles: true, cancelable: true}));
          document.querySelector(".meldvak").requestSubmit();
          document.querySelector(".meldvak").requestSubmit();
        }"""
    )
    expect(kaart.locator("#gemeld")).to_contain_text("Gemeld: Termijn.")
    assert Melding.objects.count() == 1


def test_met_de_muis_blijft_het_veld_gekozen(kaart: Any) -> None:
    kaart.locator("#veld-meenemen").click()
    kaart.click("[data-meld]")
    expect(kaart.locator(".meldvak select")).to_have_value("meenemen")
    kaart.keyboard.press("Escape")
    expect(kaart.locator(".meldvak")).to_have_count(0)
    expect(kaart.locator("#veld-meenemen")).to_be_focused()
    expect(kaart.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")
    assert not Melding.objects.exists()


def test_zonder_gekozen_veld_gaat_het_over_het_hele_antwoord(kaart: Any) -> None:
    kaart.keyboard.press("f")
    expect(kaart.locator(".meldvak select")).to_have_value("")
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeld")).to_contain_text("Het hele antwoord")


def test_wat_op_een_mens_wijst_wordt_gezegd_en_gaat_de_deur_niet_uit(kaart: Any) -> None:
    verstuurd: list[str] = []
    kaart.on("request", lambda verzoek: verstuurd.append(verzoek.post_data or ""))
    kaart.keyboard.press("2")
    kaart.keyboard.press("f")
    kaart.keyboard.type("van 123456782 is het 52 euro")
    expect(kaart.locator("[data-niet-mee]")).to_have_text(
        "Dit lijkt op een burgerservicenummer. Dat gaat niet mee."
    )
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeld .let-op")).to_contain_text("een burgerservicenummer")
    assert Melding.objects.get().opmerking == "van [bsn] is het 52 euro"
    assert not any("123456782" in lichaam for lichaam in verstuurd)


def test_lukt_het_niet_dan_blijft_staan_wat_u_typte(kaart: Any) -> None:
    kaart.route("**/melden/", lambda route: route.abort())
    kaart.keyboard.press("f")
    kaart.keyboard.type("klopt niet")
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#melding")).to_be_visible()
    expect(kaart.locator(".meldvak [name=opmerking]")).to_have_value("klopt niet")
    kaart.unroute("**/melden/")
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeld")).to_be_visible()


def test_het_antwoord_op_een_melding_komt_terug_aan_de_balie(kaart: Any) -> None:
    kaart.keyboard.press("2")
    kaart.keyboard.press("f")
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeld")).to_be_visible()
    sluit(Melding.objects.get(), Meldtoestand.KLOPT, "De raad stelde dit vast.", ook_de_andere=False)
    kaart.keyboard.press("Alt+Backspace")
    antwoord = kaart.locator(".meldantwoord")
    expect(antwoord).to_contain_text("De raad stelde dit vast.")
    antwoord.locator("button").click()
    expect(antwoord).to_have_count(0)
    assert Melding.objects.get().gezien_op is not None


def test_een_toets_zegt_hoe_het_afliep_en_een_andere_verbetert_dat(kaart: Any) -> None:
    kaart.keyboard.press("a")
    expect(kaart.locator("[data-letter=a]")).to_have_attribute("aria-pressed", "true")
    expect(kaart.locator("#stand")).to_have_text("Geteld: beantwoord")
    kaart.keyboard.press("a")
    kaart.click("[data-letter=d]")
    expect(kaart.locator("[data-letter=d]")).to_have_attribute("aria-pressed", "true")
    expect(kaart.locator("[data-letter=a]")).to_have_attribute("aria-pressed", "false")
    geteld = Uitkomsttelling.objects.filter(aantal__gt=0).values_list("sleutel", "uitkomst", "aantal")
    assert list(geteld) == [("rijbewijs-kwijt", "doorverbonden", 1)]


def test_niet_gevonden_kan_ook_zonder_antwoord(kaart: Any) -> None:
    kaart.keyboard.press("Alt+Backspace")
    expect(kaart.locator(".plaats")).to_have_text("Hele regio")
    kaart.locator("#kaart-titel").focus()
    kaart.keyboard.press("n")
    expect(kaart.locator("[data-letter=n]")).to_have_attribute("aria-pressed", "true")
    assert Uitkomsttelling.objects.get(aantal=1).bereik == "regio"


def test_het_kenmerk_komt_op_het_klembord_en_leidt_terug(kaart: Any) -> None:
    kaart.keyboard.press("k")
    expect(kaart.locator("[data-letter=k]")).to_have_text("Gekopieerd ✓")
    regel = str(kaart.evaluate("() => navigator.clipboard.readText()"))
    assert regel.startswith("Rijbewijs kwijt · Sliedrecht · ")
    assert "/balie/sliedrecht/rijbewijs-kwijt/versie/1.1/" in regel
    assert "\n" not in regel
    assert "vlekkenpers" not in regel


def test_met_losse_toetsen_uit_doet_f_niets(kaart: Any) -> None:
    kaart.click(".toetsen > summary")
    kaart.uncheck("#losse-toetsen")
    kaart.locator("#kaart-titel").focus()
    for toets in ("f", "a", "k"):
        kaart.keyboard.press(toets)
    expect(kaart.locator(".meldvak")).to_have_count(0)
    expect(kaart.locator("[aria-pressed=true]")).to_have_count(0)


def test_zonder_script_zijn_het_gewone_bladzijden(browser: Any, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    blad = meld_aan(context.new_page(), live_server.url, KAART)
    blad.click("[data-meld]")
    blad.select_option("#meld-plek", "kosten")
    blad.locator("#meld-opmerking").press("Enter")
    expect(blad.locator("#gemeld")).to_be_visible()
    assert "Gemeld: Kosten." in blad.inner_text("main")
    blad.click("text=Terug naar het antwoord")
    assert "In onderzoek" in blad.inner_text("#veld-kosten")
    blad.click("[data-letter=d]")
    expect(blad.locator("h1")).to_contain_text("Geteld")
    assert "Geteld: doorverbonden" in blad.inner_text("main")
    context.close()
    assert Melding.objects.get().plek == "kosten"


def test_axe_op_melden_uitkomst_en_meldingen(
    kaart: Any, axe: Callable[[Any], list[str]], live_server: Any
) -> None:
    kaart.keyboard.press("2")
    kaart.keyboard.press("f")
    expect(kaart.locator(".meldvak")).to_be_visible()
    assert axe(kaart) == []
    kaart.keyboard.press("Enter")
    expect(kaart.locator("#gemeld")).to_be_visible()
    kaart.keyboard.press("a")
    expect(kaart.locator("[data-letter=a]")).to_have_attribute("aria-pressed", "true")
    assert axe(kaart) == []
    kaart.set_viewport_size({"width": 390, "height": 844})
    assert axe(kaart) == []
    assert kaart.evaluate("() => document.documentElement.scrollWidth") <= 390
    for adres in ("/balie/sliedrecht/_meldingen/", f"{KAART}melden/"):
        kaart.goto(live_server.url + adres)
        assert axe(kaart) == []
        assert kaart.evaluate("() => document.documentElement.scrollWidth") <= 390
