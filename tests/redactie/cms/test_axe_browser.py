"""WCAG 2.1 AA of the screens of the CMS that are ours, in a browser; what is Wagtail's own fault is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import wagtail
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.models import LokaleVersie, Product, Tarief, UplNaam
from tests import factories as f
from tests.redactie.cms.hulp import adres
from tests.redactie.cms.test_lokaal import verander_regio
from tests.redactie.upl_namen import upl_namen

pytestmark = [
    pytest.mark.browser,
    pytest.mark.traag,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

VAN_WAGTAIL: dict[tuple[str, str], str] = {}
"""(rule, selector) → the version of Wagtail that has this fault of its own. Empty: none on these screens."""

FOUT = """() => {
  const veld = document.createElement("input");
  const tekst = document.createElement("p");
  tekst.textContent = "Te lichte letters";
  tekst.style.color = "#bbb";
  tekst.style.background = "#fff";
  document.querySelector("form[data-edit-form]").prepend(veld, tekst);
}"""
SMAL = {"width": 390, "height": 844}


@pytest.fixture
def keur(axe: Callable[[Any], list[str]]) -> Callable[[Any], list[str]]:
    """What is wrong and not Wagtail's own."""

    def van_ons(scherm: Any) -> list[str]:
        bekend = {f"{regel}: {plek}" for (regel, plek), versie in VAN_WAGTAIL.items()}
        return [fout for fout in axe(scherm) if fout not in bekend]

    return van_ons


@pytest.fixture
def versie() -> LokaleVersie:
    """With a question, of a product with a name that has vanished, a planned text and long sentences."""
    namen = upl_namen()
    product = f.ProductFactory(
        gepubliceerd=True,
        kosten="Indien u betaalt, betaalt u met pin.",
        upn=[namen["weg"].uri, namen["paspoort"].uri],
        verwant=[f.ProductFactory(titel="Rijbewijs kwijt", gepubliceerd=True)],
    )
    f.TekstversieFactory(product=product, gepland=True)
    versie = f.LokaleVersieFactory(
        product=product,
        gemeente=f.GemeenteFactory(slug="sliedrecht"),
        gepubliceerd=True,
        wijkt_af={"kosten": "Indien u betaalt, betaalt u contant."},
    )
    verander_regio(versie)
    f.TariefFactory()
    return versie


def test_een_fout_scherm_zakt(open_als: Callable[..., Any], axe: Any) -> None:
    """The measure bites: without this, an empty list would say nothing."""
    scherm = open_als(Rol.CENTRAAL)(adres(f.ProductFactory()))
    scherm.evaluate(FOUT)
    regels = {fout.partition(":")[0] for fout in axe(scherm)}
    assert {"label", "color-contrast"} <= regels


def test_schermen_van_de_centrale_redacteur(open_als: Callable[..., Any], keur: Any, versie) -> None:
    naar, product = open_als(Rol.CENTRAAL), versie.product
    fouten = {}
    for pad in (
        "/redactie/",
        "/redactie/publicatie/",
        adres(Product, "list"),
        adres(Product, "upn"),
        adres(UplNaam, "list"),
        adres(Tarief, "list"),
        adres(Tarief, "add"),
        adres(Tarief, "rooster"),
        f"{adres(product, 'plannen')}?veld=kosten",
        adres(product, "herindelen", product.tekstversies.filter(veld="kosten").first().pk),
        adres(product, "gevolgen"),
        adres(product, "nakijken"),
        adres(Product, "add"),
        *(f"{adres(product)}#tab-{tab}" for tab in ("tekst", "indeling", "kanalen", "planning")),
    ):
        naar("/redactie/login/")  # another page between: a new part after # alone loads nothing
        fouten[pad] = keur(naar(pad))
    assert fouten == {pad: [] for pad in fouten}


def test_schermen_van_de_lokale_redacteur(open_als: Callable[..., Any], keur: Any, versie) -> None:
    naar = open_als(Rol.PUBLICIST, versie.gemeente)
    fouten = {}
    for pad in (
        "/redactie/",
        adres(Product, "list"),
        adres(LokaleVersie, "list"),
        adres(versie.product, "inspect"),
        f"{adres(LokaleVersie, 'add')}?product={versie.product.pk}",
        adres(versie, "herzien", "kosten"),
        adres(LokaleVersie, "te_herzien"),
        *(f"{adres(versie)}#tab-{tab}" for tab in ("eigen_tekst", "aanbod", "kanalen")),
    ):
        naar("/redactie/login/")
        fouten[pad] = keur(naar(pad))
    assert fouten == {pad: [] for pad in fouten}


def test_een_open_keuzelijst_en_een_venster(open_als: Callable[..., Any], keur: Any, versie) -> None:
    naar = open_als(Rol.CENTRAAL)
    scherm = naar(f"{adres(versie.product)}#tab-indeling")
    scherm.locator("#id_upn").press_sequentially("paspoort")
    expect(scherm.locator("#id_upn-lijst").get_by_role("option").first).to_be_visible()
    scherm.keyboard.press("ArrowDown")
    assert keur(scherm) == []
    scherm.keyboard.press("Escape")
    scherm.get_by_role("tab", name="Planning").click()
    scherm.locator("#id_opvolger-chooser").get_by_role("button").first.click()
    expect(scherm.get_by_role("dialog").get_by_role("link", name="Rijbewijs kwijt")).to_be_visible()
    assert keur(scherm) == []


def test_met_fouten_in_het_formulier(open_als: Callable[..., Any], keur: Any, versie) -> None:
    scherm = open_als(Rol.PUBLICIST, versie.gemeente)(adres(versie, "herzien", "kosten"))
    scherm.get_by_role("button", name="Houd mijn tekst").click()
    expect(scherm.get_by_text("Schrijf op waarom uw eigen tekst blijft.")).to_be_visible()
    assert keur(scherm) == []


def test_op_een_telefoon(open_als: Callable[..., Any], keur: Any, versie) -> None:
    naar = open_als(Rol.PUBLICIST, versie.gemeente)
    scherm = naar(adres(versie, "herzien", "kosten"))
    scherm.set_viewport_size(SMAL)
    assert keur(scherm) == []
    breder = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert scherm.evaluate(breder) <= 0
    assert keur(naar(adres(versie))) == []


def test_de_uitzonderingen_horen_bij_deze_wagtail() -> None:
    """A new Wagtail: look again whether each is still there."""
    assert set(VAN_WAGTAIL.values()) <= {wagtail.__version__}
