"""The owner of a flagged text hears of it by mail: to whom, once, again when it failed, and with nothing of people."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail

from kennisbank.melden.bericht import stuur_berichten
from kennisbank.models import Melding, Meldtoestand
from redactie.keuzes import Rol
from redactie.post.bezorgen import NOG_EENS
from tests.factories import GebruikerFactory
from tests.kennisbank.melden.conftest import GEMELD


@pytest.fixture(autouse=True)
def redacteuren(sliedrecht: Any) -> None:
    GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht, email="redacteur@sliedrecht.example")
    GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht, email="publicist@sliedrecht.example")
    GebruikerFactory(rol=Rol.CENTRAAL, email="centraal@regio.example")


def test_de_redacteuren_van_de_eigenaar_krijgen_een_keer_bericht(maak: Any) -> None:
    melding = maak()
    assert [stuur_berichten(), stuur_berichten()] == [1, 0]
    (brief,) = mail.outbox
    assert sorted(brief.bcc) == ["publicist@sliedrecht.example", "redacteur@sliedrecht.example"]
    assert brief.to == []
    assert brief.subject == "Klopt niet: Rijbewijs kwijt, kosten"
    assert "gezien aan de balie van Sliedrecht" in brief.body
    assert "uiterlijk maandag 23 november, 12.00 uur" in brief.body
    assert f"/redactie/meldingen/{melding.pk}/" in brief.body


def test_in_het_bericht_staat_niet_wie_meldde_en_niet_wat_die_schreef(maak: Any) -> None:
    melder = GebruikerFactory(rol=Rol.KCC, username="kees", last_name="Klantcontact")
    maak(melder=melder, opmerking="mevrouw Jansen zegt 52 euro")
    stuur_berichten()
    assert not any(woord in mail.outbox[0].body for woord in ("Jansen", "52 euro", "kees", "Klantcontact"))


def test_wat_van_de_regio_is_gaat_naar_de_centrale_redactie(van_de_regio: Melding) -> None:
    stuur_berichten()
    assert mail.outbox[0].bcc == ["centraal@regio.example"]


def test_heeft_een_gemeente_niemand_met_een_adres_dan_hoort_de_regio_het(maak: Any) -> None:
    maak(eigenaar="dordrecht", bereik="dordrecht")
    stuur_berichten()
    assert mail.outbox[0].bcc == ["centraal@regio.example"]


def test_een_bericht_dat_niet_weg_kan_gaat_later_nog_eens(maak: Any, monkeypatch: Any) -> None:
    def valt_uit(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    melding = maak()
    with time_machine.travel(GEMELD, tick=False) as klok:
        with monkeypatch.context() as even:
            even.setattr("django.core.mail.EmailMessage.send", valt_uit)
            assert stuur_berichten() == 0
        assert stuur_berichten() == 0  # not at once: the mail server needs a moment too
        klok.shift(NOG_EENS + timedelta(seconds=1))
        assert stuur_berichten() == 1
    melding.refresh_from_db()
    assert melding.bericht_op is not None


def test_wat_een_ander_proces_al_oppakte_gaat_er_niet_nog_eens_uit(maak: Any) -> None:
    with time_machine.travel(GEMELD, tick=False):
        maak(bericht_geprobeerd_op=GEMELD - timedelta(seconds=5))
        assert stuur_berichten() == 0


def test_over_wat_al_beantwoord_is_gaat_geen_bericht(maak: Any) -> None:
    maak(toestand=Meldtoestand.VERBETERD)
    assert stuur_berichten() == 0
    assert mail.outbox == []
