"""Publishing right after typing: what the form saved by itself is no other window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route, expect

from redactie.keuzes import Rol
from redactie.models import Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def open_met_late_vraag(open_als: Callable[..., Any], product: Product, intussen: Callable[[], Any]) -> Any:
    """The form after one autosave, and the answer to what Wagtail asked before that comes in only now."""
    wachtend: list[Route] = []
    naar = open_als(Rol.CENTRAAL)
    scherm = naar("/redactie/")
    scherm.route("**/editing-sessions/ping/**", lambda route: wachtend.append(route))
    naar(adres(product))
    expect(scherm.locator("#id_termijn")).to_have_value("Na 5 werkdagen.")
    # Only after two seconds does Wagtail 8.0.1 look what the form held, and so see that something changed.
    scherm.wait_for_timeout(2500)
    scherm.locator("#id_toelichting").fill("Sneller.")
    with scherm.expect_response(
        lambda lid: lid.request.method == "POST" and lid.url.endswith(adres(product))
    ):
        scherm.locator("#id_termijn").fill("Na 4 werkdagen.")
        scherm.locator("#id_termijn").blur()
    intussen()
    with scherm.expect_response("**/editing-sessions/ping/**"):
        wachtend[0].continue_()
    return scherm


def publiceer(scherm: Any) -> None:
    scherm.locator("footer .w-dropdown__toggle").click()
    scherm.get_by_role("button", name="Publiceren", exact=True).click()


def test_publiceren_na_een_laat_antwoord_vraagt_niets_over_een_ander_venster(
    open_als: Callable[..., Any],
) -> None:
    product = f.ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.")
    scherm = open_met_late_vraag(open_als, product, lambda: None)
    publiceer(scherm)
    expect(scherm.locator(".messages")).to_contain_text("gepubliceerd")
    assert Product.objects.get(pk=product.pk).termijn == "Na 4 werkdagen."


def test_de_controle_een_ander_mens_wordt_bij_het_publiceren_wel_gezien(open_als: Callable[..., Any]) -> None:
    product = f.ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.")

    def ander() -> None:
        client = als(Rol.CENTRAAL)
        client.post(adres(product), formulier(client, adres(product)) | {"termijn": "Na 9 werkdagen."})

    scherm = open_met_late_vraag(open_als, product, ander)
    publiceer(scherm)
    expect(scherm.get_by_role("heading", name="Intussen door iemand anders opgeslagen")).to_be_visible()
    expect(scherm.locator("#id_termijn")).to_have_value("Na 4 werkdagen.")
    assert Product.objects.get(pk=product.pk).termijn == "Na 5 werkdagen."
