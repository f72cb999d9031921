"""What points at a person stays on the page: masked by the same table as on the server, with a warning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from redactie.maskeren import maskeer
from tests.kennisbank.balie.aan_de_balie import meld_aan, treffers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]

VOORBEELDEN = json.loads(
    (Path(__file__).parents[2] / "redactie" / "maskeervoorbeelden.json").read_text("utf-8")
)
SCRIPT = "async (teksten) => { const { maskeer } = await import('%s'); return teksten.map(maskeer); }"


def test_de_browser_maskeert_als_de_server(aan_de_balie: Any) -> None:
    bron = aan_de_balie.locator("script[src$='balie/balie.js']").get_attribute("src")
    adres = bron.replace("balie.js", "maskeren.js")
    uit = aan_de_balie.evaluate(SCRIPT % adres, [tekst for tekst, _ in VOORBEELDEN])
    assert {tekst: gemaskeerd for (tekst, _), gemaskeerd in zip(VOORBEELDEN, uit, strict=True)} == {
        tekst: maskeer(tekst) for tekst, _ in VOORBEELDEN
    }


def test_een_burgerservicenummer_gaat_niet_mee_en_het_scherm_zegt_dat(aan_de_balie: Any) -> None:
    verzonden: list[str] = []
    aan_de_balie.on("request", lambda verzoek: verzonden.append(f"{verzoek.url} {verzoek.post_data or ''}"))
    let_op = aan_de_balie.locator("#niet-mee")
    expect(let_op).to_be_empty()
    aan_de_balie.keyboard.type("paspoort 123456782")
    expect(let_op).to_contain_text("Dit lijkt op een burgerservicenummer. Dat gaat niet mee")
    expect(let_op).to_have_attribute("role", "status")
    expect(treffers(aan_de_balie).first).to_contain_text("Paspoort aanvragen")
    aan_de_balie.keyboard.press("Enter")
    expect(aan_de_balie.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")
    assert aan_de_balie.input_value("#vraag") == "paspoort"
    aan_de_balie.click("#nieuw-gesprek")
    expect(let_op).to_be_empty()
    assert any("vraag=paspoort" in regel for regel in verzonden)
    assert [regel for regel in verzonden if "123456" in regel] == []


def test_een_gewone_vraag_geeft_geen_waarschuwing(aan_de_balie: Any) -> None:
    aan_de_balie.keyboard.type("rijbewijs kwijt 14 078")
    expect(treffers(aan_de_balie).first).to_contain_text("Rijbewijs kwijt")
    expect(aan_de_balie.locator("#niet-mee")).to_be_empty()


def test_zonder_script_laat_de_server_het_weg_en_zegt_dat(browser: Any, live_server: Any) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    pagina = meld_aan(context.new_page(), live_server.url, "/balie/sliedrecht/")
    pagina.fill("#vraag", "paspoort jan@post.example 06-12345678")
    pagina.click("text=Zoek")
    expect(pagina.locator("#niet-mee")).to_have_text(
        "Dit leek op een e-mailadres en een telefoonnummer. Het is weggelaten: er is gezocht op de rest."
    )
    assert pagina.input_value("#vraag") == "paspoort"
    assert "post.example" not in pagina.content()
    context.close()


def test_ook_een_vergeefse_vraag_gaat_gemaskeerd_weg(aan_de_balie: Any) -> None:
    aan_de_balie.clock.install()
    aan_de_balie.keyboard.type("kwartelslag 123456782")
    aan_de_balie.clock.run_for(3000)
    with aan_de_balie.expect_request("**/_vergeefs/") as gemeld:
        aan_de_balie.click("#nieuw-gesprek")
    assert parse_qs(gemeld.value.post_data)["vraag"] == ["kwartelslag [bsn]"]
