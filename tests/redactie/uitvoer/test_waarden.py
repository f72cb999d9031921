"""How the import format writes a value; what YAML reads back is what was written."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.voorblad import Blok, lees_voorblad
from redactie.periode import AMSTERDAM
from redactie.uitvoer.waarden import cel, einde, moment, yaml_blok, yaml_lijst, yaml_tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (Decimal("82"), "82.00"),
        (Decimal("83.87"), "83.87"),
        (date(2026, 3, 1), "2026-03-01"),
        (("een", "twee"), "een;twee"),
        (0, "0"),
    ],
)
def test_een_cel(waarde: object, tekst: str) -> None:
    assert cel(waarde) == tekst


def test_middernacht_is_een_datum() -> None:
    assert moment(datetime(2026, 12, 14, tzinfo=AMSTERDAM)) == "2026-12-14"
    assert moment(datetime(2026, 12, 14, 8, 5, tzinfo=AMSTERDAM)) == "2026-12-14T08:05"


def test_een_einde_om_middernacht_is_de_dag_ervoor() -> None:
    assert einde(datetime(2027, 1, 1, tzinfo=AMSTERDAM)) == "2026-12-31"
    assert einde(datetime(2027, 1, 1, 6, tzinfo=AMSTERDAM)) == "2027-01-01T06:00"
    assert einde(None) == ""


@pytest.mark.parametrize(
    "waarde", ["paspoort", "Maak een afspraak", "2027-01-01", "grofvuil-app", "ja", "Zo heet het hier (nu)"]
)
def test_gewone_tekst_blijft_kaal(waarde: str) -> None:
    assert yaml_tekst(waarde) == waarde


@pytest.mark.parametrize(
    "waarde",
    [
        "",
        "a: b",
        "0?",
        "{gegeven:x}",
        "a, b",
        "- a",
        "#a",
        "a #b",
        "*a",
        "&a",
        "!a",
        "[a]",
        '"a"',
        " a",
        "a ",
        "a\nb",
        "https://x.nl",
    ],
)
def test_bijzondere_tekst_krijgt_aanhalingstekens(waarde: str) -> None:
    assert yaml_tekst(waarde).startswith('"')


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60).map(str.strip))
def test_yaml_geeft_terug_wat_er_geschreven_is(waarde: str) -> None:
    fouten = Fouten()
    tekst = (
        f"a: {yaml_tekst(waarde)}\nb: {yaml_lijst([waarde, 'c'])}\nd: {yaml_blok({'e': waarde, 'f': 'g'})}"
    )
    gelezen = lees_voorblad(tekst, Plek("x.md", 1), fouten)
    assert list(fouten) == []
    assert isinstance(gelezen, Blok)
    assert gelezen["a"] == waarde
    assert gelezen["b"] == [waarde, "c"]
    assert gelezen["d"] == ({"e": waarde, "f": "g"} if waarde else {"f": "g"})
