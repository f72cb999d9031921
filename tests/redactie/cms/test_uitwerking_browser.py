"""Writing an own text in a browser: what the website and the desk show follows the typing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import LokaleVersie
from tests import factories as f
from tests.redactie.cms.hulp import adres

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def product() -> Any:
    f.RegioFactory()
    return f.ProductFactory(
        gepubliceerd=True, titel="Hond aanmelden", kosten="U betaalt met pin of contant aan de balie."
    )


def paneel(scherm: Any, nummer: int = 0) -> Any:
    return scherm.locator(f"#inline_child_afwijkingen-{nummer} [data-antwoord-uitwerking]")


def website(scherm: Any, nummer: int = 0) -> Any:
    return paneel(scherm, nummer).locator("section").filter(has_text="Op de website")


def test_een_nieuwe_eigen_tekst_ziet_men_terwijl_men_typt(
    open_als: Callable[..., Any], product: Any, axe: Callable[[Any], list[str]]
) -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    scherm = open_als(Rol.REDACTEUR, sliedrecht)(f"{adres(LokaleVersie, 'add')}?product={product.pk}")
    scherm.get_by_role("button", name="Voeg eigen tekst toe").click()
    expect(paneel(scherm)).to_contain_text("Kies een veld en schrijf uw tekst.")
    scherm.locator("#id_afwijkingen-0-veld").select_option(label="Kosten")
    scherm.locator("#id_afwijkingen-0-wijze").select_option(label="Staat na de regionale tekst")
    scherm.locator("#id_afwijkingen-0-tekst").fill("Bij ons kost het € 5,00.")
    expect(website(scherm)).to_contain_text("aan de balie.")
    expect(website(scherm)).to_contain_text("Bij ons kost het")
    expect(paneel(scherm).get_by_role("status")).to_have_text("Let op: 1 opmerking bij deze tekst.")
    expect(paneel(scherm).locator("[data-opmerkingen]")).to_contain_text("€ 5,00")
    # What is open stays open while one types on.
    manieren = paneel(scherm).get_by_text("Wat doen de andere manieren met deze tekst?")
    manieren.press("Enter")
    scherm.locator("#id_afwijkingen-0-tekst").fill("Bij ons is het gratis.")
    expect(paneel(scherm).get_by_role("status")).to_have_text("")
    expect(paneel(scherm).get_by_text("Inwoners lezen alleen uw tekst.")).to_be_visible()
    assert axe(scherm) == []


def test_een_tweede_rij_bij_hetzelfde_veld_telt_mee(open_als: Callable[..., Any], product: Any) -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Bij ons is het gratis."}
    )
    scherm = open_als(Rol.PUBLICIST, sliedrecht)(adres(versie))
    expect(website(scherm)).to_contain_text("Bij ons is het gratis.")
    scherm.get_by_role("button", name="Voeg eigen tekst toe").click()
    scherm.locator("#id_afwijkingen-1-veld").select_option(label="Kosten")
    scherm.locator("#id_afwijkingen-1-wijze").select_option(label="Staat vóór de regionale tekst")
    scherm.locator("#id_afwijkingen-1-tekst").fill("Bel eerst even.")
    expect(website(scherm, 1)).to_contain_text("Bel eerst even.")
    expect(website(scherm, 1)).to_contain_text("Bij ons is het gratis.")
    expect(website(scherm, 1)).not_to_contain_text("met pin of contant")
