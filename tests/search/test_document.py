from __future__ import annotations

from dataclasses import replace

import pytest

from redactie.veld import INTERNE_VELDEN, PUBLIEKE_VELDEN, Veld
from search.analyse.keten import LEEG, analyseer
from search.analyse.stam import stam
from search.document import LEEG_VELD, ZoekDocument, document_uit, gebrek, grafsteen
from search.velden import INTERNE_WOORDVELDEN, PER_GROEP, WOORDVELDEN, Groep, groep_van
from tests.search.hulp import balie_json, document, publiek


def test_document_heeft_id_versie_en_soort_van_de_publicatie() -> None:
    gemaakt = document("dordrecht", "paspoort", "Páspoort aanvragen", versie=7, soort="vraag")
    assert (gemaakt.id, gemaakt.versie, gemaakt.productsoort) == ("dordrecht/paspoort", 7, "vraag")
    assert (gemaakt.weg, gemaakt.titel_sleutel) == (False, "paspoort aanvragen")
    assert gebrek(gemaakt) == ""


def test_woorden_staan_in_de_velden_van_hun_groep() -> None:
    velden = document(
        "dordrecht",
        "grofvuil",
        "Grofvuil",
        samenvatting="Bel ons",
        trefwoorden=("oude bank", "matras"),
        upn=("grofvuil",),
        aanpak="Zet buiten",
        bezwaar="Schrijf een brief",
    ).velden
    assert velden["titel"] == "grofvuil"
    assert velden["titel_delen"] == "grof vuil"
    assert velden["titel_vormen"] == "grofvuil"
    assert velden["trefwoorden_vormen"] == "oude bank matras grofvuil"
    assert velden["samenvatting"] == "bel"
    assert velden["tekst"] == f"zet {stam('buiten')}"
    assert velden["rest"] == "schrijf brief"
    vormen = "grofvuil bel oude bank matras zet buiten schrijf brief"
    assert sorted(velden["vormen"].split()) == sorted(vormen.split())


@pytest.mark.parametrize("veld", list(Veld))
def test_elk_veld_komt_in_de_index_en_intern_alleen_in_interne_velden(veld: Veld) -> None:
    woord = f"x{list(Veld).index(veld)}9"  # a word without a stem
    if veld in INTERNE_VELDEN:
        gemaakt = document("dordrecht", "p", "Titel", balie=balie_json(**{veld.value: woord}))
    elif veld in (Veld.TITEL, Veld.SAMENVATTING):
        gemaakt = document("dordrecht", "p", woord, samenvatting=woord)
    else:
        gemaakt = document("dordrecht", "p", "Titel", **{veld.value: woord})
    waar = {naam for naam, woorden in gemaakt.velden.items() if woord in woorden}
    assert groep_van(veld).woorden in waar
    assert (waar <= set(INTERNE_WOORDVELDEN)) is (veld in INTERNE_VELDEN)
    assert (groep_van(veld) is Groep.INTERN) is (veld not in PUBLIEKE_VELDEN)


def test_intern_veld_dat_per_ongeluk_in_het_publieke_deel_staat_wordt_niet_geindexeerd() -> None:
    inhoud = publiek("dordrecht", "p", "Titel", interne_toelichting="geheimwoord")
    assert "geheimwoord" not in str(document_uit(inhoud, None, versie=1).velden)


def test_zonder_balie_deel_zijn_er_geen_interne_woorden() -> None:
    velden = document("dordrecht", "p", "Titel").velden
    assert {velden.get(naam, LEEG_VELD) for naam in INTERNE_WOORDVELDEN} == {LEEG_VELD}


def test_elk_woordveld_is_gevuld_met_iets_waar_geen_vraag_op_past() -> None:
    velden = document("dordrecht", "p", "Titel").velden
    assert set(PER_GROEP) <= set(velden)
    assert velden[Groep.REST.woorden] == LEEG_VELD
    assert analyseer(LEEG_VELD) == LEEG


def test_document_gebruikt_alleen_bekende_indexvelden() -> None:
    gemaakt = document(
        "dordrecht", "p", "Titel", samenvatting="Kort", balie=balie_json(uitvragen="Vraag dit")
    )
    assert set(gemaakt.velden) <= set(WOORDVELDEN)


def test_grafsteen_heeft_geen_woorden_en_is_in_orde() -> None:
    weg = grafsteen(bereik="dordrecht", sleutel="paspoort", versie=3)
    assert weg == ZoekDocument("dordrecht/paspoort", 3, "dordrecht", "paspoort", weg=True)
    assert gebrek(weg) == ""


def test_document_zonder_titel_is_niet_in_orde() -> None:
    assert (
        gebrek(replace(document("dordrecht", "p", "Titel"), titel_sleutel="")) == "een document zonder titel"
    )
