"""What there is to mend, in a browser and by its visible words: links, typed amounts, holidays, a file of amounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Gemeente, Locatie, Product, Tarief
from sync.links.inventaris import werk_bij
from sync.links.oordeel import Linkstand
from sync.links.scherm import LIJST
from sync.models import Webadres
from tests import factories as f
from tests.redactie.cms.hulp import adres

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def gemeente() -> Gemeente:
    return f.GemeenteFactory(slug="sliedrecht", naam="Sliedrecht")


@pytest.fixture
def na_te_kijken(gemeente: Gemeente) -> Product:
    product = f.ProductFactory(
        gemeente=gemeente,
        titel="Marktplaats",
        gepubliceerd=True,
        kosten="Het kost € 12,50. Zie [de marktmeester](https://markt.example/tarieven).",
    )
    werk_bij()
    Webadres.objects.update(
        stand=Linkstand.STUK,
        melding="De pagina bestaat niet meer (antwoord 404).",
        fout_sinds=timezone.now() - timedelta(days=9),
    )
    f.OpeningstijdFactory(locatie=f.LocatieFactory(gemeente=gemeente, naam="Gemeentehuis"), dag="vr")
    jaar = {"geldig_van": date(2026, 1, 1), "geldig_tot": date(2026, 12, 31)}
    f.TariefFactory(
        gemeente=gemeente, sleutel="markt", groep="markt", omschrijving="Standplaats", bedrag="12.50", **jaar
    )
    return product


def test_wat_er_na_te_kijken_valt(
    na_te_kijken: Product, gemeente: Gemeente, open_als: Callable[..., Any], axe: Any
) -> None:
    naar = open_als(Rol.PUBLICIST, gemeente)
    scherm = naar(reverse(LIJST))
    expect(scherm.get_by_text("De pagina bestaat niet meer (antwoord 404).")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_role("link", name="Marktplaats (Kosten)").click()
    scherm.wait_for_url(f"**{adres(na_te_kijken)}")

    scherm = naar(adres(Product, "bedragen"))
    expect(scherm.get_by_role("cell", name="€ 12,50")).to_be_visible()
    assert axe(scherm) == []

    scherm = naar(adres(na_te_kijken, "gebruik"))
    expect(scherm.get_by_text("Niets verwijst naar dit product.")).to_be_visible()
    assert axe(scherm) == []

    scherm = naar(adres(Locatie.objects.get(), "feestdagen"))
    assert axe(scherm) == []
    scherm.get_by_role("group").first.get_by_label("Gesloten").check()
    scherm.get_by_role("button", name="Leg vast").click()
    expect(scherm.locator(".messages")).to_contain_text("Vastgelegd voor 1 feestdag.")

    scherm = naar(adres(Tarief, "inlezen"))
    inhoud = (
        "sleutel;van;geldig_van;bedrag\nmarkt;sliedrecht;2026-01-01;13,00\nmarkt;sliedrecht;2027-01-01;14\n"
    )
    bestand = {"name": "tarieven.csv", "mimeType": "text/csv", "buffer": inhoud.encode()}
    scherm.get_by_label("CSV-bestand").set_input_files(bestand)
    scherm.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(scherm.get_by_role("row", name="Standplaats")).to_have_count(2)
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Bewaar deze bedragen").click()
    expect(scherm.locator(".messages")).to_contain_text("Ingelezen: 2 bedragen.")
