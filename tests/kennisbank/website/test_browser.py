"""The websites in a real browser: WCAG 2.1 AA per kind of page, keyboard, narrow screens. And the measure itself."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest

from redactie.bronnen import KanaalBron, UpnBron
from redactie.keuzes import Aangeboden, Actie, Inlogmiddel, KanaalWijze, Productsoort
from search.motor import MotorOnbereikbaar
from tests.kennisbank.uitgave import geef_uit, indexeer
from tests.kennisbank.website.gemeentedocument import gemeente_live, mededeling

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PADEN = {
    "home": "/",
    "van a tot z": "/a-z/",
    "onderwerp": "/onderwerp/reisdocumenten/",
    "product": "/product/paspoort-aanvragen/",
    "vraag": "/product/welke-foto/",
    "verwijzing": "/product/rdw/",
    "niet aangeboden": "/product/hondenbelasting/",
    "contact": "/contact/",
    "zoeken": "/zoeken/?vraag=paspoort",
    "niets gevonden": "/zoeken/?vraag=xyzzyplugh",
    "bestaat niet": "/bestaat/niet/",
}
FOUTE_PAGINA = """<!doctype html><html><head><title></title></head><body>
<img src="/static/kennisbank/website/thema/standaard.svg"><input type="text">
<p style="color:#bbb;background:#fff">Te lichte letters</p><a href="/"></a></body></html>"""


@pytest.fixture
def site(live_server: Any, index: Any) -> Callable[[str], str]:
    """Address of a page of Sliedrecht, on a region with one of everything."""
    gemeente_live(
        "sliedrecht",
        mededelingen=[
            mededeling("dicht", "Zaterdag zijn wij dicht.", belangrijk=True),
            mededeling("druk", "Het is druk aan de balie."),
        ],
    )
    thema = {"themas": ("reisdocumenten",), "behandelaar": "burgerzaken"}
    afspraak = KanaalBron(
        Actie.AFSPRAAK, KanaalWijze.BALIE, "https://afspraken.example/", "Maak een afspraak"
    )
    online = KanaalBron(
        Actie.AANVRAGEN,
        KanaalWijze.FORMULIER,
        "https://formulieren.example/",
        "Vraag aan",
        Inlogmiddel.DIGID,
    )
    geef_uit(
        "sliedrecht",
        "paspoort-aanvragen",
        "Paspoort aanvragen",
        inleiding="Met een paspoort reist u over de hele wereld.\n\n### Kinderen\n\n- vanaf 12 jaar\n- tot 12 jaar",
        aanpak="1. Maak een afspraak.\n2. Kom langs.",
        meenemen="> Neem alles mee.",
        kosten="| Omschrijving | Bedrag |\n| --- | --- |\n| Vanaf 18 jaar | € 83,87 |\n| Spoed | € 57,85 toeslag |",
        meer_informatie="- [Paspoortwet](https://wetten.overheid.nl/BWBR0005212/)",
        product={
            **thema,
            "kanalen": (afspraak, online),
            "verwant": ("hondenbelasting", "welke-foto"),
            "upn": (
                UpnBron("http://standaarden.overheid.nl/owms/terms/paspoort", "paspoort", ("Paspoortwet",)),
            ),
        },
    )
    geef_uit("sliedrecht", "welke-foto", "Welke foto mag?", productsoort=Productsoort.VRAAG, product=thema)
    geef_uit(
        "sliedrecht",
        "rdw",
        "Auto op naam zetten",
        productsoort=Productsoort.VERWIJZING,
        product={**thema, "kanalen": (online,)},
    )
    geef_uit(
        "sliedrecht",
        "hondenbelasting",
        "Hondenbelasting",
        laag={"aangeboden": Aangeboden.NEE, "toelichting": "Dat hebben wij niet."},
    )
    indexeer()
    poort = urlsplit(live_server.url).port
    return lambda pad: f"http://sliedrecht.localhost:{poort}{pad}"


def test_een_foute_pagina_zakt(pagina: Any, axe: Any) -> None:
    """The measure bites: without this, an empty list of faults would say nothing."""
    pagina.set_content(FOUTE_PAGINA)
    regels = {fout.partition(":")[0] for fout in axe(pagina)}
    assert {"color-contrast", "document-title", "html-has-lang", "image-alt", "label", "link-name"} <= regels


def test_elke_soort_pagina_is_toegankelijk(pagina: Any, axe: Any, site: Callable[[str], str]) -> None:
    fouten = {}
    for soort, pad in PADEN.items():
        pagina.goto(site(pad))
        fouten[soort] = axe(pagina)
    assert fouten == {soort: [] for soort in PADEN}


def test_ook_uitgeklapt_en_met_de_zoekmachine_stuk(
    pagina: Any, axe: Any, site: Callable[[str], str], monkeypatch: Any
) -> None:
    pagina.goto(site(PADEN["product"]))
    pagina.click("summary")
    pagina.wait_for_selector("details[open] table")
    assert axe(pagina) == []

    def weg(*args: Any, **rest: Any) -> None:
        raise MotorOnbereikbaar

    monkeypatch.setattr("search.zoeken.zoek", weg)
    pagina.goto(site("/zoeken/?vraag=hondenbelasting"))
    assert "even minder goed" in pagina.inner_text("main")
    assert axe(pagina) == []


def test_de_voordeur_en_een_volle_balk_zijn_toegankelijk(
    pagina: Any, axe: Any, site: Callable[[str], str], live_server: Any
) -> None:
    pagina.goto(live_server.url)
    assert axe(pagina) == []
    gemeente_live("dordrecht")
    pagina.wait_for_timeout(2100)  # the table of host names is two seconds old at most
    pagina.goto(site("/").replace("sliedrecht", "dordrecht"))
    assert "Gemeente Dordrecht" in pagina.inner_text("header")
    assert axe(pagina) == []


@pytest.mark.parametrize(("breedte", "hoogte"), [(1366, 768), (390, 844), (342, 192)])
def test_niets_valt_buiten_het_scherm(
    pagina: Any, site: Callable[[str], str], breedte: int, hoogte: int
) -> None:
    """342 × 192 is a screen of 1366 × 768 at 400 %."""
    pagina.set_viewport_size({"width": breedte, "height": hoogte})
    te_breed = {}
    for soort, pad in PADEN.items():
        pagina.goto(site(pad))
        te_breed[soort] = pagina.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert {soort: px for soort, px in te_breed.items() if px > 0} == {}


def test_met_het_toetsenbord_naar_de_inhoud_en_door_een_zoekvraag(
    pagina: Any, site: Callable[[str], str]
) -> None:
    pagina.goto(site("/product/paspoort-aanvragen/"))
    pagina.keyboard.press("Tab")
    assert pagina.evaluate("document.activeElement.textContent") == "Direct naar de inhoud"
    assert pagina.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    pagina.keyboard.press("Enter")
    assert pagina.evaluate("document.activeElement.id") == "inhoud"
    pagina.focus("#zoek-kop")
    pagina.keyboard.type("hondenbelasting")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/zoeken/?vraag=hondenbelasting")
    pagina.click("main .antw-regel a")
    pagina.wait_for_url("**/product/hondenbelasting/")
    assert "Dat hebben wij niet." in pagina.inner_text("main")


def test_de_focusrand_is_te_zien_buiten_het_onderdeel(pagina: Any, site: Callable[[str], str]) -> None:
    pagina.goto(site("/product/paspoort-aanvragen/"))
    for _ in range(12):
        pagina.keyboard.press("Tab")
        stijl = pagina.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth), parseFloat(s.outlineOffset)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert stijl == ["solid", 2, 2], pagina.evaluate("document.activeElement.outerHTML")


def test_de_knop_staat_boven_de_vouw(pagina: Any, site: Callable[[str], str]) -> None:
    pagina.set_viewport_size({"width": 1366, "height": 768})
    pagina.goto(site("/product/paspoort-aanvragen/"))
    knop = pagina.locator("main .utrecht-button-link").first.bounding_box()
    assert knop["y"] + knop["height"] < 768


def test_koppen_gaan_nooit_een_stap_over(pagina: Any, site: Callable[[str], str]) -> None:
    for soort, pad in PADEN.items():
        pagina.goto(site(pad))
        niveaus = pagina.eval_on_selector_all(
            "main h1, main h2, main h3, main h4", "k => k.map(e => +e.tagName[1])"
        )
        assert niveaus.count(1) == 1, soort
        assert all(b - a <= 1 for a, b in pairwise(niveaus)), (soort, niveaus)


def test_de_letters_zijn_achttien_pixels_en_regels_niet_te_lang(
    pagina: Any, site: Callable[[str], str]
) -> None:
    pagina.set_viewport_size({"width": 1366, "height": 768})
    pagina.goto(site("/product/paspoort-aanvragen/"))
    grootte, hoogte = pagina.evaluate(
        "(s => [s.fontSize, s.lineHeight])(getComputedStyle(document.querySelector('.antw-tekst p')))"
    )
    assert grootte == "18px"
    assert float(hoogte.removesuffix("px")) == pytest.approx(18 * 1.6, abs=0.1)
    assert pagina.locator(".antw-hoofd").bounding_box()["width"] <= 45 * 18
