"""Home, A to Z, themes and contact: what is listed, in which order, at how many queries."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from kennisbank.publicaties import Productregel
from kennisbank.website.lijsten import op_letter
from redactie.keuzes import Aangeboden, Productsoort
from tests.kennisbank.uitgave import geef_uit
from tests.kennisbank.website.gemeentedocument import BURGERZAKEN, THEMAS, gemeente_live, mededeling

pytestmark = pytest.mark.django_db


def op_volgorde(html: str, *stukken: str) -> bool:
    plekken = [html.find(stuk) for stuk in stukken]
    return -1 not in plekken and plekken == sorted(plekken)


def regel(titel: str) -> Productregel:
    return Productregel(titel.lower(), titel, "", "product", "aangeboden", ())


def test_home_heeft_zoeken_onderwerpen_en_levensgebeurtenissen(sliedrecht: Any, lees: Any) -> None:
    html = lees("/")
    assert op_volgorde(html, 'role="search"', "Onderwerpen", "/onderwerp/reisdocumenten/")
    assert op_volgorde(html, "/onderwerp/reisdocumenten/", "Er verandert iets", "/onderwerp/verhuizen/")


def test_home_toont_wat_vaak_gevraagd_wordt_en_hier_kan(sliedrecht: Any, lees: Any) -> None:
    geef_uit("sliedrecht", "rijbewijs-verlengen", "Rijbewijs verlengen")
    geef_uit("sliedrecht", "paspoort-aanvragen", "Paspoort aanvragen")
    geef_uit("sliedrecht", "afvalkalender-bekijken", "Afvalkalender", laag={"aangeboden": Aangeboden.NEE})
    geef_uit("sliedrecht", "kapvergunning", "Boom kappen")
    html = lees("/")
    assert op_volgorde(html, "Vaak gevraagd", "Paspoort aanvragen", "Rijbewijs verlengen")
    assert "Afvalkalender" not in html
    assert "Boom kappen" not in html


def test_home_toont_alleen_mededelingen_over_alles(db: None, lees: Any) -> None:
    gemeente_live(
        "sliedrecht",
        mededelingen=[
            mededeling("dicht", "Wij zijn zaterdag dicht."),
            mededeling("pas", "Paspoorten duren langer.", "thema:reisdocumenten"),
        ],
    )
    html = lees("/")
    assert "Wij zijn zaterdag dicht." in html
    assert "Paspoorten duren langer." not in html


def test_een_belangrijke_mededeling_staat_voorop_en_zegt_let_op(db: None, lees: Any) -> None:
    gemeente_live(
        "sliedrecht",
        mededelingen=[mededeling("gewoon", "Gewoon nieuws."), mededeling("nu", "Nu dicht.", belangrijk=True)],
    )
    assert op_volgorde(lees("/"), "Let op: ", "Nu dicht.", "Gewoon nieuws.")


def test_a_tot_z_zet_alles_op_letter_met_wat_het_is(sliedrecht: Any, lees: Any) -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    geef_uit("sliedrecht", "een-kind", "Één kind erkennen")
    geef_uit("sliedrecht", "hoe", "Hoe laat open?", productsoort=Productsoort.VRAAG)
    geef_uit("sliedrecht", "rdw", "Auto op naam", productsoort=Productsoort.VERWIJZING)
    geef_uit("sliedrecht", "honden", "Hondenbelasting", laag={"aangeboden": Aangeboden.NEE})
    html = lees("/a-z/")
    assert op_volgorde(
        html, "Auto op naam", "Andere organisatie", "Één kind", "Hoe laat open?", ">Vraag<", "Hondenbelasting"
    )
    assert op_volgorde(html, "Hondenbelasting", "Niet aangeboden", "Rijbewijs")


def test_letters_ook_met_accent_cijfer_en_aanhalingsteken() -> None:
    per_letter = {
        lid.letter: [regel.titel for regel in lid.regels]
        for lid in op_letter([regel("Élke dag"), regel("’s Avonds"), regel("30 km"), regel("zwemmen")])
        if lid.regels
    }
    assert per_letter == {"E": ["Élke dag"], "S": ["’s Avonds"], "Z": ["zwemmen"], "#": ["30 km"]}


def test_een_onderwerp_toont_zijn_producten_vragen_en_verwijzingen_apart(sliedrecht: Any, lees: Any) -> None:
    van = {"product": {"themas": ("reisdocumenten",)}}
    geef_uit("sliedrecht", "paspoort", "Paspoort", **van)
    geef_uit("sliedrecht", "foto", "Welke foto?", productsoort=Productsoort.VRAAG, **van)
    geef_uit("sliedrecht", "ambassade", "Ambassade", productsoort=Productsoort.VERWIJZING, **van)
    geef_uit("sliedrecht", "kapvergunning", "Boom kappen")
    html = lees("/onderwerp/reisdocumenten/")
    assert op_volgorde(html, "Een reisdocument aanvragen", "/product/paspoort/", "Vragen en antwoorden")
    assert op_volgorde(html, "Vragen en antwoorden", "Welke foto?", "Bij een andere organisatie", "Ambassade")
    assert "Boom kappen" not in html


def test_een_onderwerp_zonder_producten_zegt_dat(sliedrecht: Any, lees: Any) -> None:
    assert "Hier staan nog geen producten." in lees("/onderwerp/reisdocumenten/")


def test_een_onderwerp_onder_een_ander_staat_daar_en_niet_op_home(db: None, lees: Any) -> None:
    kind = {**THEMAS[0], "sleutel": "spoed", "naam": "Met spoed", "ouder": "reisdocumenten"}
    gemeente_live("sliedrecht", themas=[*THEMAS, kind])
    assert "/onderwerp/spoed/" not in lees("/")
    assert "/onderwerp/spoed/" in lees("/onderwerp/reisdocumenten/")
    assert op_volgorde(lees("/onderwerp/spoed/"), "Kruimelpad", "/onderwerp/reisdocumenten/", "<h1")


def test_een_onbekend_onderwerp_is_er_niet(sliedrecht: Any, haal: Any) -> None:
    assert haal("/onderwerp/bestaat-niet/").status_code == 404


def test_contact_toont_adres_tijden_afdelingen_en_anderen(db: None, lees: Any) -> None:
    rdw = {"sleutel": "rdw", "naam": "RDW", "soort": "overheid", "telefoon": "088 008 74 47"}
    gemeente_live("sliedrecht", contactpunten=[BURGERZAKEN, rdw])
    with time_machine.travel(datetime(2026, 12, 14, 8, 0, tzinfo=UTC), tick=False):
        html = lees("/contact/")
    assert op_volgorde(html, "Gemeentehuis Sliedrecht", "Open zonder afspraak tot 12.00 uur")
    assert op_volgorde(html, "Burgemeesterplein 2", "3361 AB", "13.00 – 16.30 uur", "op afspraak")
    assert re.search(r"Andere tijden.*vrijdag 25 december</th>\s*<td>gesloten", html, re.DOTALL)
    assert op_volgorde(html, "Andere tijden", "Burgerzaken", "RDW")
    assert 'href="tel:0880087447"' in html


@pytest.mark.parametrize("pad", ["/", "/a-z/", "/onderwerp/reisdocumenten/", "/contact/"])
def test_het_aantal_queries_groeit_niet_met_het_aantal_producten(
    sliedrecht: Any, haal: Any, django_assert_max_num_queries: Any, pad: str
) -> None:
    for nummer in range(40):
        product = {"themas": ("reisdocumenten",)}
        geef_uit("sliedrecht", f"product-{nummer}", f"Product {nummer}", product=product)
    haal("/contact/")
    with django_assert_max_num_queries(2):
        assert haal(pad).status_code == 200


@pytest.mark.parametrize("pad", ["/", "/a-z/", "/onderwerp/reisdocumenten/"])
def test_een_lijst_verandert_met_wat_erin_staat(sliedrecht: Any, haal: Any, pad: str) -> None:
    thema = {"themas": ("reisdocumenten",)}
    geef_uit("sliedrecht", "paspoort-aanvragen", "Paspoort aanvragen", product=thema)
    eerst = haal(pad)
    assert haal(pad, headers={"If-None-Match": eerst.headers["ETag"]}).status_code == 304
    geef_uit("sliedrecht", "paspoort-aanvragen", "Paspoort halen", product=thema)
    nu = haal(pad, headers={"If-None-Match": eerst.headers["ETag"]})
    assert nu.status_code == 200
    assert "Paspoort halen" in nu.content.decode()


def test_het_voorbeeldmerk_staat_op_elke_pagina(sliedrecht: Any, haal: Any) -> None:
    geef_uit("sliedrecht", "paspoort", "Paspoort")
    paden = (
        "/",
        "/a-z/",
        "/onderwerp/reisdocumenten/",
        "/product/paspoort/",
        "/contact/",
        "/zoeken/",
        "/weg/",
    )
    for pad in paden:
        html = haal(pad).content.decode()
        assert "<strong>Voorbeeld:</strong> dit is geen website van de gemeente Sliedrecht" in html, pad
