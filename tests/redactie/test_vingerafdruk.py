"""The normalised fingerprint: what alters it and what does not."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.vingerafdruk import genormaliseerd, vingerafdruk, zelfde

TEKST = """Voor een *café* hebt u een **vergunning** nodig. U vraagt die aan
bij de gemeente.

### Wat u meestuurt

- een plattegrond
- een [uittreksel](https://www.kvk.nl/uittreksel)
    - niet ouder dan 3 maanden
- {gegeven:termijn}

1. Vul het formulier in.
2. Betaal {tarief:horeca}.

| Soort | Prijs |
| --- | --- |
| Groot | € 10 |
"""


def _gevallen(*paren):
    return pytest.mark.parametrize("ander", [pytest.param(ander, id=naam) for naam, ander in paren])


@_gevallen(
    ("regeleinden van Windows", TEKST.replace("\n", "\r\n")),
    ("regeleinden van een oude Mac", TEKST.replace("\n", "\r")),
    ("spaties aan het eind", TEKST.replace("\n", "   \n")),
    ("lege regels erbij", "\n\n" + TEKST.replace("\n\n", "\n\n\n\n") + "\n\n"),
    ("dubbele spaties", TEKST.replace(" u ", "  u   ")),
    ("vaste spaties", TEKST.replace(" een ", "\xa0een\xa0")),
    ("losse accenten", unicodedata.normalize("NFD", TEKST)),
    ("een ster als lijstteken", re.sub(r"(?m)^( *)- ", r"\1* ", TEKST)),
    ("een plus als lijstteken", re.sub(r"(?m)^( *)- ", r"\1+ ", TEKST)),
    ("nadruk met lage streepjes", TEKST.replace("**", "__").replace("*café*", "_café_")),
    ("nummers met een haakje", TEKST.replace("1. ", "1) ").replace("2. ", "2) ")),
    ("allemaal nummer 1", TEKST.replace("2. ", "1. ")),
    ("een kop met hekjes erachter", TEKST.replace("meestuurt", "meestuurt ###")),
    ("een kop zonder lege regel", TEKST.replace("meestuurt\n\n", "meestuurt\n")),
    ("anders afgebroken regels", TEKST.replace("aan\nbij", "aan bij").replace("een **", "een\n**")),
    ("ruime lijst", TEKST.replace("\n2. ", "\n\n2. ").replace("\n- {", "\n\n- {")),
    ("twee spaties inspringen", TEKST.replace("    - niet", "  - niet")),
    ("tabel zonder randen", re.sub(r"(?m)^\| (.*) \|$", r"\1", TEKST)),
)
def test_opmaak_die_niets_zegt_verandert_niets(ander):
    assert ander != TEKST
    assert genormaliseerd(ander) == genormaliseerd(TEKST)
    assert vingerafdruk(ander) == vingerafdruk(TEKST)


def test_een_onderstreepte_kop_is_dezelfde_als_een_met_hekjes():
    assert vingerafdruk("Kosten\n---\n\nGratis") == vingerafdruk("## Kosten\n\nGratis")


def _gevallen(*paren):
    return pytest.mark.parametrize("ander", [pytest.param(ander, id=naam) for naam, ander in paren])


@_gevallen(
    ("een woord", TEKST.replace("formulier", "papier")),
    ("een letter", TEKST.replace("café", "cafe")),
    ("een hoofdletter", TEKST.replace("Betaal", "betaal")),
    ("een getal", TEKST.replace("3 maanden", "4 maanden")),
    ("een leesteken", TEKST.replace("nodig.", "nodig?")),
    ("het doel van een link", TEKST.replace("kvk.nl/uittreksel", "kvk.nl/inzien")),
    ("een link weg", TEKST.replace("[uittreksel](https://www.kvk.nl/uittreksel)", "uittreksel")),
    ("een lijstitem weg", TEKST.replace("- een plattegrond\n", "")),
    (
        "lijstitems omgewisseld",
        TEKST.replace("1. Vul", "1. X").replace("2. Betaal", "2. Vul").replace("X", "Betaal"),
    ),
    ("twee lijstitems worden één", TEKST.replace("- {gegeven", "{gegeven")),
    ("een niveau minder", TEKST.replace("    - niet", "- niet")),
    ("een genummerde lijst wordt een met punten", re.sub(r"(?m)^\d\. ", "- ", TEKST)),
    ("een lijst wordt lopende tekst", re.sub(r"(?m)^\d\. ", "", TEKST)),
    ("een ander token", TEKST.replace("{tarief:horeca}", "{tarief:terras}")),
    ("een token wordt een bedrag", TEKST.replace("{tarief:horeca}", "€ 100")),
    ("een bedrag in een tabel", TEKST.replace("€ 10", "€ 11")),
    ("een kop wordt een alinea", TEKST.replace("### ", "")),
    ("aan elkaar geschreven", TEKST.replace("meestuurt", "mee stuurt")),
    ("nadruk midden in een woord verplaatst", TEKST.replace("**vergunning**", "**ver**gunning")),
)
def test_wat_iets_zegt_verandert_de_vingerafdruk(ander):
    assert ander != TEKST
    assert vingerafdruk(ander) != vingerafdruk(TEKST)


def test_leeg_en_wit_zijn_gelijk():
    assert vingerafdruk("") == vingerafdruk(" \n\t\r\n ")


WOORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzé", min_size=1, max_size=8)


@given(st.lists(WOORD, min_size=1, max_size=12), st.data())
def test_witruimte_tussen_woorden_doet_er_nooit_toe(woorden, data):
    wit = st.sampled_from([" ", "  ", "\n", " \n", "\r\n", "\t", "\xa0", "\n\n"])
    ander = woorden[0] + "".join(data.draw(wit) + woord for woord in woorden[1:])
    assert vingerafdruk(ander) == vingerafdruk(" ".join(woorden))


@given(st.lists(WOORD, min_size=1, max_size=6), st.lists(WOORD, min_size=1, max_size=6))
def test_andere_woorden_geven_een_andere_vingerafdruk(een, ander):
    assert (vingerafdruk(" ".join(een)) == vingerafdruk(" ".join(ander))) == (een == ander)


@given(st.text(max_size=400))
def test_elke_tekst_heeft_een_vingerafdruk(tekst):
    assert re.fullmatch(r"[0-9a-f]{64}", vingerafdruk(tekst))


OPMAAK = st.text(alphabet="aB é*_#-+\n 12.)|>`[](){}<&;\\\t\xa0\u200b", max_size=14)


@given(OPMAAK, OPMAAK, st.sampled_from(["", " ", "\n", "*", "- ", "### ", "1. ", "\u0301"]))
def test_zelfde_zegt_wat_de_vingerafdrukken_zeggen(een: str, ander: str, ervoor: str) -> None:
    for tweede in (ander, ervoor + een, een + ervoor):
        assert zelfde(een, tweede) == (vingerafdruk(een) == vingerafdruk(tweede))
