"""Periods: from before to, within the calendar, and never two at once."""

import pytest

from tests.redactie.invoer.hulp import AFWIJKING, PASPOORT, Regiomap

pytestmark = pytest.mark.django_db


def test_perioden_van_een_feit_overlappen_niet(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", "2026-01-01,2026-12-31", "2026-01-01,2027-01-01")
    assert regio.fouten() == ["gegevens.csv:4: Deze periode van “termijn-paspoort” overlapt met regel 3."]


def test_een_periode_overlapt_niet_met_wat_in_het_cms_blijft(ingelezen: Regiomap) -> None:
    ingelezen.vervang("gegevens.csv", "sliedrecht,termijn-paspoort,,termijn,7 werkdagen,,2027-01-01,\n", "")
    ingelezen.vervang("gegevens.csv", "2026-01-01,2026-12-31", "2026-01-01,2027-06-30")
    assert ingelezen.fouten() == [
        "gegevens.csv:3: Deze periode van “termijn-paspoort” overlapt met een periode in het CMS."
    ]
    assert ingelezen.fouten(verwijder=True) == []


def test_een_periode_eindigt_niet_voor_zij_begint(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", "2026-01-01,2026-12-31", "2026-12-31,2026-01-01")
    assert regio.fouten() == ["gegevens.csv:3: De laatste dag ligt vóór de eerste."]


def test_twee_afwijkingen_gelden_niet_op_dezelfde_dag(regio: Regiomap) -> None:
    regio.vervang(AFWIJKING, "wijze: verbergen, reden", "wijze: verbergen, vanaf: 2026-06-01, reden")
    regio.vervang(AFWIJKING, "daarna: {w", "termijn2: {w")
    regio.vervang(
        AFWIJKING,
        "termijn: {wijze: vervangen, soort: uitvoerder, reden: Bezorging aan huis}",
        "termijn:\n    - {wijze: vervangen, reden: A}\n    - {wijze: verbergen, vanaf: 2026-06-01, reden: B}",
    )
    regio.vervang(AFWIJKING, "  termijn2: {wijze: verbergen, vanaf: 2026-06-01, reden: Wij bezorgen}\n", "")
    regio.vervang(AFWIJKING, "# termijn\n", "# termijn (vervangen)\n")
    regel = regio.regel_van(AFWIJKING, "reden: B}")
    assert regio.fouten() == [
        f"{AFWIJKING}:{regel}: Twee afwijkingen van “termijn” gelden op dezelfde dag: vervangen en verbergen."
    ]


def test_een_mededeling_eindigt_niet_voor_zij_begint(regio: Regiomap) -> None:
    regio.vervang("mededelingen.csv", "2026-12-14,2026-12-25", "2026-12-14,2026-12-13")
    assert regio.fouten() == ["mededelingen.csv:2: Het einde ligt vóór het begin."]


def test_na_het_einde_van_een_product_gaat_geen_tekst_in(regio: Regiomap) -> None:
    regio.vervang(PASPOORT, "vaste_velden: [bezwaar]", "vaste_velden: [bezwaar]\nvervalt_op: 2027-01-01")
    assert regio.fouten() == [
        f"{PASPOORT}:{regio.regel_van(PASPOORT, 'veld: daarna')}: Dit product is dan al vervallen."
    ]


def test_datums_buiten_de_kalender_zijn_fouten(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", "2027-01-01,", "0001-01-01,9999-12-31")
    assert [fout for fout in regio.fouten() if "datum" in fout] == [
        "gegevens.csv:4: “0001-01-01” is geen datum (JJJJ-MM-DD).",
        "gegevens.csv:4: “9999-12-31” is geen datum (JJJJ-MM-DD).",
    ]
