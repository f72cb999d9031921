"""What a caller gets on paper: the public facts, and by type nothing else."""

from __future__ import annotations

import subprocess
import sys
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from kennisbank.balie.inhoud import PubliekeInhoud
from kennisbank.balie.meegeven import LANGSTE_ADRES, Afzender, meegeven

AFZENDER = Afzender(
    "Gemeente Sliedrecht", "Burgerzaken", "14 078", "https://sliedrecht.example/product/kopie/"
)


def publiek(**rest: Any) -> PubliekeInhoud:
    velden = {
        "meenemen": "- Uw paspoort.",
        "kosten": "Een kopie kost €\N{NO-BREAK SPACE}9,00.",
        "inleiding": "Een kopie van een akte.",
    }
    return PubliekeInhoud(
        {
            "status": "aangeboden",
            "status_toelichting": "",
            "status_html": "",
            "kanalen": [{"label": "Vraag aan", "adres": "https://sliedrecht.example/vraag-aan"}],
            "talen": {
                "nl": {
                    "titel": "Kopie van een akte",
                    "samenvatting": "U vraagt een kopie aan.",
                    "velden": [
                        {"veld": veld, "tekst": tekst, "html": f"<p>{tekst}</p>"}
                        for veld, tekst in velden.items()
                    ],
                }
            },
            **rest,
        }
    )


def test_de_feiten_als_tekst_in_de_volgorde_waarin_bellers_ze_vragen() -> None:
    assert meegeven(publiek(), AFZENDER).tekst == (
        "Kopie van een akte\nGemeente Sliedrecht\n\n"
        "U vraagt een kopie aan.\n\n"
        "Kosten\nEen kopie kost € 9,00.\n\n"
        "Wat hebt u nodig?\n- Uw paspoort.\n\n"
        "Direct regelen\n- Vraag aan: https://sliedrecht.example/vraag-aan\n\n"
        "Meer informatie: https://sliedrecht.example/product/kopie/\nVragen? Burgerzaken: 14 078"
    )


def test_als_html_staan_dezelfde_feiten_er_ontsmet() -> None:
    html = meegeven(publiek(), Afzender("A & B", "", "", "")).html
    assert html.startswith("<p><strong>Kopie van een akte</strong><br>A &amp; B</p>")
    assert "<p><strong>Kosten</strong></p><p>Een kopie kost €\N{NO-BREAK SPACE}9,00.</p>" in html


def test_de_mail_heeft_een_onderwerp_en_dezelfde_tekst() -> None:
    gegeven = meegeven(publiek(), AFZENDER)
    delen = parse_qs(urlsplit(gegeven.mailto).query)
    assert gegeven.mailto.startswith("mailto:?subject=")
    assert delen["subject"] == ["Kopie van een akte (Gemeente Sliedrecht)"]
    assert delen["body"] == [gegeven.tekst.replace("\n", "\r\n")]


def test_een_lange_mail_houdt_hele_delen_en_verwijst_naar_de_rest() -> None:
    inhoud = publiek()
    inhoud["talen"]["nl"]["velden"][0]["tekst"] = "- Uw paspoort.\n" * 200
    gegeven = meegeven(inhoud, AFZENDER)
    brief = unquote(gegeven.mailto)
    assert len(gegeven.mailto) <= LANGSTE_ADRES
    assert "Een kopie kost € 9,00." in brief
    assert "Uw paspoort" not in brief
    assert "Lees verder: https://sliedrecht.example/product/kopie/" in brief
    assert "Uw paspoort" in gegeven.tekst


def test_waar_het_niet_wordt_aangeboden_gaat_alleen_mee_waarheen() -> None:
    tekst = meegeven(
        publiek(status="niet_aangeboden", status_toelichting="Vraag het in Dordrecht."), AFZENDER
    ).tekst
    assert "Vraag het in Dordrecht." in tekst
    assert "9,00" not in tekst


FOUT = """
from kennisbank.balie.inhoud import BalieInhoud, PubliekeInhoud
from kennisbank.balie.meegeven import Afzender, meegeven
afzender = Afzender("", "", "", "")
goed = meegeven(PubliekeInhoud({}), afzender)
fout = meegeven(BalieInhoud({}), afzender)
kaal = meegeven({}, afzender)
"""


@pytest.mark.traag
def test_het_type_laat_geen_interne_inhoud_toe() -> None:
    uitkomst = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--config-file=",
            "--no-incremental",
            "--cache-dir=/dev/null",
            "-c",
            FOUT,
        ],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    fouten = [regel for regel in uitkomst.stdout.splitlines() if "error:" in regel]
    assert [regel.split(":")[1] for regel in fouten] == ["6", "7"], uitkomst.stdout
    assert all('expected "PubliekeInhoud"' in regel for regel in fouten)


ANTWOORD = "/balie/sliedrecht/rijbewijs-kwijt/"
INTERN = ("vlekkenpers", "zonneklepje", "dienstdoende", "770 26 21", "Gestolen of kwijt")


@pytest.mark.django_db
@pytest.mark.usefixtures("balie")
def test_geen_intern_woord_in_wat_wordt_gekopieerd_of_gemaild(kcc: Client) -> None:
    html = kcc.get(ANTWOORD).content.decode()
    handelingen = html[html.index('<section class="handelingen"') :]
    handelingen = unquote(handelingen[: handelingen.index("</section>")])
    bladzijde = unquote(kcc.get(f"{ANTWOORD}meegeven/").content.decode())
    for woord in INTERN:
        assert woord in html.replace("\N{NO-BREAK SPACE}", " "), woord
        assert woord not in handelingen.replace("\N{NO-BREAK SPACE}", " "), woord
        assert woord not in bladzijde.replace("\N{NO-BREAK SPACE}", " "), woord
    assert "49,00, alleen met pin." in handelingen
    assert "Vragen? Burgerzaken: 14 078" in bladzijde


@pytest.mark.django_db
@pytest.mark.usefixtures("balie")
def test_de_weblink_is_die_van_de_gemeente_van_de_beller(kcc: Client) -> None:
    link = "http://{}.localhost/product/rijbewijs-kwijt/"
    sliedrecht = kcc.get(ANTWOORD).content.decode()
    assert f'<template id="kopie-link">{link.format("sliedrecht")}</template>' in sliedrecht
    assert link.format("dordrecht") not in sliedrecht
    regio = kcc.get("/balie/regio/rijbewijs-kwijt/").content.decode()
    assert 'data-kopie="link"' not in regio
    assert (
        "De regio heeft geen eigen website."
        in kcc.get("/balie/regio/rijbewijs-kwijt/meegeven/").content.decode()
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("balie")
def test_meegeven_alleen_voor_wie_aan_die_balie_staat(lokaal: Client) -> None:
    assert lokaal.get(f"{ANTWOORD}meegeven/").status_code == 200
    assert lokaal.get("/balie/dordrecht/rijbewijs-kwijt/meegeven/").status_code == 404
    assert lokaal.get("/balie/sliedrecht/bestaat-niet/meegeven/").status_code == 404
    assert Client().get(f"{ANTWOORD}meegeven/").status_code == 302
