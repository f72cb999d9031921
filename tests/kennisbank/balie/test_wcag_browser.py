"""WCAG 2.2 AA at the desk: axe on every state, also four times enlarged, and what is said aloud."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.conftest import AXE
from tests.kennisbank.balie.standen import STANDEN, VIER_KEER, begin, breng_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
SMALST = {"width": 320, "height": 256}
"""What WCAG 1.4.10 asks."""
REGELS = """
() => axe.run({
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: {"target-size": {enabled: true}},
}).then((uitkomst) => uitkomst.violations.flatMap((fout) => fout.nodes.map((plek) => `${fout.id}: ${plek.target}`)))
"""
KLEIN = '<button class="klein">een</button><button class="klein">twee</button>'
ZET_STIJL = """
(tekst) => {
  const blad = new CSSStyleSheet();
  blad.replaceSync(tekst);
  document.adoptedStyleSheets = [blad];
}
"""
STIJL_MET_FOUTEN = """
.laag { color: #bbb !important }
.klein { display: inline-block; width: 10px; height: 10px; padding: 0; margin: 0; border: 0; overflow: hidden }
"""


def overtredingen(pagina: Any) -> list[str]:
    pagina.evaluate(AXE.read_text("utf-8"))
    return list(pagina.evaluate(REGELS))


@pytest.fixture
def desk(pagina: Any, live_server: Any) -> Any:
    return begin(pagina, live_server.url)


@pytest.mark.parametrize("stand", STANDEN)
def test_elke_stand_voldoet_ook_vier_keer_vergroot(stand: str, pagina: Any, live_server: Any) -> None:
    desk = breng_in(stand, pagina, live_server.url)
    assert overtredingen(desk) == []
    for maat in (VIER_KEER, SMALST):
        desk.set_viewport_size(maat)
        assert desk.evaluate("() => document.documentElement.scrollWidth") <= maat["width"], maat
    assert overtredingen(desk) == []


@pytest.mark.parametrize(
    ("fout", "regel"),
    [
        ("document.querySelector('label[for=vraag]').remove()", "label"),
        (
            "document.querySelector('.plaats').className = 'laag'",
            "color-contrast",
        ),
        (
            "document.getElementById('vraag').setAttribute('aria-expanded', 'misschien')",
            "aria-valid-attr-value",
        ),
        ("document.querySelector('.balk').insertAdjacentHTML('beforeend', KLEIN)", "target-size"),
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
    ],
)
def test_de_controle_ziet_een_fout_als_die_er_is(desk: Any, fout: str, regel: str) -> None:
    desk.evaluate(ZET_STIJL, STIJL_MET_FOUTEN)
    desk.evaluate(f"() => {{ const KLEIN = `{KLEIN}`; {fout} }}")
    assert any(lid.startswith(f"{regel}:") for lid in overtredingen(desk))


def test_wat_er_verandert_wordt_gezegd(desk: Any) -> None:
    stand = desk.locator("#stand")
    assert stand.get_attribute("role") == "status"
    assert desk.locator("#melding").get_attribute("role") == "alert"
    desk.keyboard.type("rijbewijs")
    expect(stand).to_have_text("2 treffers")
    desk.fill("#vraag", "xylofoon")
    expect(stand).to_have_text("0 treffers")
    desk.fill("#vraag", "paspoort")
    expect(stand).to_have_text(re.compile(r"^[1-9]\d* treffers?$"))
    desk.keyboard.press("Alt+1")
    expect(stand).to_have_text("Gekozen: Dordrecht")
    desk.keyboard.press("Enter")
    # Opening says itself: the keyboard goes to the heading of the answer.
    expect(desk.locator("#kaart-titel")).to_be_focused()
    desk.keyboard.press("8")
    expect(stand).to_have_text("Dit staat niet op deze kaart.")
