"""The board in a browser: from all municipalities to one text, pausing and withdrawing; by keyboard, without faults."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Product
from sync.models import Doel, Intrekking, Pauze
from tests.sync.conftest import bevestig, plan_alles

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
SMAL, GEWOON = {"width": 390, "height": 844}, {"width": 1366, "height": 768}


def test_een_beheerder_vindt_wat_achterblijft_en_grijpt_in(
    open_als: Callable[..., Any], axe: Callable[[Any], list[str]], website: Doel
) -> None:
    Doel.objects.filter(pk=website.pk).update(laatste_fout="er komt geen verbinding tot stand")
    scherm = open_als(Rol.BEHEERDER)("/redactie/publicatie/")
    bord = scherm.get_by_role("main")
    expect(bord.get_by_role("heading", name="Bij 1 gemeente is nog niet alles live.")).to_be_visible()
    scherm.get_by_label("Welke").select_option("achter")
    bord.get_by_role("button", name="Toon").press("Enter")
    expect(bord.get_by_role("row", name="Sliedrecht")).to_contain_text("er komt geen verbinding tot stand")
    expect(bord.get_by_role("row", name="Dordrecht")).to_have_count(0)
    expect(bord.get_by_role("img")).to_be_visible()
    bord.get_by_text("De cijfers per uur").press("Enter")
    expect(bord.get_by_role("table", name="Bevestigde leveringen per uur")).to_be_visible()
    assert axe(scherm) == []
    scherm.set_viewport_size(SMAL)
    assert axe(scherm) == []
    scherm.set_viewport_size(GEWOON)

    bord.get_by_role("link", name="Sliedrecht", exact=True).press("Enter")
    expect(bord.get_by_text("live 3/3")).to_be_visible()
    assert axe(scherm) == []
    bord.get_by_role("link", name="Paspoort aanvragen").press("Enter")
    expect(bord.get_by_role("heading", name="Overal live: versie 1.")).to_be_visible()
    assert axe(scherm) == []
    bord.get_by_role("button", name="Probeer opnieuw").press("Enter")
    expect(scherm.get_by_role("status")).to_contain_text("opnieuw gemaakt en aangeboden")
    expect(bord.get_by_role("heading", name="Live op 0 van 3 plekken.")).to_be_visible()

    bord.get_by_role("link", name="Trek overal in").press("Enter")
    expect(bord).to_contain_text("verdwijnt meteen bij 2 gemeenten en de regio")
    assert axe(scherm) == []
    bord.get_by_role("button", name="Trek deze tekst overal in").press("Enter")
    expect(bord).to_contain_text("dit komt op het bewijs")
    bord.get_by_label("Reden").fill("Het bedrag klopt niet.")
    bord.get_by_role("button", name="Trek deze tekst overal in").press("Enter")
    expect(bord.get_by_role("heading", name="Nog niet overal bevestigd.")).to_be_visible()
    plan_alles()
    bevestig()
    scherm.reload()
    rij = bord.get_by_role("row", name="Website Sliedrecht")
    expect(rij).to_contain_text("1 van 1")
    assert axe(scherm) == []
    assert not Product.objects.get().live
    assert Intrekking.objects.get().reden == "Het bedrag klopt niet."


def test_pauzeren_zegt_wat_het_doet_en_laat_zich_terugdraaien(
    open_als: Callable[..., Any], axe: Callable[[Any], list[str]], website: Doel
) -> None:
    scherm = open_als(Rol.BEHEERDER)("/redactie/pauzes/")
    bord = scherm.get_by_role("main")
    expect(bord).to_contain_text("Intrekken gaat door")
    scherm.get_by_label("Wat").select_option("dordrecht")
    scherm.get_by_label("Reden").fill("Verhuizing")
    scherm.get_by_role("button", name="Pauzeer").press("Enter")
    expect(bord.get_by_role("row", name="Dordrecht")).to_contain_text("Verhuizing")
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Hervat Dordrecht").press("Enter")
    expect(bord.get_by_role("heading", name="Er is niets gepauzeerd.")).to_be_visible()
    assert not Pauze.objects.exists()
