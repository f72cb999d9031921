"""A whole fact check in a browser: asked by an editor, answered by keyboard without an account, read at the field."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from tests import factories as f

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_van_vraag_tot_antwoord_bij_het_veld(open_als: Callable[..., Any], axe: Any, browser: Any) -> None:
    f.RegioFactory()
    f.ProductFactory(gepubliceerd=True)
    scherm = open_als(Rol.CENTRAAL)("/redactie/feitenchecks/")
    scherm.get_by_role("link", name="Feitencheck toevoegen").first.click()
    scherm.get_by_label("Voor wie").fill("GGD, team reizigers")
    scherm.get_by_label("Uw vraag").fill("Klopt de termijn nog?")
    scherm.get_by_role("combobox", name="Teksten").press_sequentially("paspoort")
    scherm.get_by_role("option", name="Paspoort aanvragen").first.click()
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Opslaan").click()
    link = scherm.get_by_label("De link").input_value()
    assert axe(scherm) == []

    _antwoord(browser, axe, link)

    scherm.goto(f"{link.partition('/feitencheck/')[0]}/redactie/")
    scherm.get_by_role("link", name=re.compile("^Lees.*1 opmerking")).click()
    expect(scherm.get_by_text("Nu drie werkdagen.")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_role("link", name=re.compile("^Naar dit veld.*Hoe lang duurt het")).click()
    expect(scherm.get_by_text("Nu drie werkdagen.")).to_be_visible()


def _antwoord(browser: Any, axe: Any, link: str) -> None:
    """In a browser of its own, that knows nobody; without a script."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 320, "height": 640})
    pagina = context.new_page()
    pagina.goto(link)
    expect(pagina.get_by_text("Klopt de termijn nog?")).to_be_visible()
    assert axe(pagina) == []
    # Nothing sticks out at 320 px, which is 400 % of a screen of 1280.
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 320
    pagina.get_by_role("button", name="Verstuur mijn antwoord").press("Enter")
    expect(pagina.get_by_role("alert")).to_contain_text("Kies bij ten minste één tekst")
    assert axe(pagina) == []
    veld = pagina.get_by_role("group", name="Hoe lang duurt het?")
    veld.get_by_label("Klopt", exact=True).focus()
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("Nu drie werkdagen.")
    pagina.get_by_role("group", name="Kosten").get_by_label("Klopt", exact=True).press("Space")
    pagina.get_by_role("button", name="Verstuur mijn antwoord").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("Verstuurd.")
    assert axe(pagina) == []
    assert context.cookies() == []
    context.close()
