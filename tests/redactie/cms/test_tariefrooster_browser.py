"""The grid of tariffs in a browser, by its visible words and the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Tarief
from tests import factories as f
from tests.redactie.cms.hulp import adres

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_een_jaar_maken_aanpassen_en_vaststellen(open_als: Callable[..., Any], axe: Any) -> None:
    nu = timezone.localdate().year
    f.TariefFactory(
        sleutel="pas", groep="paspoort", omschrijving="Paspoort", bedrag="80.00", geldig_van=date(nu, 1, 1)
    )
    scherm = open_als(Rol.CENTRAAL)(adres(Tarief, "rooster"))
    scherm.get_by_label("Begin met").select_option(label="Bedragen met een percentage")
    scherm.get_by_label("Percentage erbij").fill("2,5")
    scherm.get_by_role("button", name=f"Maak {nu + 1}").click()
    expect(scherm.locator(".messages")).to_contain_text(f"1 bedrag voor {nu + 1} gemaakt, als concept.")
    veld = scherm.get_by_label(f"Paspoort, de regio, {nu + 1}, in euro")
    expect(veld).to_have_value("82,00")
    assert axe(scherm) == []
    veld.fill("82,50")
    scherm.keyboard.press("Enter")
    expect(scherm.locator(".messages")).to_contain_text("Bewaard: 1 bedrag veranderd.")
    scherm.get_by_role("button", name=f"Stel {nu + 1} vast").click()
    expect(scherm.locator(".messages")).to_contain_text("Vastgesteld: 1 bedrag")
    expect(scherm.get_by_text("nog concept")).to_have_count(0)
