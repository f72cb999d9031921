"""Tidying up own texts in a browser, by what one reads on the screen; and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Afwijking
from tests import factories as f
from tests.redactie.cms.test_opruimen import eigen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_een_voorbije_tekst_beeindigen_en_terugnemen(
    open_als: Callable[..., Any], axe: Callable[[Any], list[str]]
) -> None:
    f.RegioFactory()
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    eigen(sliedrecht, "Hond aanmelden", tot=timezone.localdate() - timedelta(days=1))
    eigen(sliedrecht, "Kat aanmelden", "U betaalt met pin of contant.")
    scherm = open_als(Rol.PUBLICIST, sliedrecht)("/redactie/")
    scherm.get_by_role("button", name="Teksten").click()
    scherm.get_by_role("link", name="Opruimen").click()
    expect(scherm.locator("table.listing tbody tr")).to_have_count(2)
    assert axe(scherm) == []
    scherm.get_by_label("Welke").select_option(label="voorbij")
    scherm.get_by_role("button", name="Toon", exact=True).click()
    scherm.get_by_role("link", name="Hond aanmelden · Kosten").click()
    expect(scherm.get_by_text("dan lezen inwoners hetzelfde als nu")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Beëindig deze eigen tekst").click()
    expect(scherm.get_by_text("Niets gevonden.")).to_be_visible()
    assert Afwijking.objects.count() == 1
    scherm.get_by_role("link", name="Neem terug").click()
    expect(scherm.locator(".antwoord-blok")).to_contain_text("Bij ons is het gratis.")
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Neem dit besluit terug").click()
    expect(scherm.locator(".messages")).to_contain_text("uw besluit is teruggenomen")
    assert Afwijking.objects.count() == 2
