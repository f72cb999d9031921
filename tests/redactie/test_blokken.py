"""Blocks are the whole text: nothing between them gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from redactie.blokken import blokken
from tests.redactie.bouw import MET_TOKENS


@given(MET_TOKENS)
def test_blokken_zijn_samen_de_tekst(tekst):
    assert "".join(blok.bron for blok in blokken(tekst)) == tekst


@given(st.text(alphabet="a -*|>#1.)\n\r{}", max_size=80))
def test_blokken_zijn_samen_elke_tekst(tekst):
    assert "".join(blok.bron for blok in blokken(tekst)) == tekst
