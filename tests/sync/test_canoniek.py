"""Canonical JSON and versions: the same words are the same bytes, and versions only go up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.canoniek import EPOCH, canoniek, hash_van, volgende_versie

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda kinderen: st.lists(kinderen) | st.dictionaries(st.text(), kinderen),
    max_leaves=12,
)


def test_volgorde_van_sleutels_doet_er_niet_toe():
    assert canoniek({"b": 1, "a": [2, "é"]}) == canoniek({"a": [2, "é"], "b": 1}) == '{"a":[2,"é"],"b":1}'


def test_samengestelde_en_losse_tekens_zijn_dezelfde_tekst():
    assert canoniek("e\u0301") == canoniek("\u00e9")


@pytest.mark.parametrize("waarde", [1.5, float("nan"), {1, 2}, b"x"])
def test_wat_json_niet_eenduidig_kan_wordt_geweigerd(waarde):
    with pytest.raises(ValueError, match="no canonical form"):
        canoniek({"bedrag": waarde})


@given(JSON)
def test_twee_keer_canoniek_is_dezelfde_tekst(waarde):
    import json

    assert canoniek(json.loads(canoniek(waarde))) == canoniek(waarde)


def test_de_hash_is_sha256_van_de_utf8_tekst():
    # Published test vector: SHA-256 of the empty string.
    assert hash_van("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_de_eerste_versie_ligt_boven_de_grens_van_zijn_epoch():
    assert volgende_versie(0, 1) == EPOCH + 1


@given(st.integers(0, 2**52), st.integers(1, 1000))
def test_een_volgende_versie_is_altijd_hoger(vorige, epoch):
    assert volgende_versie(vorige, epoch) > max(vorige, epoch * EPOCH)


def test_een_nieuwe_epoch_ligt_boven_alles_van_de_vorige():
    assert volgende_versie(EPOCH + 5, 2) == 2 * EPOCH + 1


def test_een_versie_past_altijd_in_53_bits():
    with pytest.raises(OverflowError):
        volgende_versie(2**53 - 1, 1)
