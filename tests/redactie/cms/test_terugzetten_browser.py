"""Undoing a publication, and fixing a field, as an editor clicks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import LokaleVersie, Product
from tests.redactie.cms.hulp import adres

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture(autouse=True)
def zonder_autosave(settings: Any) -> None:
    """A press amid an autosave gets Wagtail's question about another window; these clicks are faster than people."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


def publiceer(scherm: Any) -> None:
    scherm.locator("footer [data-w-dropdown-target=toggle]").click()
    scherm.get_by_role("button", name="Publiceren", exact=True).click()


def test_een_verkeerd_bedrag_staat_met_een_reden_en_een_klik_weer_goed(
    open_als: Callable[..., Any], axe: Any, afgeweken: Product
) -> None:
    naar = open_als(Rol.CENTRAAL)
    scherm = naar(adres(afgeweken))
    scherm.locator("#id_kosten").fill("U betaalt 100 euro.")
    scherm.get_by_label("Toelichting bij de wijziging").fill("De raad besloot.")
    publiceer(scherm)
    expect(scherm.get_by_text("gewijzigd en gepubliceerd")).to_be_visible()
    scherm = naar(adres(afgeweken))
    scherm.locator("header [data-controller=w-dropdown] button").first.click()
    scherm.get_by_role("link", name="Draai de laatste publicatie terug").click()
    expect(scherm.locator(".comparison .deletion")).to_have_text("100 euro.")
    assert axe(scherm) == []
    knop = scherm.get_by_role("button", name="Draai de laatste publicatie terug")
    knop.click()
    expect(scherm.get_by_text("Schrijf op waarom u de publicatie terugdraait.")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_label("Waarom draait u de publicatie terug?").fill("Een nul te veel.")
    knop.click()
    expect(scherm.get_by_text("staat weer zoals vóór de laatste publicatie")).to_be_visible()
    assert Product.objects.get(pk=afgeweken.pk).kosten == "U betaalt 10 euro."


def test_een_veld_wordt_pas_vast_na_een_vinkje_bij_elke_eigen_tekst(
    open_als: Callable[..., Any], axe: Any, afgeweken: Product
) -> None:
    scherm = open_als(Rol.CENTRAAL)(adres(afgeweken))
    scherm.get_by_role("tab", name="Indeling").click()
    scherm.get_by_role("checkbox", name="Kosten", exact=True).check()
    publiceer(scherm)
    scherm.get_by_role("tab", name="Indeling").click()
    expect(scherm.get_by_text("Bij ons is het gratis.")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_role("checkbox", name="De eigen tekst van Sliedrecht eindigt").check()
    scherm.get_by_role("tab", name="Tekst").click()
    scherm.get_by_label("Toelichting bij de wijziging").fill("De wet bepaalt het bedrag.")
    publiceer(scherm)
    expect(scherm.get_by_text("gewijzigd en gepubliceerd")).to_be_visible()
    assert Product.objects.get(pk=afgeweken.pk).vaste_velden == ["kosten"]
    versie = LokaleVersie.objects.get(product=afgeweken)
    assert [rij.tekst for rij in versie.afwijkingen.all()] == ["Bij ons is het gratis."]
