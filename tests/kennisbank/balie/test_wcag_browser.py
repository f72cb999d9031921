"""WCAG 2.2 AA at the desk: axe on every state, the whole way by keyboard, four times enlarged, what is said aloud."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from sync.models import Syncstand
from tests.conftest import AXE
from tests.kennisbank.balie.aan_de_balie import BREED, meld_aan, treffers

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
VIER_KEER = {"width": BREED["width"] // 4, "height": BREED["height"] // 4}
"""What is left of the screen at 400 %; an even smaller one of 320 wide is what WCAG 1.4.10 asks."""
SMALST = {"width": 320, "height": 256}
REGELS = """
() => axe.run({
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  rules: {"target-size": {enabled: true}},
}).then((uitkomst) => uitkomst.violations.flatMap((fout) => fout.nodes.map((plek) => `${fout.id}: ${plek.target}`)))
"""
KLEIN = '<button class="klein">een</button><button class="klein">twee</button>'
FOCUS = """
() => {
  const heeft = document.activeElement;
  if (!heeft || heeft === document.body) return "nergens";
  // Who chooses in the list from the box looks at what is pointed at.
  const wie = document.getElementById(heeft.getAttribute("aria-activedescendant")) ?? heeft;
  const {top, bottom, left, right, width, height} = wie.getBoundingClientRect();
  const inBeeld = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0 && height > 0;
  return inBeeld ? "" : `buiten beeld: ${wie.id || wie.outerHTML.slice(0, 80)}`;
}
"""


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
    with pagina.expect_response("**/_titels/"):
        meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    expect(pagina.locator("#vraag")).to_have_role("combobox")
    return pagina


def typ(desk: Any, vraag: str) -> None:
    """Ask it, and wait for the list of this very question."""
    desk.fill("#vraag", "")
    expect(treffers(desk)).to_have_count(0)
    desk.keyboard.type(vraag)
    expect(desk.locator("#telling")).to_be_visible()


def open_kaart(desk: Any) -> None:
    typ(desk, "rijbewijs kwijt")
    desk.keyboard.press("Enter")
    expect(desk.locator("#kaart-titel")).to_have_text("Rijbewijs kwijt")


def naar(desk: Any, pad: str) -> None:
    desk.goto(desk.url.split("/balie/")[0] + pad)
    expect(desk.locator("#vraag")).to_have_role("combobox")


def klap_open(desk: Any) -> None:
    open_kaart(desk)
    desk.evaluate("() => document.querySelectorAll('details').forEach((blad) => { blad.open = true; })")


def vergelijk(desk: Any) -> None:
    open_kaart(desk)
    desk.keyboard.press("v")
    expect(desk.locator(".vergelijking")).to_be_visible()


def meld(desk: Any) -> None:
    open_kaart(desk)
    desk.keyboard.press("f")
    expect(desk.locator("#meld-plek")).to_be_visible()


def kijk_mee(desk: Any) -> None:
    open_kaart(desk)
    desk.click('[name="meekijken"]')
    expect(desk.locator(".meekijkbalk")).to_be_visible()


def zonder_zoekmachine(desk: Any) -> None:
    settings.ANTWOORD_INDEX.rename(settings.ANTWOORD_INDEX.with_name("weg"))
    typ(desk, "paspoort")
    expect(desk.locator("#lijst")).to_contain_text("De zoekmachine antwoordt niet.")


def stilgevallen(desk: Any) -> None:
    Syncstand.klop(op=timezone.now() - timedelta(minutes=7))
    typ(desk, "paspoort")
    expect(desk.locator("#stilstand")).to_be_visible()


def afgemeld(desk: Any) -> None:
    open_kaart(desk)
    desk.context.clear_cookies(name="antwoord_sessie")
    desk.fill("#vraag", "paspoort")
    expect(desk.locator("#melding")).to_be_visible()


def zonder_verbinding(desk: Any) -> None:
    desk.route("**/balie/**", lambda route: route.abort())
    desk.keyboard.type("paspoort")
    expect(desk.locator("#melding")).to_be_visible()


def wijs(desk: Any) -> None:
    typ(desk, "rijbewijs")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator("[aria-selected=true]")).to_have_count(1)


STANDEN: dict[str, Callable[[Any], None]] = {
    "begin": lambda desk: None,
    "treffers": lambda desk: typ(desk, "rijbewijs"),
    "een treffer aangewezen": wijs,
    "niets gevonden": lambda desk: typ(desk, "xylofoon"),
    "een gok": lambda desk: typ(desk, "xylofoon rijbewijs"),
    "verbeterd": lambda desk: typ(desk, "rijbewijs kwijtt"),
    "andere gemeente genoemd": lambda desk: typ(desk, "paspoort dordrecht"),
    "antwoord": open_kaart,
    "antwoord opengeklapt": klap_open,
    "antwoord van de regio": lambda desk: naar(desk, "/balie/regio/rijbewijs-kwijt/"),
    "niet aangeboden": lambda desk: naar(desk, "/balie/sliedrecht/huisnummer-aanvragen/"),
    "hier niet": lambda desk: naar(desk, "/balie/dordrecht/huisnummer-aanvragen/"),
    "vergelijken": vergelijk,
    "klopt niet": meld,
    "meekijken": kijk_mee,
    "zoekmachine stuk": zonder_zoekmachine,
    "niets nieuws": stilgevallen,
    "afgemeld": afgemeld,
    "zonder verbinding": zonder_verbinding,
}


@pytest.mark.parametrize("stand", STANDEN)
def test_elke_stand_voldoet_ook_vier_keer_vergroot(desk: Any, stand: str) -> None:
    STANDEN[stand](desk)
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


@pytest.mark.parametrize("maat", [BREED, VIER_KEER], ids=["gewoon", "vier keer vergroot"])
def test_een_heel_gesprek_met_toetsen_alleen_en_de_focus_is_er_altijd(
    desk: Any, maat: dict[str, int]
) -> None:
    desk.set_viewport_size(maat)
    kop, vak = desk.locator("#kaart-titel"), desk.locator("#vraag")

    def druk(toets: str) -> None:
        desk.keyboard.press(toets)
        desk.wait_for_timeout(150)
        assert desk.evaluate(FOCUS) == "", toets

    desk.keyboard.type("rijbewijs kwijt")
    expect(desk.locator("#telling")).to_be_visible()
    druk("ArrowDown")
    expect(vak).to_be_focused()
    druk("Enter")
    expect(kop).to_have_text("Rijbewijs kwijt")
    expect(kop).to_be_focused()
    for cijfer in "12345":
        druk(cijfer)
    druk("t")
    druk("Alt+1")
    expect(desk.locator(".plaats")).to_have_text("Dordrecht")
    druk("Alt+2")
    expect(desk.locator(".plaats")).to_have_text("Sliedrecht")
    druk("v")
    expect(desk.locator(".vergelijking")).to_be_visible()
    druk("Escape")
    expect(desk.locator(".kaart")).to_be_visible()
    druk("f")
    expect(desk.locator("#meld-plek")).to_be_visible()
    druk("Escape")
    expect(desk.locator("#meld-plek")).to_be_hidden()
    druk("Escape")
    expect(vak).to_be_focused()
    druk("Escape")
    expect(vak).to_have_value("")
    druk("Escape")
    druk("Control+k")
    expect(vak).to_be_focused()
    druk("Alt+Backspace")
    expect(desk.locator(".plaats")).to_have_text("Hele regio")
    expect(vak).to_be_focused()


def test_alles_is_met_tab_te_bereiken_in_de_volgorde_van_het_scherm(desk: Any) -> None:
    open_kaart(desk)
    desk.evaluate(
        "() => { document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus(); }"
    )
    gezien: list[str] = []
    for _ in range(120):
        desk.keyboard.press("Tab")
        wie = desk.evaluate(
            "() => { const wie = document.activeElement;"
            " return wie === document.body ? '' : wie.id || wie.dataset.letter || wie.textContent.trim(); }"
        )
        if not wie or (gezien and wie == gezien[0]):
            break
        gezien.append(wie)
        assert desk.evaluate(FOCUS) == "", wie
    assert "vraag" in gezien
    assert {"v", "c", "e", "f"} <= set(gezien)
    assert gezien.index("vraag") < gezien.index("v")


def test_de_focusrand_is_twee_pixels_en_staat_buiten_het_onderdeel(desk: Any) -> None:
    open_kaart(desk)
    desk.keyboard.press("Tab")
    rand = desk.evaluate(
        "() => { const stijl = getComputedStyle(document.activeElement);"
        " return [stijl.outlineStyle, stijl.outlineWidth, stijl.outlineOffset]; }"
    )
    assert rand == ["solid", "2px", "2px"]


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
