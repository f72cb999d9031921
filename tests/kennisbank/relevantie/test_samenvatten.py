"""From questions to numbers, worked out by hand."""

from __future__ import annotations

from kennisbank.relevantie.meten import Meting, Score
from kennisbank.relevantie.samenvatten import vat_samen


def score(plek: int | None, ndcg: float, trede: int = 1) -> Score:
    """The best product on this place; None: no result at all."""
    sleutels = () if plek is None else ("x",) * (plek - 1) + ("goed",)
    return Score("v", sleutels, trede, ndcg, 1 / plek if plek else 0.0, plek == 1, plek in {1, 2, 3})


METINGEN = [
    Meting("1", "zin", "stem", "regio", True, score(1, 1.0), score(2, 0.5), 2, 10),
    Meting("2", "zin", "stem", "regio", True, score(4, 0.4), None, 6, 12),
    Meting("3", "kort", "stem", "regio", True, score(None, 0.0, 0), score(None, 0.1, 0), None, 8),
    Meting("4", "kort", "stem", "regio", False, score(None, 0.0, 0)),
    Meting("5", "kort", "stem", "regio", False, score(1, 0.0, 1)),
    Meting("6", "kort", "stem", "regio", False, score(1, 0.0, 3)),
    Meting("7", "kort", "stem", "regio", False, score(1, 0.0, 2)),
]


def test_per_type_en_in_alles() -> None:
    samen = vat_samen(METINGEN)
    assert list(samen) == ["zin", "kort", "alles"]
    zin = samen["zin"]
    assert (zin.aantal, zin.ndcg, zin.mrr, zin.op1, zin.op3, zin.leeg) == (2, 0.7, 0.625, 0.5, 0.5, 0.0)


def test_vragen_zonder_antwoord_tellen_in_geen_gemiddelde() -> None:
    kort = vat_samen(METINGEN)["kort"]
    assert (kort.aantal, kort.ndcg, kort.leeg) == (1, 0.0, 1.0)
    assert (kort.buiten, kort.terecht_leeg, kort.stellig_fout) == (4, 0.25, 0.25)


def test_een_vraag_zonder_tikfout_telt_daar_niet_mee() -> None:
    alles = vat_samen(METINGEN)["alles"]
    assert (alles.bewerkt, alles.bewerkt_ndcg, alles.bewerkt_mrr, alles.bewerkt_op3) == (2, 0.3, 0.25, 0.5)


def test_tekens_zijn_de_middelste_met_nooit_als_meeste() -> None:
    alles = vat_samen(METINGEN)["alles"]
    # 2, 6, never; shares 0.2, 0.5, never.
    assert (alles.getypt, alles.tekens, alles.tekens_deel, alles.nooit) == (3, 6, 0.5, 1 / 3)


def test_van_niets_is_er_niets() -> None:
    alles = vat_samen([])["alles"]
    assert (alles.aantal, alles.ndcg, alles.tekens, alles.stellig_fout) == (0, None, None, None)
