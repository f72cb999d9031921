"""The grammar of tokens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.tokens import TokenSoort, misvormd_in, tokens_in


@pytest.mark.parametrize(
    ("tekst", "soort", "sleutel"),
    [
        ("{gemeente.naam}", TokenSoort.GEMEENTE, "naam"),
        ("{gemeente.telefoon}", TokenSoort.GEMEENTE, "telefoon"),
        ("{gemeente.telefoon_buitenland}", TokenSoort.GEMEENTE, "telefoon_buitenland"),
        ("{gemeente.website}", TokenSoort.GEMEENTE, "website"),
        ("{gegeven:afspraak-adres}", TokenSoort.GEGEVEN, "afspraak-adres"),
        ("{tarief:paspoort-18-plus}", TokenSoort.TARIEF, "paspoort-18-plus"),
        ("{tarieven:paspoort}", TokenSoort.TARIEVEN, "paspoort"),
    ],
)
def test_elke_soort_wordt_gevonden(tekst, soort, sleutel):
    (token,) = tokens_in(f"Voor {tekst} na")
    assert (token.soort, token.sleutel, token.begin, token.einde) == (soort, sleutel, 5, 5 + len(tekst))
    assert str(token) == tekst
    assert token.naam == tekst[1:-1]
    assert misvormd_in(tekst) == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "{gemeente.postcode}",
        "{gemeente}",
        "{gegeven:}",
        "{gegeven afspraak}",
        "{ gegeven:afspraak }",
        "{gegeven:Afspraak}",
        "{Tarief:paspoort}",
        "{tarief.paspoort}",
        "{tarieven:pas poort}",
        "{bedrag:paspoort}",
        "{product.titel}",
        "{gegeven:-x}",
        "{gegeven:afspraak en verder",
        "{tarief:paspoort\n}",
    ],
)
def test_wat_een_token_had_moeten_zijn_wordt_gemeld(tekst):
    assert tokens_in(tekst) == ()
    (misvormd,) = misvormd_in(f"Een {tekst}")
    assert misvormd.begin == 4
    assert misvormd.fragment.startswith("{")
    assert misvormd.reden.endswith(".")


@pytest.mark.parametrize(
    "tekst", ["{", "}", "{}", "{ja}", "{a, b}", "zie {1}", "{zie artikel 3}", "a } b { c"]
)
def test_een_gewone_accolade_is_gewoon_een_accolade(tekst):
    assert tokens_in(tekst) == ()
    assert misvormd_in(tekst) == ()


def test_een_onbekende_soort_wordt_genoemd():
    (misvormd,) = misvormd_in("{bedrag:paspoort}")
    assert misvormd.reden == "“bedrag” bestaat niet. Kies gemeente, gegeven, tarief of tarieven."


def test_tokens_naast_elkaar_worden_elk_gevonden():
    assert [token.naam for token in tokens_in("{gegeven:a}{tarief:b}{{gegeven:c}}")] == [
        "gegeven:a",
        "tarief:b",
        "gegeven:c",
    ]


@given(st.text(alphabet="{}gtarievn:.-a1 \n", max_size=80))
def test_elke_tekst_geeft_stukken_die_niet_overlappen(tekst):
    plekken = sorted((lid.begin, lid.einde) for lid in (*tokens_in(tekst), *misvormd_in(tekst)))
    assert all(0 <= begin < einde <= len(tekst) for begin, einde in plekken)
    assert all(eerste[1] <= tweede[0] for eerste, tweede in pairwise(plekken))
