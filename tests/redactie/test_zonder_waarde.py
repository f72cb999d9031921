"""A token without a value: its block gives way to a fixed sentence, and there is an alarm."""

from dataclasses import replace

import pytest

from redactie.keuzes import GegevenSoort
from redactie.periode import Periode
from redactie.tokens import tokens_in
from redactie.veld import Veld
from tests.redactie.bouw import DORDRECHT, GISTEREN, gegeven, los_op
from tests.redactie.opgelost import BEDRAG_ONBEKEND, alarmtokens


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Dat kost {tarief:x}.", BEDRAG_ONBEKEND),
        ("Voor.\n\nDat kost\n{tarief:x} euro.\n\nNa.", f"Voor.\n\n{BEDRAG_ONBEKEND}\n\nNa."),
        ("- een\n- kost {tarief:x}\n- drie", f"- een\n- {BEDRAG_ONBEKEND}\n- drie"),
        ("1. een\n2. kost\n   {tarief:x}\n3. drie", f"1. een\n2. {BEDRAG_ONBEKEND}\n3. drie"),
        ("- kost {tarief:x}\n  - onder\n- na", f"- {BEDRAG_ONBEKEND}\n  - onder\n- na"),
        ("- boven\n  - kost {tarief:x}\n", f"- boven\n  - {BEDRAG_ONBEKEND}\n"),
        ("### Kosten: {tarief:x}\n\nTekst", f"\n{BEDRAG_ONBEKEND}\n\n\nTekst"),
        ("> Kost {tarief:x}\n\nTekst", f"> {BEDRAG_ONBEKEND}\n\nTekst"),
        (
            "| Wat | Prijs |\n| --- | --- |\n| Pas | {tarief:x} |\n| Foto | € 1 |",
            f"| Wat | Prijs |\n| --- | --- |\n| Pas | {BEDRAG_ONBEKEND} |\n| Foto | € 1 |",
        ),
        ("{tarief:x} en {tarief:x}", BEDRAG_ONBEKEND),
        ("{tarief:x} na {gegeven:y}", BEDRAG_ONBEKEND),
        ("{tarieven:g}", f"\n{BEDRAG_ONBEKEND}\n\n"),
        ("Na {gegeven:y}.", "Dit is nog niet bekend. Bel [14 078](tel:14078)."),
        ("[Bedrag {tarief:x}](https://a.example)", BEDRAG_ONBEKEND),
        ("Ga [hierheen]({gegeven:y}) nu.", "Ga hierheen nu."),
        ("Ga [naar {gemeente.naam}]({gegeven:y}) nu.", "Ga naar Dordrecht nu."),
    ],
)
def test_zonder_waarde_maakt_het_blok_plaats_voor_de_vaste_zin(tekst, verwacht):
    ingevuld, opgelost = los_op(tekst)
    assert ingevuld == verwacht
    assert alarmtokens(opgelost) == {token.naam for token in tokens_in(tekst)} - {"gemeente.naam"}
    assert {alarm.veld for alarm in opgelost.alarmen} == {Veld.KOSTEN}


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        (GegevenSoort.TEKST, "Dit is nog niet bekend."),
        (GegevenSoort.ADRES, "Dit adres is nog niet bekend."),
        (GegevenSoort.URL, "Dit internetadres is nog niet bekend."),
        (GegevenSoort.TELEFOON, "Dit telefoonnummer is nog niet bekend."),
        (GegevenSoort.E_MAIL, "Dit e-mailadres is nog niet bekend."),
        (GegevenSoort.TERMIJN, "Deze termijn is nog niet bekend."),
    ],
)
def test_de_vaste_zin_noemt_de_soort_van_een_verlopen_gegeven(soort, zin):
    oud = gegeven("x", "oude waarde", soort, periode=Periode(None, GISTEREN))
    tekst, _ = los_op("Zie {gegeven:x}.", oud)
    assert tekst == f"{zin} Bel [14 078](tel:14078)."


def test_zonder_telefoonnummer_noemt_de_vaste_zin_er_geen():
    stil = replace(DORDRECHT, telefoon="")
    assert los_op("Dat kost {tarief:x}.", gemeente=stil)[0] == "Dit bedrag is nog niet bekend."
    tekst, opgelost = los_op("Bel {gemeente.telefoon}.", gemeente=stil)
    assert tekst == "Dit telefoonnummer is nog niet bekend."
    assert alarmtokens(opgelost) == {"gemeente.telefoon"}
