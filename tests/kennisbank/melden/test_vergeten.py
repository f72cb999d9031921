"""Thirty days after the answer nothing says any more who flagged, and after 400 days the flag is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import time_machine
from django.core.management import call_command

from kennisbank.melden.vergeten import BEWAAR_MELDER, BEWAAR_MELDING, vergeet_melders
from kennisbank.models import Melding, Meldtoestand
from kennisbank.nevenwerk import registreer, vergeet_alles
from sync.nevenwerk import taken
from tests.kennisbank.melden.conftest import GEMELD

SECONDE = timedelta(seconds=1)


def test_dertig_dagen_na_het_antwoord_is_niet_meer_te_zien_wie_meldde(maak: Any) -> None:
    gesloten = maak(toestand=Meldtoestand.KLOPT, gesloten_op=GEMELD)
    nog_open = maak(plek="termijn")
    vergeet_melders(GEMELD + BEWAAR_MELDER)
    gesloten.refresh_from_db()
    assert gesloten.melder is not None
    vergeet_melders(GEMELD + BEWAAR_MELDER + SECONDE)
    gesloten.refresh_from_db()
    nog_open.refresh_from_db()
    assert gesloten.melder is None
    assert nog_open.melder is not None
    assert timedelta(days=30) == BEWAAR_MELDER


def test_na_vierhonderd_dagen_is_de_melding_weg(maak: Any) -> None:
    maak(toestand=Meldtoestand.VERBETERD, gesloten_op=GEMELD)
    maak(plek="termijn")
    vergeet_melders(GEMELD + BEWAAR_MELDING)
    assert Melding.objects.count() == 2
    vergeet_melders(GEMELD + BEWAAR_MELDING + SECONDE)
    assert Melding.objects.get().plek == "termijn"


def test_het_gebeurt_vanzelf_en_ook_op_verzoek(maak: Any) -> None:
    registreer()
    assert {taak.werk for taak in taken() if taak.naam == "vergeten"} == {vergeet_alles}
    maak(toestand=Meldtoestand.KLOPT, gesloten_op=GEMELD)
    with time_machine.travel(GEMELD + BEWAAR_MELDER + SECONDE, tick=False):
        call_command("vergeet", verbosity=0)
    assert Melding.objects.get().melder is None


def test_met_het_account_van_de_melder_gaat_de_melding_niet_weg(maak: Any) -> None:
    melding = maak()
    melding.melder.delete()
    melding.refresh_from_db()
    assert melding.melder is None
