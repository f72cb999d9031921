"""The keyboard at the desk: the whole way goes without a mouse, and where one is can be seen (WCAG 2.4.7, 2.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.kennisbank.balie.aan_de_balie import BREED
from tests.kennisbank.balie.standen import STANDEN, VIER_KEER, begin, breng_in, open_kaart

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]
FOCUS = """
(wijst) => {
  const heeft = document.activeElement;
  if (!heeft || heeft === document.body) return "nergens";
  // Who chooses in the list from the box looks at what is pointed at.
  const wie = wijst && document.getElementById(heeft.getAttribute("aria-activedescendant")) || heeft;
  const naam = wie.id || wie.outerHTML.slice(0, 80);
  const vlakken = [...wie.getClientRects()].filter(({top, bottom, left, right, width, height}) =>
    bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 0 && height > 0);
  if (!vlakken.length) return `buiten beeld: ${naam}`;
  const delen = [0.1, 0.5, 0.9];
  const vrij = vlakken.some(({left, top, width, height}) => delen.some((x) => delen.some((y) => {
    const boven = document.elementFromPoint(left + x * width, top + y * height);
    return wie.contains(boven);
  })));
  return vrij ? "" : `bedekt: ${naam}`;
}
"""
NAAM = """
() => {
  const wie = document.activeElement;
  return wie === document.body ? "" : wie.id || wie.dataset.letter || wie.textContent.trim();
}
"""
BEDEK = """
() => {
  const blad = new CSSStyleSheet();
  blad.replaceSync("#deksel { position: fixed; inset: 0; z-index: 9; background: white }");
  document.adoptedStyleSheets = [blad];
  document.body.insertAdjacentHTML("beforeend", '<div id="deksel"></div>');
}
"""


@pytest.fixture
def desk(pagina: Any, live_server: Any) -> Any:
    return begin(pagina, live_server.url)


def kwijt(desk: Any, *, wijst: bool = True) -> str:
    """What is wrong with where the focus is, or nothing. `wijst`: who points at a hit looks there, not at the box."""
    return str(desk.evaluate(FOCUS, wijst))


def met_tab(desk: Any) -> Iterator[str]:
    """Tab from the top of the page until it is round: what has the focus at each stop."""
    desk.evaluate(
        "() => { document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus(); }"
    )
    eerste = ""
    for _ in range(150):
        desk.keyboard.press("Tab")
        wie = str(desk.evaluate(NAAM))
        if not wie or wie == eerste:
            return
        eerste = eerste or wie
        yield wie
    raise AssertionError("de focus komt niet rond")


@pytest.mark.parametrize("stand", STANDEN)
def test_in_elke_stand_is_de_focus_te_zien_ook_vier_keer_vergroot(
    stand: str, pagina: Any, live_server: Any
) -> None:
    desk = breng_in(stand, pagina, live_server.url)
    desk.set_viewport_size(VIER_KEER)
    onzichtbaar = [waarom for _ in met_tab(desk) if (waarom := kwijt(desk, wijst=False))]
    assert onzichtbaar == []


def test_de_controle_ziet_een_focus_die_bedekt_is(desk: Any) -> None:
    assert kwijt(desk) == ""
    desk.evaluate(BEDEK)
    assert kwijt(desk) == "bedekt: vraag"
    desk.evaluate("() => document.activeElement.blur()")
    assert kwijt(desk) == "nergens"


@pytest.mark.parametrize("maat", [BREED, VIER_KEER], ids=["gewoon", "vier keer vergroot"])
def test_een_heel_gesprek_met_toetsen_alleen_en_de_focus_is_er_altijd(
    desk: Any, maat: dict[str, int]
) -> None:
    desk.set_viewport_size(maat)
    kop, vak = desk.locator("#kaart-titel"), desk.locator("#vraag")

    def druk(toets: str) -> None:
        desk.keyboard.press(toets)
        desk.wait_for_timeout(150)
        assert kwijt(desk) == "", toets

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
    gezien = []
    for wie in met_tab(desk):
        gezien.append(wie)
        assert kwijt(desk) == "", wie
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
