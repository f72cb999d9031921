"""A location at the desk: found by its name, above the answers when one asks for its hours, and opened with them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from tests.kennisbank.balie.zoals_gelezen import tekst, zoek
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit, indexeer
from tests.kennisbank.website.gemeentedocument import GEMEENTEHUIS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie", "gemeentehuis")]
MAANDAG = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # ten o'clock here
ADRES = "/balie/sliedrecht/_locatie/gemeentehuis/"
RIJ = 'value="_locatie/gemeentehuis"'


@pytest.fixture
def gemeentehuis(balie: None) -> None:
    geef_gemeente_uit("sliedrecht", locaties=[GEMEENTEHUIS])
    geef_uit("sliedrecht", "gemeentehuis-open", "Hoe laat is het gemeentehuis open?", inleiding="Kijk hier.")
    indexeer("g2")


@pytest.mark.parametrize(
    "vraag",
    ["openingstijden gemeentehuis", "hoe laat is het gemeentehuis maandag open", "adres gemeentehuis"],
)
def test_wie_naar_tijden_of_adres_vraagt_krijgt_de_locatie_bovenaan(kcc: Client, vraag: str) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        html = zoek(kcc, vraag).content.decode()
    assert html.index(RIJ) < html.index('value="gemeentehuis-open"')
    assert "Sliedrecht · locatie · open zonder afspraak tot 12.00 uur" in html


def test_de_naam_alleen_zet_de_locatie_onder_de_antwoorden(kcc: Client) -> None:
    html = zoek(kcc, "gemeentehuis").content.decode()
    assert html.index('value="gemeentehuis-open"') < html.index(RIJ)


def test_een_vraag_naar_iets_anders_noemt_de_locatie_niet(kcc: Client) -> None:
    for vraag in ("openingstijden", "paspoort gemeentehuis", "rijbewijs"):
        assert RIJ not in zoek(kcc, vraag).content.decode(), vraag


def test_de_locatie_zegt_adres_hoe_het_nu_is_de_week_en_de_uitzonderingen(kcc: Client) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        gelezen = tekst(kcc.get(ADRES))
    for verwacht in (
        "Gemeentehuis Sliedrecht Locatie",
        "Open zonder afspraak tot 12.00 uur",
        "Adres Burgemeesterplein 2 3361 AB Sliedrecht",
        "maandag (vandaag) 8.30 – 12.00 uur zonder afspraak; 13.00 – 16.30 uur op afspraak",
        "dinsdag gesloten",
        "Anders dan anders vrijdag 25 december",
        "De balie is op de begane grond.",
    ):
        assert verwacht in gelezen, verwacht


def test_ook_wie_meeleest_ziet_de_locatie(lokaal: Client) -> None:
    assert lokaal.get(ADRES).status_code == 200


def test_een_locatie_van_een_andere_gemeente_is_er_niet(kcc: Client) -> None:
    antwoord = kcc.get("/balie/dordrecht/_locatie/gemeentehuis/")
    assert antwoord.status_code == 404
    assert "Dit is er niet voor Dordrecht" in tekst(antwoord)
