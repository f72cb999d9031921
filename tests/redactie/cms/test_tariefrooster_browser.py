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


PLAK = """(veld, tekst) => {
    const klembord = new DataTransfer();
    klembord.setData("text/plain", tekst);
    veld.dispatchEvent(new ClipboardEvent("paste", {clipboardData: klembord, bubbles: true, cancelable: true}));
}"""


def test_plakken_uit_een_rekenblad(open_als: Callable[..., Any], axe: Any) -> None:
    nu = timezone.localdate().year
    for nummer, (sleutel, naam) in enumerate((("a-pas", "Paspoort"), ("b-kaart", "Kaart"))):
        for jaar in (nu, nu + 1):
            f.TariefFactory(
                sleutel=sleutel,
                groep="paspoort",
                omschrijving=naam,
                volgorde=nummer,
                bedrag="80.00",
                geldig_van=date(jaar, 1, 1),
                geldig_tot=date(jaar, 12, 31),
                status="concept",
            )
    scherm = open_als(Rol.CENTRAAL)(adres(Tarief, "rooster"))

    def vak(naam: str, jaar: int) -> Any:
        return scherm.get_by_label(f"{naam}, de regio, {jaar}, in euro")

    vak("Kaart", nu).fill("81,00")
    vak("Paspoort", nu).evaluate(PLAK, "83,87\t€ 1.084,50\r\nonbekend\t1,085.50\t9\r\n7\r\n")
    bericht = scherm.get_by_role("status").filter(has_text="geplakt")
    expect(bericht).to_contain_text("3 bedragen geplakt, nog niet bewaard.")
    expect(bericht).to_contain_text(
        "“onbekend” is geen bedrag; voor 9 is hier geen vakje; voor 7 is hier geen vakje."
    )
    # What was typed stays where nothing could be pasted.
    expect(vak("Kaart", nu)).to_have_value("81,00")
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Maak het plakken ongedaan").click()
    expect(vak("Paspoort", nu)).to_have_value("80,00")
    vak("Paspoort", nu).evaluate(PLAK, "83,87\tveel\r\n1,2,3\t1,085.50")
    scherm.get_by_role("button", name="Bewaar de bedragen").click()
    expect(scherm.get_by_text("Typ een bedrag zoals 83,87.")).to_be_visible()
    expect(vak("Kaart", nu)).to_have_value("1,2,3")
    vak("Kaart", nu).fill("81,00")
    scherm.get_by_role("button", name="Bewaar de bedragen").click()
    expect(scherm.locator(".messages")).to_contain_text("Bewaard: 3 bedragen veranderd.")
    expect(vak("Kaart", nu + 1)).to_have_value("1085,50")
