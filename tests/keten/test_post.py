"""The mail about a flag by the process that publishes, with the settings of an installation and a real mail server."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from redactie.post.bezorgen import NOG_EENS
from tests.keten.delen import draai, op_klok, sync, vul
from tests.keten.installatie import vrije_poort, wacht_tot
from tests.keten.klok import Klok
from tests.postbus import postbus

pytestmark = pytest.mark.traag
GEDULD = 60.0
MELD = """
import django; django.setup()
from django.utils import timezone
from kennisbank.balie.publicaties import haal_product
from kennisbank.melden.vastleggen import meld
from redactie.keuzes import Rol
from tests.factories import GebruikerFactory
GebruikerFactory(rol=Rol.CENTRAAL, email="centraal@regio.example")
melder = GebruikerFactory(rol=Rol.KCC)
meld(haal_product("sliedrecht", "paspoort-aanvragen"), "kosten", "", melder, timezone.localtime())
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An agent flagged a text of the region."""
    vul(tmp_path)
    draai(tmp_path, "-c", MELD)
    return tmp_path


def waarom_niet(data: Path) -> str:
    with closing(sqlite3.connect(f"file:{data / 'antwoord.sqlite3'}?mode=ro", uri=True)) as verbinding:
        return str(verbinding.execute("SELECT bericht_fout FROM kennisbank_melding").fetchone()[0])


def test_de_eigenaar_krijgt_mail_zodra_de_mailserver_er_weer_is(data: Path) -> None:
    klok, poort = Klok(data / "klok"), vrije_poort()
    klok.bestand.write_text("0", "ascii")
    post = {"ANTWOORD_SMTP": f"127.0.0.1:{poort}", "ANTWOORD_AFZENDER": "antwoord@regio.example"}
    with sync(data, op_klok(klok) | post):
        wacht_tot(lambda: waarom_niet(data) == "onbereikbaar", GEDULD, "er is geen poging gedaan")
        with postbus(poort) as bus:
            klok.zet(klok.nu() + NOG_EENS + timedelta(minutes=1))
            wacht_tot(lambda: bool(bus.brieven), GEDULD, "er komt geen mail")
            wacht_tot(lambda: waarom_niet(data) == "", GEDULD, "de fout blijft staan")
    (brief,) = bus.brieven
    assert (brief.van, brief.aan) == ("antwoord@regio.example", ("centraal@regio.example",))
    assert brief.inhoud["Subject"] == "Klopt niet: Paspoort aanvragen, kosten"
    assert "/redactie/meldingen/1/" in brief.inhoud.get_content()
