"""A run that is kept comes back as it was."""

from __future__ import annotations

import json

import pytest

from kennisbank.relevantie.meten import Meting, Ronde, Score
from kennisbank.relevantie.opslag import Herkomst, OpslagFout, cijfers_uit, naar_json, uit_json

HERKOMST = Herkomst("tantivy", "t1-abc", "rapport", "1")
RONDE = Ronde(
    (
        Meting(
            "a1",
            "zin",
            "rapport",
            "regio",
            True,
            Score("één “vraag”", ("a", "b"), 1, 0.63093, 0.5, False, True),
            Score("éné “vraag”", (), 0, 0.0, 0.0, False, False),
            4,
            11,
        ),
        Meting("a2", "elders", "rapport", "sliedrecht", False, Score("pizza", (), 0, 0.0, 0.0, False, False)),
    ),
    ("b7",),
)


def test_heen_en_terug_is_hetzelfde() -> None:
    assert uit_json(naar_json(RONDE, HERKOMST)) == RONDE


def test_een_lege_ronde_kan_ook_heen_en_terug() -> None:
    assert uit_json(naar_json(Ronde((), ()), HERKOMST)) == Ronde((), ())


def test_het_is_gewone_json_met_de_cijfers_erbij() -> None:
    inhoud = json.loads(naar_json(RONDE, HERKOMST))
    assert (inhoud["motor"], inhoud["deel"], inhoud["vervallen"]) == ("tantivy", "rapport", ["b7"])
    assert inhoud["samen"]["alles"]["ndcg"] == 0.6309
    assert cijfers_uit(naar_json(RONDE, HERKOMST))["alles"].mrr == 0.5


def test_elke_vraag_staat_op_een_eigen_regel() -> None:
    regels = naar_json(RONDE, HERKOMST).splitlines()
    assert sum('"gesteld"' in regel for regel in regels) == 2


@pytest.mark.parametrize("tekst", ["", "[]", "{}", '{"vorm": "anders"}', '{"vorm": "antwoord/relevantie/1"}'])
def test_iets_anders_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(OpslagFout):
        uit_json(tekst)
