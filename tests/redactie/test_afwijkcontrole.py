"""Advice about an own text: equal to the region's, an amount typed by hand, a sentence that stands there already."""

from __future__ import annotations

import pytest

from redactie.afwijkcontrole import Opmerkingsoort, opmerkingen, zinnen
from redactie.keuzes import AfwijkingWijze
from redactie.veld import Veld

REGIO = {
    Veld.KOSTEN: "U betaalt {tarief:paspoort}. U kunt met pin of contant betalen.",
    Veld.MEENEMEN: "- een pasfoto die niet ouder is dan 6 maanden\n- uw oude paspoort",
}
VERVANGEN, ERNA = AfwijkingWijze.VERVANGEN, AfwijkingWijze.ERNA


def soorten(wijze: AfwijkingWijze, tekst: str) -> list[tuple[Opmerkingsoort, str]]:
    return [(lid.soort, lid.fragment) for lid in opmerkingen(Veld.KOSTEN, wijze, tekst, REGIO)]


def test_een_gelijke_tekst_in_de_plaats_is_geen_eigen_tekst() -> None:
    gelijk = "U betaalt {tarief:paspoort}.\nU kunt met pin of contant  betalen."
    assert soorten(VERVANGEN, gelijk) == [(Opmerkingsoort.GELIJK, "")]


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [
        ("Bij ons kost dat € 12,50 extra.", "€ 12,50"),
        ("Bij ons kost dat €12 extra.", "€12"),
        ("Bij ons kost dat 15 euro extra.", "15 euro"),
        ("Bij ons kost dat € 1.234,50.", "€ 1.234,50"),
    ],
)
def test_een_bedrag_met_de_hand(tekst: str, bedrag: str) -> None:
    assert soorten(VERVANGEN, tekst) == [(Opmerkingsoort.BEDRAG, bedrag)]


@pytest.mark.parametrize("tekst", ["Dat kost {tarief:paspoort} extra.", "Na 5 werkdagen, op kamer 12.", ""])
def test_een_genoemd_tarief_of_een_ander_getal_is_geen_bedrag(tekst: str) -> None:
    assert soorten(VERVANGEN, tekst) == []


def test_een_zin_die_de_regio_al_zegt() -> None:
    erbij = "u kunt met pin of contant betalen! Neem **uw oude pas** mee."
    assert soorten(ERNA, erbij) == [(Opmerkingsoort.HERHALING, "u kunt met pin of contant betalen!")]
    elders = "Neem mee: niets.\n\n* een pasfoto die niet ouder is dan 6 maanden"
    melding = opmerkingen(Veld.KOSTEN, VERVANGEN, elders, REGIO)
    assert [lid.melding for lid in melding] == ["De regio zegt dit al, bij “Wat hebt u nodig?”."]


def test_wie_vervangt_mag_een_zin_van_dat_veld_houden_maar_niet_allemaal() -> None:
    assert soorten(VERVANGEN, "U kunt met pin of contant betalen. Het is bij ons goedkoper.") == []
    [opmerking] = opmerkingen(
        Veld.MEENEMEN, VERVANGEN, f"{REGIO[Veld.MEENEMEN]}\n- een brief van uw ouders of voogd", REGIO
    )
    assert "Zet alleen wat u toevoegt ervoor of erna." in opmerking.melding


def test_een_korte_zin_is_geen_herhaling_en_wie_verbergt_herhaalt_niets() -> None:
    assert zinnen("Kom langs. Neem uw paspoort en pinpas mee.") == ["Neem uw paspoort en pinpas mee."]
    assert opmerkingen(Veld.KOSTEN, AfwijkingWijze.VERBERGEN, "", REGIO) == []
