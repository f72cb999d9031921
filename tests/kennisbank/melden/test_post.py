"""The mail about flags through a real mail server: what it gets, what happens when it is down or says no."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kennisbank.melden.bericht import stuur_berichten
from kennisbank.models import Melding
from redactie.keuzes import Berichtfout, Rol
from redactie.post.bezorgen import GEEN_POST, NOG_EENS
from tests.factories import GebruikerFactory
from tests.kennisbank.melden.conftest import GEMELD
from tests.keten.installatie import vrije_poort
from tests.postbus import postbus
from tests.redactie.cms.hulp import als

PAD = "/redactie/post/"
STAPJE = timedelta(seconds=1)


@pytest.fixture
def poort(settings: Any) -> int:
    """Where the mail server of this installation is; none listens there yet."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", vrije_poort()
    return int(settings.EMAIL_PORT)


@pytest.fixture(autouse=True)
def redacteur(sliedrecht: Any) -> Any:
    return GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht, email="redacteur@sliedrecht.example")


def toestand(melding: Melding) -> tuple[str, bool]:
    """Why it is not sent, and whether it is."""
    melding.refresh_from_db()
    return melding.bericht_fout, melding.bericht_op is not None


def lees(rol: Rol = Rol.BEHEERDER, pad: str = PAD) -> str:
    return str(als(rol).get(pad).content.decode())


def test_de_mailserver_krijgt_het_bericht_zonder_dat_de_een_de_ander_ziet(
    maak: Any, poort: int, sliedrecht: Any
) -> None:
    GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht, email="publicist@sliedrecht.example")
    maak(opmerking="mevrouw Jansen zegt 52 euro")
    with postbus(poort) as bus:
        assert stuur_berichten() == 1
    (brief,) = bus.brieven
    assert brief.van == "antwoord@localhost"
    assert brief.aan == ("publicist@sliedrecht.example", "redacteur@sliedrecht.example")
    assert brief.inhoud["Subject"] == "Klopt niet: Rijbewijs kwijt, kosten"
    assert "Geef antwoord of verbeter de tekst" in brief.inhoud.get_content()
    assert not any(woord in brief.inhoud.as_string() for woord in ("sliedrecht.example", "Jansen", "Bcc"))


def test_is_de_mailserver_er_niet_dan_gaat_het_later_alsnog_en_ziet_de_beheerder_dat(
    maak: Any, poort: int
) -> None:
    melding = maak()
    with time_machine.travel(GEMELD + STAPJE, tick=False) as klok:
        assert stuur_berichten() == 0
        assert toestand(melding) == (Berichtfout.ONBEREIKBAAR, False)
        blad = lees()
        assert "Niet alle mails zijn verstuurd." in blad
        assert "Er is geen verbinding met de mailserver" in blad
        assert "Sliedrecht" in blad
        assert f"Mailserver: 127.0.0.1:{poort}." in blad
        assert "1 mail kan niet weg." in lees(pad="/redactie/")
        with postbus(poort) as bus:
            assert stuur_berichten() == 0  # not at once
            klok.shift(NOG_EENS + STAPJE)
            assert stuur_berichten() == 1
            assert stuur_berichten() == 0
        assert len(bus.brieven) == 1
        assert toestand(melding) == ("", True)
        blad = lees()
        assert "Er wacht geen mail." in blad
        assert "De laatste mail ging weg op 23 november 2026, 10.02 uur." in blad
        assert "niet weg" not in lees(pad="/redactie/")


def test_een_server_die_er_niet_is_wordt_een_keer_geprobeerd_en_niet_per_melding(
    maak: Any, poort: int, monkeypatch: Any
) -> None:
    geopend = []

    def valt_uit(post: Any) -> None:
        geopend.append(post)
        raise TimeoutError

    monkeypatch.setattr("django.core.mail.backends.smtp.EmailBackend.open", valt_uit)
    meldingen = [maak(), maak(plek="meenemen")]
    assert stuur_berichten() == 0
    assert len(geopend) == 1
    assert [toestand(melding) for melding in meldingen] == [(Berichtfout.ONBEREIKBAAR, False)] * 2


def test_alle_berichten_gaan_in_een_gesprek_met_de_server(maak: Any, poort: int) -> None:
    for plek in ("kosten", "termijn", "meenemen"):
        maak(plek=plek)
    with postbus(poort) as bus:
        assert stuur_berichten() == 3
    assert (len(bus.brieven), bus.gesprekken) == (3, 1)


def test_wat_de_server_weigert_houdt_de_andere_niet_op(maak: Any, poort: int) -> None:
    GebruikerFactory(rol=Rol.CENTRAAL, email="centraal@regio.example")
    geweigerd, goed = maak(), maak(eigenaar="regio", plek="termijn")
    with postbus(poort, weigert=frozenset({"redacteur@sliedrecht.example"})) as bus:
        assert stuur_berichten() == 1
    assert [brief.aan for brief in bus.brieven] == [("centraal@regio.example",)]
    assert toestand(geweigerd) == (Berichtfout.GEWEIGERD, False)
    assert toestand(goed) == ("", True)
    assert "De mailserver neemt het bericht niet aan" in lees()


def test_heeft_niemand_een_adres_dan_wacht_het_tot_er_een_is(maak: Any, poort: int, redacteur: Any) -> None:
    redacteur.email = ""
    redacteur.save()
    melding = maak()
    with postbus(poort) as bus, time_machine.travel(GEMELD + STAPJE, tick=False) as klok:
        assert stuur_berichten() == 0
        assert toestand(melding) == (Berichtfout.GEEN_ADRES, False)
        assert "Er is geen redacteur met een e-mailadres" in lees()
        redacteur.email = "nieuw@sliedrecht.example"
        redacteur.save()
        klok.shift(NOG_EENS + STAPJE)
        assert stuur_berichten() == 1
    assert bus.brieven[0].aan == ("nieuw@sliedrecht.example",)


def test_zonder_mailserver_staat_dat_er_en_wordt_niets_verstuurd_genoemd(maak: Any, settings: Any) -> None:
    settings.EMAIL_BACKEND = GEEN_POST
    melding = maak()
    assert stuur_berichten() == 0
    assert toestand(melding) == ("", False)
    assert "Er is geen mailserver ingesteld." in lees()
    assert "niet weg" not in lees(pad="/redactie/")


def test_in_het_logboek_staat_geen_adres(maak: Any, poort: int, caplog: Any) -> None:
    maak()
    with postbus(poort, weigert=frozenset({"redacteur@sliedrecht.example"})):
        stuur_berichten()
    assert "geweigerd SMTPRecipientsRefused" in caplog.text
    assert "@" not in caplog.text


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEHEERDER])
def test_alleen_een_beheerder_ziet_hoe_het_met_de_mail_staat(
    maak: Any, poort: int, sliedrecht: Any, rol: Rol
) -> None:
    maak(bericht_fout=Berichtfout.ONBEREIKBAAR, bericht_geprobeerd_op=GEMELD)
    client = als(rol, sliedrecht if rol in (Rol.REDACTEUR, Rol.PUBLICIST) else None)
    antwoord = client.get(PAD)
    assert "mailserver" not in antwoord.content.decode()
    assert antwoord.status_code in (302, 404)
    assert "niet weg" not in client.get("/redactie/").content.decode()


def test_van_een_melding_staat_er_niets(maak: Any, poort: int) -> None:
    maak(bericht_fout=Berichtfout.GEWEIGERD, bericht_geprobeerd_op=GEMELD, opmerking="geheime opmerking")
    blad = lees()
    assert "De mailserver neemt het bericht niet aan" in blad
    assert not any(woord in blad for woord in ("Rijbewijs kwijt", "geheime opmerking"))


def test_het_scherm_kost_niet_meer_bij_meer_berichten(maak: Any, poort: int) -> None:
    client = als(Rol.BEHEERDER)
    maak(bericht_fout=Berichtfout.GEWEIGERD, bericht_geprobeerd_op=GEMELD)
    client.get(PAD)
    aantallen = []
    for plek in ("termijn", "meenemen"):
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(PAD)
        aantallen.append(len(gevraagd))
        maak(plek=plek, bericht_fout=Berichtfout.ONBEREIKBAAR, bericht_geprobeerd_op=GEMELD)
    # One for each of three kinds of mail; of the other ten eight are of signing in and Wagtail's own menu.
    assert aantallen[0] == aantallen[1] <= 13
