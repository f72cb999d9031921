"""Plain-language warnings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.taalcheck import JARGON, Waarschuwing, waarschuwingen, zinnen


def test_een_gewone_tekst_geeft_geen_waarschuwing():
    tekst = "U vraagt een paspoort aan bij de gemeente. Neem uw oude paspoort mee.\n\n- Kom op tijd.\n- Betaal met pin."
    assert waarschuwingen(tekst) == []


@pytest.mark.parametrize(("aantal", "te_lang"), [(20, False), (21, True)])
def test_een_zin_met_meer_dan_twintig_woorden_is_lang(aantal, te_lang):
    zin = " ".join(["Woord"] + ["woord"] * (aantal - 1)) + "."
    gevonden = waarschuwingen(f"Kort. {zin} Kort.")
    assert bool(gevonden) == te_lang
    if te_lang:
        assert gevonden[0].melding == "Deze zin heeft 21 woorden. Maak er twee zinnen van."


def test_opsommingen_en_alineas_zijn_losse_zinnen():
    lijst = "\n".join(f"- een regel met precies zes woorden {nummer}" for nummer in range(8))
    assert waarschuwingen(lijst) == []


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Een. Twee! Drie? Vier", ["Een.", "Twee!", "Drie?", "Vier"]),
        ("Open van 8.30 tot 12.00 uur.", ["Open van 8.30 tot 12.00 uur."]),
        ("Neem bijv. Een pas mee.", ["Neem bijv. Een pas mee."]),
        ("een\ntwee", ["een", "twee"]),
        ("", []),
    ],
)
def test_zinnen_worden_herkend(tekst, verwacht):
    assert zinnen(tekst) == verwacht


@pytest.mark.parametrize("woord", JARGON)
def test_een_ambtelijk_woord_krijgt_een_gewoon_woord(woord):
    assert Waarschuwing(f"Schrijf liever “{JARGON[woord]}” dan “{woord}”.", woord) in waarschuwingen(
        f"U {woord} dit."
    )


def test_een_deel_van_een_woord_is_geen_ambtelijk_woord():
    assert waarschuwingen("De indiening en het mitsdien.") == []


@pytest.mark.parametrize("zin", ["Uw aanvraag wordt door ons behandeld.", "De kosten worden niet vergoed."])
def test_een_lijdende_zin_wordt_gemeld(zin):
    (melding,) = waarschuwingen(zin)
    assert melding.melding.startswith("Schrijf wie het doet")


def test_je_wordt_u():
    (melding,) = waarschuwingen("Neem je pas mee en jouw foto.")
    assert melding == Waarschuwing("Spreek de lezer aan met u, niet met je.", "je")


def test_opmaak_telt_niet_mee():
    assert waarschuwingen("**Indien** u [dit](https://a.example) leest.")[0].fragment == "Indien"


@given(st.text(max_size=200))
def test_elke_tekst_kan_worden_nagekeken(tekst):
    assert all(lid.melding for lid in waarschuwingen(tekst))
