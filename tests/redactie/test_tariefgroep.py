"""A group of tariffs: a table of the rows that hold now, in their order."""

from redactie.keuzes import Herkomst
from redactie.oplossen import Alarm
from redactie.opmaak import naar_html
from redactie.periode import Periode, begin_van
from redactie.veld import Veld
from tests.redactie.bouw import GISTEREN, MORGEN, los_op, tarief
from tests.redactie.opgelost import BEDRAG_ONBEKEND, GROEP, alarmtokens, feit


def test_een_groep_wordt_een_tabel_op_volgorde_van_nummer_en_sleutel():
    tekst, opgelost = los_op("U betaalt:\n{tarieven:g}\nmet pin.", *GROEP)
    assert tekst == (
        "U betaalt:\n\n| Omschrijving | Bedrag |\n| --- | --- |\n| Eerste \\(vanaf 18 jaar\\) | € 83,87 |\n"
        "| Tweede | € 10,00 |\n| Spoed | € 57,85 toeslag |\n\nmet pin."
    )
    gebruikt = feit(opgelost, "tarieven:g")
    assert (gebruikt.herkomst, gebruikt.ids) == (Herkomst.GEMENGD, (2, 1, 3))
    assert naar_html(tekst).count("<tr>") == 4


def test_een_groep_midden_in_een_zin_wordt_een_opsomming():
    tekst, _ = los_op("Dat kost {tarieven:g}.", *GROEP)
    assert tekst == "Dat kost Eerste \\(vanaf 18 jaar\\): € 83,87; Tweede: € 10,00; Spoed: € 57,85 toeslag."


def test_een_groep_in_een_lijst_blijft_een_tabel():
    tekst, _ = los_op("- Kosten:\n\n    {tarieven:g}\n\n- Klaar", *GROEP)
    html = naar_html(tekst)
    assert html.index("<li>") < html.index("<table>") < html.index("</li>")


def test_een_rij_zonder_bedrag_zegt_dat_en_geeft_alarm():
    verlopen = tarief("d", "5", "Vierde", groep="g", volgorde=9, periode=Periode(None, GISTEREN))
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, verlopen)
    assert f"| Vierde | {BEDRAG_ONBEKEND} |" in tekst
    assert "5,00 |" not in tekst.replace("€ 57,85", "")
    assert opgelost.alarmen == (Alarm("tarief:d", Veld.KOSTEN, "geen tarief dat nu geldt"),)


def test_een_tarief_dat_nog_moet_beginnen_staat_er_nog_niet():
    straks = tarief("d", "5", "Vierde", groep="g", periode=Periode(MORGEN, None))
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, straks)
    assert "Vierde" not in tekst
    assert opgelost.alarmen == ()
    assert opgelost.opnieuw_op == begin_van(MORGEN)


def test_een_eigen_tarief_dat_nog_moet_beginnen_verbergt_dat_van_de_regio_niet_stil():
    straks = tarief("a", "5", "Eerste", groep="g", gemeente="dordrecht", periode=Periode(MORGEN, None))
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, straks)
    assert f"| Eerste | {BEDRAG_ONBEKEND} |" in tekst
    assert alarmtokens(opgelost) == {"tarief:a"}


def test_een_eigen_rij_zonder_groep_vervangt_de_rij_van_de_regio():
    eigen = tarief("a", "80", "Eerste, hier", gemeente="dordrecht", volgorde=1)
    tekst, _ = los_op("{tarieven:g}", *GROEP, eigen)
    assert "| Eerste, hier | € 80,00 |" in tekst
    assert "83,87" not in tekst


def test_een_concept_staat_niet_in_een_groep():
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, tarief("d", "9", "Geheim", groep="g", vastgesteld=False))
    assert "Geheim" not in tekst
    assert opgelost.alarmen == ()
