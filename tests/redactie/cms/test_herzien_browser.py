"""Herzien in a browser: the keys 1 to 4, and on to the next question by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import Afwijking, Herziening
from tests import factories as f
from tests.redactie.cms.hulp import adres
from tests.redactie.cms.test_lokaal import verander_regio

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def scherm(open_als: Callable[..., Any]) -> Any:
    """The first of four questions of one municipality."""
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    versies = []
    for titel in ("Een", "Twee", "Drie", "Vier"):
        product = f.ProductFactory(gepubliceerd=True, titel=titel, kosten="U betaalt na 5 dagen met pin.")
        versies.append(
            f.LokaleVersieFactory(
                product=product,
                gemeente=sliedrecht,
                gepubliceerd=True,
                wijkt_af={"kosten": "U betaalt na 5 dagen contant."},
            )
        )
        verander_regio(versies[-1], "U betaalt na 3 dagen met pin.")
    return open_als(Rol.PUBLICIST, sliedrecht)(adres(versies[0], "herzien", "kosten"))


def kop(scherm: Any) -> Any:
    return scherm.locator(".antwoord-kop h2")


def druk(scherm: Any, toets: str) -> None:
    """Once the page listens."""
    expect(scherm.locator(f'[aria-keyshortcuts="{toets}"]')).to_be_visible()
    scherm.keyboard.press(toets)


def test_de_toetsen_een_tot_en_met_vier_en_vanzelf_de_volgende(scherm: Any) -> None:
    expect(scherm.locator(".antwoord-kop p")).to_contain_text("1 van 4")
    druk(scherm, "1")
    expect(kop(scherm)).to_have_text("Twee › Kosten")
    expect(scherm.locator(".messages")).to_contain_text("Een · Kosten: volgt nu de regio.")
    # Keeping asks for a reason first: the key goes there, and typing there is no key.
    druk(scherm, "2")
    expect(scherm.locator("#id_reden")).to_be_focused()
    scherm.keyboard.type("Al 1 jaar zo.")
    expect(kop(scherm)).to_have_text("Twee › Kosten")
    scherm.get_by_role("button", name="Houd mijn tekst").click()
    expect(kop(scherm)).to_have_text("Drie › Kosten")
    expect(scherm.locator("#id_voorstel")).to_have_value("U betaalt na 3 dagen contant.")
    druk(scherm, "3")
    expect(kop(scherm)).to_have_text("Vier › Kosten")
    druk(scherm, "4")
    expect(scherm.locator(".messages")).to_contain_text("Er wacht nu geen eigen tekst meer.")
    besluiten = [besluit.besluit for besluit in Herziening.objects.order_by("pk")]
    assert besluiten == ["volgen", "houden", "combineren", "later"]
    teksten = {rij.versie.product.titel: rij.tekst for rij in Afwijking.objects.all()}
    assert teksten == {
        "Twee": "U betaalt na 5 dagen contant.",
        "Drie": "U betaalt na 3 dagen contant.",
        "Vier": "U betaalt na 5 dagen contant.",
    }


def test_de_verschillen_van_het_voorstel_lopen_mee_met_het_typen(scherm: Any) -> None:
    verschil = scherm.locator("[data-voorstel]")
    expect(verschil).to_contain_text("Het voorstel is af.")
    expect(verschil.locator("ins")).to_have_text("[+3+]")
    veld = scherm.locator("#id_voorstel")
    veld.fill("U betaalt na 5 dagen alleen contant.")
    expect(verschil.locator("ins")).to_have_text("[+alleen +]")
    expect(verschil.locator("del")).to_have_count(0)
    # As it began: with its own words again.
    veld.fill("U betaalt na 3 dagen contant.")
    expect(verschil).to_contain_text("gaan samen. Het voorstel is af.")
    scherm.route("**/voorstel/", lambda route: route.abort())
    veld.fill("Weg.")
    expect(verschil.get_by_role("status")).to_contain_text("konden niet worden bijgewerkt")
    expect(veld).to_have_value("Weg.")


def test_de_toetsen_kunnen_uit_en_dat_blijft_zo(scherm: Any) -> None:
    scherm.get_by_label("Kiezen met de toetsen").uncheck()
    scherm.reload()
    expect(scherm.get_by_label("Kiezen met de toetsen")).not_to_be_checked()
    scherm.keyboard.press("1")
    scherm.keyboard.press("4")
    expect(kop(scherm)).to_have_text("Een › Kosten")
    assert not Herziening.objects.exists()


def test_enter_in_de_datum_besluit_niets(scherm: Any) -> None:
    scherm.locator("#id_later_op").press("Enter")
    expect(kop(scherm)).to_have_text("Een › Kosten")
    assert not Herziening.objects.exists()
    assert Afwijking.objects.count() == 4


def test_een_besluit_neemt_men_terug_met_de_knop_bij_de_melding(scherm: Any) -> None:
    scherm.get_by_role("button", name="Volg de regio").click()
    expect(kop(scherm)).to_have_text("Twee › Kosten")
    scherm.get_by_role("link", name="Neem terug").click()
    expect(scherm.locator(".antwoord-blok")).to_contain_text("U betaalt na 5 dagen contant.")
    scherm.get_by_role("button", name="Neem dit besluit terug").click()
    expect(kop(scherm)).to_have_text("Een › Kosten")
    expect(scherm.locator(".messages")).to_contain_text("Een · Kosten: uw besluit is teruggenomen.")
    assert (
        Afwijking.objects.filter(versie__product__titel="Een").get().tekst == "U betaalt na 5 dagen contant."
    )
    assert not Herziening.objects.exists()
