"""Gevolgen in a browser: a panel beside the form, and the same page without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Product, Tekstversie
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_het_paneel_rekent_mee_terwijl_men_typt(
    open_als: Callable[..., Any], axe: Any, afgeweken: Product
) -> None:
    scherm = open_als(Rol.CENTRAAL)(adres(afgeweken))
    scherm.get_by_role("button", name="Bekijk de gevolgen per gemeente").click()
    paneel = scherm.locator("[data-antwoord-gevolgen]")
    expect(paneel.get_by_role("status")).to_contain_text("Er verandert niets")
    scherm.locator("#id_kosten").fill("U betaalt **12 euro**.")
    expect(paneel.get_by_role("status")).to_contain_text(
        "Kosten verandert: 1 gemeente wijkt af · 1 gemeente volgt"
    )
    knop = paneel.get_by_role("button", name="Dordrecht: voor en na")
    knop.focus()
    scherm.keyboard.press("Enter")
    expect(knop).to_have_attribute("aria-expanded", "true")
    expect(paneel.locator("[data-bij=dordrecht] strong")).to_have_text("12 euro")
    paneel.get_by_role("button", name="Sliedrecht: voor en na").click()
    expect(paneel.locator("[data-bij=sliedrecht]")).to_contain_text("Blijft zo")
    assert axe(scherm) == []
    knop.click()
    expect(knop).to_have_attribute("aria-expanded", "false")
    assert not Tekstversie.objects.filter(tekst__contains="12 euro").exists()


def test_een_concept_dat_zichzelf_bewaart_laat_het_paneel_staan(
    open_als: Callable[..., Any], afgeweken: Product
) -> None:
    """Wagtail puts new side panels in the page after each save."""
    scherm = open_als(Rol.CENTRAAL)(adres(afgeweken))
    scherm.get_by_role("button", name="Bekijk de gevolgen per gemeente").click()
    paneel = scherm.locator("[data-antwoord-gevolgen]")
    scherm.locator("#id_kosten").fill("U betaalt **11 euro**.")
    knop = paneel.get_by_role("button", name="Dordrecht: voor en na")
    knop.click()
    expect(paneel.locator("[data-bij=dordrecht] strong")).to_have_text("11 euro")
    # Typed until the first snapshot of the form was made: what is typed after that saves itself.
    with scherm.expect_response(
        lambda antwoord: "/edit/" in antwoord.url and antwoord.request.method == "POST"
    ):
        bewaard = afgeweken.revisions.count()
        for cijfer in range(60):
            scherm.locator("#id_termijn").fill(f"Na {cijfer} dagen.")
            knop.focus()
            scherm.wait_for_timeout(1000)
            if afgeweken.revisions.count() > bewaard:
                break
    expect(knop).to_be_focused()
    expect(paneel.get_by_role("status")).to_contain_text("Kosten")
    expect(paneel.locator("[data-bij=dordrecht] strong")).to_have_text("11 euro")
    scherm.locator("#id_kosten").fill("U betaalt **13 euro**.")
    expect(paneel.locator("[data-bij=dordrecht] strong")).to_have_text("13 euro")


def test_bij_het_plannen_telt_de_dag(open_als: Callable[..., Any], axe: Any, afgeweken: Product) -> None:
    dag = timezone.localdate() + timedelta(days=40)
    f.TariefFactory(sleutel="leges", bedrag="50.00", geldig_van=dag)
    scherm = open_als(Rol.CENTRAAL)(f"{adres(afgeweken, 'plannen')}?veld=kosten")
    scherm.locator("#id_tekst").fill("U betaalt {tarief:leges}.")
    stand = scherm.locator("[data-antwoord-gevolgen]").get_by_role("status")
    expect(stand).to_contain_text("ontbreekt een bedrag of gegeven")
    # Before the date: Wagtail's calendar, once open, has buttons without a name.
    assert axe(scherm) == []
    scherm.locator("#id_vanaf").fill(dag.isoformat())
    expect(stand).to_contain_text("1 gemeente wijkt af · 1 gemeente volgt")


def test_zonder_javascript_een_gewone_pagina(
    pagina: Any, live_server: Any, axe: Any, afgeweken: Product
) -> None:
    naam = settings.SESSION_COOKIE_NAME
    sessie = als(Rol.CENTRAAL).cookies[naam].value
    context = pagina.context.browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": naam, "value": sessie, "url": live_server.url}])
    scherm = context.new_page()
    scherm.goto(f"{live_server.url}{adres(afgeweken, 'plannen')}?veld=kosten")
    scherm.locator("#id_tekst").fill("U betaalt 12 euro.")
    with context.expect_page() as nieuw:
        scherm.get_by_role("button", name="Gevolgen per gemeente (nieuw tabblad)").click()
    gevolgen = nieuw.value
    gevolgen.get_by_role("button", name="Dordrecht: voor en na").click()
    expect(gevolgen.locator("#bij-dordrecht .antwoord-voorna")).to_contain_text("U betaalt 12 euro.")
    context.close()
