"""One story in a browser: a municipality offers its text, the centre takes it over, the own text goes; and its mail."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.keuzes import Berichtsoort, Rol
from redactie.models import Afwijking, Berichtkeuze, Product, Regiovoorstel
from tests import factories as f

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

EIGEN = "U betaalt aan de balie, met pin of contant."


@pytest.fixture
def kijk() -> Callable[[Any, str], None]:
    """A picture of the screen, for whoever asks for it."""

    def maak(scherm: Any, naam: str) -> None:
        if map_ := os.environ.get("ANTWOORD_TEST_PLAATJES"):
            scherm.screenshot(path=f"{map_}/{naam}.png")

    return maak


def test_een_tekst_aanbieden_en_zien_wat_ermee_gebeurt(
    open_als: Callable[..., Any], axe: Callable[[Any], list[str]], kijk: Callable[[Any, str], None]
) -> None:
    f.RegioFactory()
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    f.GemeenteFactory(slug="dordrecht")
    product = f.ProductFactory(gepubliceerd=True, titel="Paspoort aanvragen", kosten="U betaalt met pin.")
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": EIGEN}
    )
    scherm = open_als(Rol.PUBLICIST, sliedrecht)(f"/redactie/lokale-versies/edit/{versie.pk}/")
    scherm.get_by_role("link", name="Bied uw tekst de regio aan").click()
    expect(scherm.locator(".antwoord-tekst")).to_contain_text("contant")
    scherm.get_by_role("button", name="Bied aan").click()
    expect(scherm.get_by_text("Schrijf op waarom dit voor de hele regio beter is.")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_label("Waarom is dit voor de hele regio beter?").fill("Inwoners vragen dit het vaakst.")
    kijk(scherm, "aanbieden")
    scherm.keyboard.press("Tab")
    scherm.keyboard.press("Enter")
    expect(scherm.get_by_text("Uw tekst is aan de regio aangeboden.")).to_be_visible()
    expect(scherm.get_by_role("button", name="Trek het voorstel in")).to_be_visible()
    assert axe(scherm) == []

    scherm = open_als(Rol.CENTRAAL)("/redactie/")
    kijk(scherm, "start")
    zin = scherm.get_by_role("listitem").filter(has_text="1 voorstel van een gemeente wacht op u.")
    zin.get_by_role("link").click()
    expect(scherm.locator("[data-antwoord-gevolgen]")).to_contain_text("Dordrecht", timeout=20_000)
    kijk(scherm, "besluiten")
    assert axe(scherm) == []
    scherm.get_by_label("Opmerking voor de gemeente").fill("Dank u wel.")
    scherm.get_by_role("button", name="Neem over en publiceer").click()
    expect(scherm.get_by_text("Schrijf op wat er verandert en waarom.")).to_be_visible()
    expect(scherm.get_by_label("Opmerking voor de gemeente")).to_have_value("Dank u wel.")
    scherm.get_by_label("Wat verandert er, en waarom?").fill("Contant betalen kan overal.")
    scherm.get_by_role("button", name="Neem over en publiceer").click()
    expect(scherm.get_by_text("De regio heeft nu deze tekst.")).to_be_visible()
    assert Product.objects.get(pk=product.pk).kosten == EIGEN

    scherm = open_als(Rol.PUBLICIST, sliedrecht)("/redactie/")
    expect(scherm.get_by_text("De regio nam 1 eigen tekst van u over.").first).to_be_visible()
    scherm.goto(scherm.url + f"regiovoorstellen/bekijken/{Regiovoorstel.objects.get().pk}/")
    expect(scherm.get_by_text("Opmerking: “Dank u wel.”")).to_be_visible()
    kijk(scherm, "besloten")
    assert axe(scherm) == []
    scherm.get_by_role("link", name="Beëindig de eigen tekst").click()
    scherm.get_by_role("button", name="Beëindig deze eigen tekst").click()
    expect(scherm.get_by_text("de eigen tekst is beëindigd.")).to_be_visible()
    assert not Afwijking.objects.exists()


def test_zelf_kiezen_welke_mail_komt(
    open_als: Callable[..., Any], axe: Callable[[Any], list[str]], kijk: Callable[[Any, str], None]
) -> None:
    f.RegioFactory()
    scherm = open_als(Rol.REDACTEUR, f.GemeenteFactory(slug="sliedrecht"))("/redactie/")
    scherm.get_by_role("link", name="Mijn mail").click()
    groep = scherm.get_by_role("group", name=Berichtsoort.TE_HERZIEN.label)
    groep.get_by_label("Geen mail").focus()
    scherm.keyboard.press("ArrowRight")
    kijk(scherm, "berichten")
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Bewaar mijn keuze").click()
    expect(scherm.get_by_text("Uw keuze is bewaard.")).to_be_visible()
    expect(
        scherm.get_by_role("group", name=Berichtsoort.TE_HERZIEN.label).get_by_label("Meteen")
    ).to_be_checked()
    assert Berichtkeuze.objects.count() == 1
