from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analyse.vouwen import indexwoorden, vouw, woorden


@pytest.mark.parametrize(
    ("tekst", "gevouwen"),
    [
        ("Café", "cafe"),
        ("GEBOORTEAKTE", "geboorteakte"),
        ("Ĳsselmeer", "ijsselmeer"),
        ("financiële coördinatie", "financiele coordinatie"),
        ("Øresund", "oresund"),
        ("auto's", "auto"),
        ("auto’s", "auto"),
        ("z'n", "zn"),
    ],
)
def test_hoofdletters_accenten_en_apostrofs_vallen_weg(tekst: str, gevouwen: str) -> None:
    assert vouw(tekst) == gevouwen


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("U-pas", ["u", "pas"]),
        ("rijbewijs, kwijt?", ["rijbewijs", "kwijt"]),
        ("W.M.O. aanvragen", ["wmo", "aanvragen"]),
        ("bel 14 078 (vast)", ["bel", "14", "078", "vast"]),
        ("'s-Gravendeel", ["s", "gravendeel"]),
        ("<script>alert(1)</script>", ["script", "alert", "1", "script"]),
        ("!!! … €", []),
        ("", []),
    ],
)
def test_woorden_zonder_leestekens(tekst: str, verwacht: list[str]) -> None:
    assert woorden(tekst) == verwacht


def test_in_de_index_staat_een_koppelwoord_ook_aaneen() -> None:
    assert indexwoorden("Uw U-pas en de id-kaart") == [
        "uw",
        "u",
        "pas",
        "upas",
        "en",
        "de",
        "id",
        "kaart",
        "idkaart",
    ]


def test_een_reeks_letters_die_geen_woord_is_telt_niet_mee() -> None:
    assert woorden("x" * 61 + " kort") == ["kort"]


@given(st.text())
def test_vouwen_geeft_alleen_letters_en_cijfers_en_is_stabiel(tekst: str) -> None:
    for woord in woorden(tekst):
        assert woord.isalnum()
        assert woorden(woord) == [woord]
