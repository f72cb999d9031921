"""The difference between two runs, and when it is more than chance."""

from __future__ import annotations

import pytest

from kennisbank.relevantie.meten import Meting, Score
from kennisbank.relevantie.vergelijken import vergelijk, verschil_van


def meting(nummer: int, ndcg: float, bewerkt: float | None = None, vraag: str = "v") -> Meting:
    def score(waarde: float) -> Score:
        return Score(vraag, (), 1, waarde, waarde, waarde == 1, waarde > 0)

    tikfout = score(bewerkt) if bewerkt is not None else None
    return Meting(str(nummer), "zin", "stem", "regio", True, score(ndcg), tikfout)


def test_dezelfde_uitkomst_is_geen_verschil() -> None:
    run = [meting(nummer, nummer / 10) for nummer in range(10)]
    verschil = vergelijk(run, run)["ndcg"]
    assert (verschil.verschil, verschil.van, verschil.tot) == (0, 0, 0)
    assert not verschil.beter
    assert not verschil.slechter


def test_overal_evenveel_beter_is_zeker_beter() -> None:
    verschil = verschil_van([(0.75, 0.5)] * 20)
    assert (verschil.verschil, verschil.van, verschil.tot) == (0.25, 0.25, 0.25)
    assert verschil.beter


def test_een_paar_slechter_en_een_paar_beter_is_toeval() -> None:
    verschil = verschil_van([(1.0, 0.0)] * 5 + [(0.0, 1.0)] * 6 + [(0.5, 0.5)] * 40)
    assert verschil.van < 0 < verschil.tot
    assert not verschil.slechter


def test_duidelijk_slechter_wordt_gezegd() -> None:
    verschil = verschil_van([(0.0, 1.0)] * 30 + [(1.0, 1.0)] * 70)
    # The mean is −0.3 with a standard error of √(0.3·0.7/100) = 0.046: 95 % lies within −0.39 … −0.21.
    assert verschil.slechter
    assert verschil.van == pytest.approx(-0.39, abs=0.02)
    assert verschil.tot == pytest.approx(-0.21, abs=0.02)


def test_een_vraag_met_verlies_is_nog_geen_verlies() -> None:
    verschil = verschil_van([(0.0, 1.0)] + [(1.0, 1.0)] * 99)
    assert not verschil.slechter


def test_alleen_vragen_van_beide_met_dezelfde_woorden_tellen() -> None:
    nu = [meting(1, 1.0), meting(2, 0.0), meting(3, 0.0, vraag="anders")]
    eerder = [meting(1, 0.5), meting(3, 1.0), meting(4, 1.0)]
    verschil = vergelijk(nu, eerder)["ndcg"]
    assert (verschil.aantal, verschil.nu, verschil.eerder) == (1, 1.0, 0.5)


def test_een_maat_die_een_van_beide_mist_staat_er_niet() -> None:
    assert "bewerkt_ndcg" not in vergelijk([meting(1, 1.0, 0.5)], [meting(1, 1.0)])
    assert vergelijk([meting(1, 1.0, 0.5)], [meting(1, 1.0, 0.25)])["bewerkt_ndcg"].verschil == 0.25
    assert vergelijk([], []) == {}


def test_het_toeval_is_elke_keer_hetzelfde() -> None:
    paren = [(nummer % 3 / 2, nummer % 5 / 4) for nummer in range(50)]
    assert verschil_van(paren) == verschil_van(paren)
