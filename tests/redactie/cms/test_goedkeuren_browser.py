"""Two pairs of eyes as people click it: hand in, ask, send back, approve; urgent; a proposal after an urgent change."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from redactie.keuzes import Klasse, Rol
from redactie.models import Afwijking, Gemeente, LokaleVersie, Product
from redactie.spoedvoorstellen import maak_spoedvoorstellen
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
START = "/redactie/"


@pytest.fixture(autouse=True)
def zonder_autosave(settings: Any) -> None:
    """A press amid an autosave gets Wagtail's question about another window; these clicks are faster than people."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


@pytest.fixture
def kijk_als(pagina: Any, live_server: Any) -> Callable[[Client, str], Any]:
    """Opens a page as one of two people, in turn."""

    def open_(wie: Client, pad: str) -> Any:
        naam = instellingen.SESSION_COOKIE_NAME
        pagina.context.clear_cookies()
        pagina.context.add_cookies([{"name": naam, "value": wie.cookies[naam].value, "url": live_server.url}])
        pagina.goto(f"{live_server.url}{pad}")
        return pagina

    return open_


@pytest.fixture
def sliedrecht() -> Gemeente:
    return f.GemeenteFactory(slug="sliedrecht", twee_paar_ogen=True)


@pytest.fixture
def schrijver(sliedrecht: Gemeente) -> Client:
    return als(Rol.PUBLICIST, sliedrecht)


@pytest.fixture
def ander(sliedrecht: Gemeente) -> Client:
    return als(Rol.PUBLICIST, sliedrecht)


def kies(scherm: Any, knop: str) -> None:
    """From the menu beside “Bewaar concept”."""
    scherm.locator("footer [data-w-dropdown-target=toggle]").click()
    scherm.get_by_role("button", name=knop).first.click()


def uit_de_kop(scherm: Any, knop: str) -> None:
    scherm.locator("header [data-controller=w-dropdown] button").first.click()
    scherm.get_by_role("link", name=knop).click()


def test_indienen_een_collega_vragen_terugsturen_en_goedkeuren(
    kijk_als: Any, axe: Any, schrijver: Client, ander: Client, sliedrecht: Gemeente
) -> None:
    eigen = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True, titel="Baggerfestival", kosten="5 euro.")
    scherm = kijk_als(schrijver, adres(eigen))
    scherm.locator("#id_kosten").fill("Het is gratis.")
    scherm.get_by_label("Toelichting bij de wijziging").fill("De raad besloot.")
    kies(scherm, "Stuur door naar Nakijken en publiceren")
    scherm = kijk_als(schrijver, adres(eigen))
    uit_de_kop(scherm, "Vraag een collega")
    assert axe(scherm) == []
    scherm.get_by_label(ander.gebruiker.get_full_name()).check()
    scherm.get_by_role("button", name="Vraag een collega").click()
    expect(scherm.get_by_text(f"Gevraagd aan {ander.gebruiker.get_full_name()}")).to_be_visible()

    scherm = kijk_als(ander, START)
    scherm.get_by_role("link", name="Kijk na").click()
    kies(scherm, "Stuur terug met een opmerking")
    vak = scherm.get_by_label("Wat moet er anders?")
    vak.fill("Schrijf ook waar.")
    vak.locator("xpath=ancestor::form").get_by_role("button").click()
    expect(scherm.locator(".messages")).to_be_visible()

    scherm = kijk_als(schrijver, START)
    scherm.get_by_role(
        "link", name=re.compile("^Lees.*“Baggerfestival” kwam bij u terug met een opmerking")
    ).click()
    expect(scherm.get_by_text("Schrijf ook waar.")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_role("link", name="Pas aan").click()
    scherm.locator("#id_kosten").fill("Het is gratis op het plein.")
    kies(scherm, "Stuur opnieuw door")

    scherm = kijk_als(ander, "/redactie/ter-goedkeuring/")
    assert axe(scherm) == []
    scherm.get_by_role("link", name="Kijk na").click()
    kies(scherm, "Keur goed en publiceren")
    expect(scherm.locator(".messages .success")).to_be_visible()
    assert Product.objects.get(pk=eigen.pk).kosten == "Het is gratis op het plein."


def test_een_spoedtekst_gaat_uit_en_een_ander_controleert_hem(
    kijk_als: Any, axe: Any, schrijver: Client, ander: Client, sliedrecht: Gemeente
) -> None:
    eigen = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True, titel="Gladheid", kosten="Gratis.")
    eigen.kosten, eigen.klasse, eigen.toelichting = "Nu gesloten.", Klasse.SPOED, "IJzel."
    eigen.nakijken_voor = timezone.localdate()
    eigen.save_revision(user=schrijver.gebruiker)
    scherm = kijk_als(schrijver, adres(eigen))
    uit_de_kop(scherm, "Publiceer met spoed")
    assert axe(scherm) == []
    knop = scherm.get_by_role("button", name="Publiceer met spoed")
    knop.click()
    expect(scherm.get_by_text("Schrijf op waarom dit niet kan wachten")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_label("Waarom kan dit niet wachten op een collega?").fill("Het is nu glad.")
    knop.click()
    expect(scherm.get_by_text("Een collega controleert het achteraf.")).to_be_visible()
    assert Product.objects.get(pk=eigen.pk).kosten == "Nu gesloten."

    scherm = kijk_als(ander, START)
    scherm.get_by_role("link", name=re.compile("^Controleer.*“Gladheid” ging met spoed live")).click()
    assert axe(scherm) == []
    scherm.get_by_role("link", name=re.compile("^Controleer.*Gladheid")).click()
    expect(scherm.get_by_text("Het is nu glad.")).to_be_visible()
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Gecontroleerd").click()
    expect(scherm.get_by_text("Er ligt nu niets ter goedkeuring.")).to_be_visible()


def test_een_voorstel_na_spoed_overnemen_en_met_een_klik_terugdraaien(
    kijk_als: Any, axe: Any, schrijver: Client, sliedrecht: Gemeente
) -> None:
    product = f.ProductFactory(gepubliceerd=True, titel="Paspoort", termijn="Na 5 dagen kunt u het ophalen.")
    versie = f.LokaleVersieFactory(
        product=product,
        gemeente=sliedrecht,
        gepubliceerd=True,
        wijkt_af={"termijn": "Na 5 dagen bezorgen wij het."},
    )
    product.termijn, product.klasse = "Na 3 dagen kunt u het ophalen.", Klasse.SPOED
    product.toelichting, product.nakijken_voor = "Nieuwe leverancier.", timezone.localdate()
    f.publiceer(product)
    maak_spoedvoorstellen(timezone.now())

    def live() -> str:
        return Afwijking.objects.get(versie__in=LokaleVersie.objects.filter(pk=versie.pk)).tekst

    scherm = kijk_als(schrijver, START)
    scherm.get_by_role("link", name="Beslis").click()
    expect(scherm.get_by_role("heading", name="Zoals voorgesteld")).to_be_visible()
    assert axe(scherm) == []
    assert live() == "Na 5 dagen bezorgen wij het."
    scherm.get_by_role("button", name="Houd de eigen tekst").click()
    expect(scherm.get_by_text("Schrijf op waarom uw eigen tekst blijft")).to_be_visible()
    scherm.get_by_role("button", name="Neem dit voorstel over").click()
    expect(scherm.get_by_text("het voorstel staat live")).to_be_visible()
    assert live() == "Na 3 dagen bezorgen wij het."
    assert axe(scherm) == []
    scherm.get_by_role("button", name="Draai terug").click()
    expect(scherm.get_by_text("het voorstel wacht weer")).to_be_visible()
    assert live() == "Na 5 dagen bezorgen wij het."
