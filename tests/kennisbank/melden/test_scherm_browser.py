"""Flags and outcomes in the CMS, in a real browser: answering by keyboard, the way to the field, WCAG."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import expect

from kennisbank.models import Melding, Uitkomst, Uitkomsttelling
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from tests import factories as f
from tests.redactie.cms.hulp import als

pytestmark = [
    pytest.mark.browser,
    pytest.mark.traag,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SMAL = {"width": 390, "height": 844}


@pytest.fixture
def cms(pagina: Any, live_server: Any) -> Callable[[str], Any]:
    """Opens an address as the central editor."""
    naam = settings.SESSION_COOKIE_NAME
    sessie = als(Rol.CENTRAAL).cookies[naam].value
    pagina.context.add_cookies([{"name": naam, "value": sessie, "url": live_server.url}])
    pagina.set_viewport_size({"width": 1366, "height": 768})

    def naar(pad: str) -> Any:
        pagina.goto(f"{live_server.url}{pad}")
        return pagina

    return naar


@pytest.fixture
def melding(sliedrecht: Any, maak: Any) -> Melding:
    f.ProductFactory(sleutel="rijbewijs-kwijt", titel="Rijbewijs kwijt", gepubliceerd=True)
    return maak(plek="termijn", eigenaar=REGIO, opmerking="Het duurt nu drie dagen")


def test_antwoord_geven_met_het_toetsenbord(cms: Callable[[str], Any], melding: Melding) -> None:
    scherm = cms("/redactie/meldingen/")
    scherm.locator("table a.button").focus()
    scherm.keyboard.press("Enter")
    expect(scherm.locator("h1")).to_contain_text("Rijbewijs kwijt")
    scherm.locator("input[value=verbeterd]").focus()
    scherm.keyboard.press("Space")
    scherm.keyboard.press("Tab")
    scherm.keyboard.type("Staat er nu.")
    scherm.keyboard.press("Tab")
    scherm.keyboard.press("Enter")
    expect(scherm.locator("body")).to_contain_text(
        "Beantwoord. De medewerker leest uw antwoord aan de balie."
    )
    melding.refresh_from_db()
    assert (melding.toestand, melding.antwoord) == ("verbeterd", "Staat er nu.")


def test_de_link_brengt_het_veld_in_beeld(cms: Callable[[str], Any], melding: Melding) -> None:
    scherm = cms(f"/redactie/meldingen/{melding.pk}/")
    scherm.click("text=Naar dit veld")
    expect(scherm.locator("#id_termijn")).to_be_focused()
    expect(scherm.locator("#id_termijn")).to_be_in_viewport()


def test_de_link_brengt_ook_een_eigen_tekst_in_beeld(cms: Callable[[str], Any], sliedrecht: Any) -> None:
    product = f.ProductFactory(sleutel="rijbewijs-kwijt", gepubliceerd=True)
    f.LokaleVersieFactory(
        product=product,
        gemeente=sliedrecht,
        gepubliceerd=True,
        wijkt_af={"aanpak": "Bel ons eerst.", "kosten": "Alleen met pin."},
    )
    f.LidmaatschapFactory(
        gebruiker=f.GebruikerFactory._meta.model.objects.get(), rol=Rol.PUBLICIST, gemeente=sliedrecht
    )
    scherm = cms("/redactie/naar/sliedrecht/rijbewijs-kwijt/kosten/")
    bezig = scherm.locator("textarea:focus")
    expect(bezig).to_have_value("Alleen met pin.")
    expect(bezig).to_be_in_viewport()


def test_axe_op_meldingen_en_uitkomsten(
    cms: Callable[[str], Any], melding: Melding, axe: Callable[[Any], list[str]]
) -> None:
    uur = timezone.now().replace(minute=0, second=0, microsecond=0)
    for week in range(4):
        for uitkomst, aantal in ((Uitkomst.BEANTWOORD, 40), (Uitkomst.DOORVERBONDEN, 6)):
            Uitkomsttelling.objects.create(
                bereik="sliedrecht",
                sleutel="rijbewijs-kwijt",
                uur=uur - timedelta(weeks=week),
                uitkomst=uitkomst,
                aantal=aantal + week,
            )
    for pad in ("/redactie/meldingen/", f"/redactie/meldingen/{melding.pk}/", "/redactie/uitkomsten/"):
        scherm = cms(pad)
        scherm.evaluate("() => document.querySelectorAll('details').forEach((lid) => { lid.open = true; })")
        assert axe(scherm) == [], pad
        scherm.set_viewport_size(SMAL)
        assert scherm.evaluate("() => document.documentElement.scrollWidth") <= SMAL["width"], pad
        scherm.set_viewport_size({"width": 1366, "height": 768})
