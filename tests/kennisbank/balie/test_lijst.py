"""The list of the desk: what a row says, what was corrected, and what to do when nothing is found."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from search.keuze import motor
from tests.kennisbank.balie.zoals_gelezen import tekst, zoek

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]


def test_een_rij_zegt_gemeente_soort_en_status(kcc: Client) -> None:
    gelezen = tekst(zoek(kcc, "rijbewijs geldig"))
    assert "? Hoe lang is mijn rijbewijs geldig? Sliedrecht · vraag" in gelezen
    assert "Huisnummer aanvragen Sliedrecht · valt onder iets anders" in tekst(zoek(kcc, "huisnummer"))


def test_de_lijst_zegt_hoeveel_en_hoe_oud(kcc: Client) -> None:
    assert re.search(r"\b2 treffers · \d+ ms", tekst(zoek(kcc, "rijbewijs")))
    assert "leeftijd van de index onbekend" in tekst(zoek(kcc, "rijbewijs"))


def test_niets_gevonden_zegt_wat_te_doen(kcc: Client) -> None:
    assert "Niets gevonden voor Sliedrecht. Probeer een ander of een korter woord." in tekst(
        zoek(kcc, "xyzzyqwert")
    )


def test_een_typefout_wordt_verbeterd_en_gezegd(kcc: Client) -> None:
    assert "Gezocht op paspoort. Zoek op “paspoprt”" in tekst(zoek(kcc, "paspoprt"))


def test_wie_letterlijk_zoekt_krijgt_geen_verbetering_en_kan_terug(kcc: Client) -> None:
    letterlijk = tekst(zoek(kcc, "paspoprt", letterlijk="paspoprt"))
    assert "Niets gevonden" in letterlijk
    assert "Gezocht op precies wat u typte. Zoek ook wat erop lijkt" in letterlijk
    terug = kcc.post("/balie/sliedrecht/", {"vraag": "paspoprt", "letterlijk": ["paspoprt", ""]})
    assert "Gezocht op paspoort." in tekst(terug)


def test_letterlijk_geldt_alleen_voor_die_vraag(kcc: Client) -> None:
    assert "Gezocht op paspoort." in tekst(zoek(kcc, "paspoprt", letterlijk="rijbewijs"))
    assert "Gezocht op precies" not in tekst(zoek(kcc, "", letterlijk=""))


def test_een_treffer_openen_laat_een_letterlijke_vraag_letterlijk(kcc: Client) -> None:
    html = zoek(kcc, "rijbewys kwijt", letterlijk="rijbewys kwijt").content.decode()
    assert '<input type="hidden" form="vraagformulier" name="letterlijk" value="rijbewys kwijt">' in html


def test_meer_verbeterde_woorden_staan_samen_op_een_knop(kcc: Client) -> None:
    assert "Gezocht op paspoort en aanvragen. Zoek op “paspoprt” en “aanvragne”" in tekst(
        zoek(kcc, "paspoprt aanvragne")
    )


def test_een_lege_vraag_zoekt_niet(kcc: Client) -> None:
    assert "Typ de vraag van de beller." in tekst(zoek(kcc, "   "))


def test_zonder_zoekmachine_zegt_de_balie_dat_en_vindt_op_titel(
    kcc: Client, settings: Any, tmp_path: Any
) -> None:
    settings.ANTWOORD_INDEX = tmp_path / "weg"
    gelezen = tekst(zoek(kcc, "rijbewijs kwijt"))
    assert "De zoekmachine antwoordt niet." in gelezen
    assert "Rijbewijs kwijt Sliedrecht" in gelezen
    assert motor().active() is None
