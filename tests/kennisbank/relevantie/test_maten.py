"""The measures, against values worked out by hand."""

from __future__ import annotations

import pytest

from kennisbank.relevantie.maten import (
    beste_sleutels,
    gemiddelde,
    gevonden_in,
    mediaan,
    ndcg,
    omgekeerde_rang,
)

# Gains 2^3 − 1 = 7, 2^2 − 1 = 3, 2^1 − 1 = 1. Discounts log2(2) = 1, log2(3) = 1.584963, log2(4) = 2.
OORDEEL = {"beste": 3, "goed": 2, "iets": 1}
IDEAAL = 7 + 3 / 1.584963 + 1 / 2  # 9.392789


def test_de_beste_volgorde_geeft_een() -> None:
    assert ndcg(["beste", "goed", "iets"], OORDEEL) == 1.0


def test_wat_ertussen_staat_schuift_de_rest_op() -> None:
    # 0 + 7 / 1.584963 + 3 / 2 = 5.916508
    assert ndcg(["anders", "beste", "goed"], OORDEEL) == pytest.approx(5.916508 / IDEAAL, abs=1e-6)


def test_alleen_de_eerste_vijf_tellen() -> None:
    assert ndcg(["a", "b", "c", "d", "e", "beste"], OORDEEL) == 0.0
    # The fifth: 7 / log2(6) = 7 / 2.584963
    assert ndcg(["a", "b", "c", "d", "beste"], OORDEEL) == pytest.approx(7 / 2.584963 / IDEAAL, abs=1e-6)


def test_meer_beoordeeld_dan_vijf_maakt_het_ideaal_niet_hoger() -> None:
    assert ndcg(["a", "b", "c", "d", "e"], dict.fromkeys("abcdef", 3)) == 1.0


def test_niets_gevonden_en_niets_beoordeeld_is_nul() -> None:
    assert ndcg([], OORDEEL) == 0.0
    assert ndcg(["a"], {}) == 0.0


def test_rang_is_die_van_de_hoogste_graad_die_gegeven_is() -> None:
    assert omgekeerde_rang(["goed", "iets", "beste"], OORDEEL) == pytest.approx(1 / 3)
    assert omgekeerde_rang(["x", "goed"], {"goed": 2, "iets": 1}) == 0.5
    assert omgekeerde_rang(["goed"], OORDEEL) == 0.0


def test_gevonden_in_de_eerste_zoveel() -> None:
    assert gevonden_in(["x", "y", "beste"], OORDEEL, 3)
    assert not gevonden_in(["x", "y", "beste"], OORDEEL, 2)
    assert not gevonden_in(["goed"], OORDEEL, 3)


def test_er_kan_meer_dan_een_beste_zijn() -> None:
    assert beste_sleutels({"a": 3, "b": 3, "c": 1}) == {"a", "b"}
    assert beste_sleutels({}) == frozenset()


def test_gemiddelde_van_niets_is_geen_getal() -> None:
    assert gemiddelde([]) is None
    assert gemiddelde([1, 0, 0.5, 0.5]) == 0.5


def test_mediaan_telt_nooit_als_meer_dan_alles() -> None:
    assert mediaan([]) is None
    assert mediaan([5, None, 1]) == 5
    assert mediaan([4, 2, 6, 3]) == 3.5
    assert mediaan([None, None, 1]) is None
    assert mediaan([2, None]) is None
