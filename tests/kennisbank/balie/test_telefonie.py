"""Who may choose the municipality of a caller by a link, and that everything else comes out at choosing oneself."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from redactie.settings.omgeving import OmgevingFout, lees
from tests.kennisbank.balie.zoals_gelezen import tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]

CENTRALE = "https://telefonie.drechtsteden.example"
LINK = "/balie/?gemeente=sliedrecht&product=rijbewijs-kwijt"
ZELF = "/balie/regio/?kies=1"


@pytest.fixture(autouse=True)
def _centrale(settings: Any) -> None:
    settings.ANTWOORD_TELEFONIE = frozenset({CENTRALE})


def waarheen(client: Client, link: str = LINK, **koppen: str) -> str:
    return str(client.get(link, headers=koppen).headers["Location"])


@pytest.mark.parametrize(
    "koppen",
    [
        {"Referer": f"{CENTRALE}/gesprek?nummer=0612345678", "Sec-Fetch-Site": "cross-site"},
        {"Referer": f"{CENTRALE}/"},
        {"Referer": CENTRALE.upper()},
        {"Origin": CENTRALE},
        {"Sec-Fetch-Site": "same-origin"},
        {"Referer": "http://testserver/balie/regio/"},
    ],
)
def test_de_centrale_en_de_balie_zelf_mogen_kiezen(kcc: Client, koppen: dict[str, str]) -> None:
    assert waarheen(kcc, **koppen) == "/balie/sliedrecht/rijbewijs-kwijt/"


@pytest.mark.parametrize(
    "koppen",
    [
        {},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Referer": "https://kwaad.example/"},
        {"Referer": f"{CENTRALE}.kwaad.example/"},
        {"Referer": f"https://kwaad.example/{CENTRALE}"},
        {"Referer": f"https://x@{CENTRALE.removeprefix('https://')}/"},
        {"Referer": CENTRALE.replace("https", "http")},
        {"Referer": f"{CENTRALE}:8443/"},
        {"Referer": "http://["},
        {"Origin": "null", "Referer": f"{CENTRALE}/"},
        {"Origin": "https://kwaad.example", "Referer": f"{CENTRALE}/"},
    ],
)
def test_wie_niet_te_controleren_is_kiest_niets(kcc: Client, koppen: dict[str, str]) -> None:
    assert waarheen(kcc, **koppen) == ZELF


def test_zonder_lijst_mag_niemand_anders(kcc: Client, settings: Any) -> None:
    settings.ANTWOORD_TELEFONIE = frozenset()
    assert waarheen(kcc, Referer=f"{CENTRALE}/") == ZELF


def test_het_scherm_zegt_dat_er_nog_gekozen_moet_worden(kcc: Client) -> None:
    gelezen = tekst(kcc.get(LINK, follow=True))
    assert "De gemeente uit de link is niet overgenomen. Kies zelf de gemeente van de beller" in gelezen
    assert "niet overgenomen" not in tekst(kcc.get("/balie/regio/"))


@pytest.mark.parametrize("gemeente", ["atlantis", "//kwaad.example", "", "../redactie"])
def test_een_gemeente_die_er_niet_is_wordt_niet_gekozen(kcc: Client, gemeente: str) -> None:
    assert waarheen(kcc, f"/balie/?gemeente={gemeente}", Referer=f"{CENTRALE}/") == ZELF


def test_een_gemeente_waarvoor_deze_medewerker_niet_antwoordt_ook_niet(lokaal: Client) -> None:
    assert waarheen(lokaal, "/balie/?gemeente=dordrecht", Referer=f"{CENTRALE}/") == ZELF
    assert waarheen(lokaal, "/balie/?gemeente=Slied", Referer=f"{CENTRALE}/") == "/balie/sliedrecht/"


def test_een_product_dat_geen_product_kan_zijn_telt_niet(kcc: Client) -> None:
    link = "/balie/?gemeente=sliedrecht&product=../../redactie"
    assert waarheen(kcc, link, Referer=f"{CENTRALE}/") == "/balie/sliedrecht/"


def test_een_naam_telt_zoals_hij_getypt_wordt(kcc: Client) -> None:
    for naam in ("Sliedrecht", " sliedrecht ", "slied"):
        assert waarheen(kcc, f"/balie/?gemeente={naam}", **{"Sec-Fetch-Site": "same-origin"}) == (
            "/balie/sliedrecht/"
        )


def test_wie_nog_moet_aanmelden_komt_daarna_bij_de_beller(client: Client) -> None:
    assert waarheen(client, Referer=f"{CENTRALE}/") == (
        "/balie/aanmelden/?next=/balie/sliedrecht/rijbewijs-kwijt/"
    )
    assert waarheen(client, Referer="https://kwaad.example/") == "/balie/aanmelden/?next=/balie/"


@pytest.mark.parametrize(
    "waarde", ["telefonie.nl", "https://a.nl/", "https://a.nl/pad", "ftp://a.nl", "https://A.nl"]
)
def test_een_instelling_die_geen_herkomst_is_wordt_geweigerd(waarde: str) -> None:
    with pytest.raises(OmgevingFout, match="is geen herkomst"):
        lees({"ANTWOORD_TELEFONIE": f"https://goed.nl, {waarde}"})
    assert lees({"ANTWOORD_TELEFONIE": "https://a.nl:8443,http://b.nl"}).telefonie == (
        "https://a.nl:8443",
        "http://b.nl",
    )
