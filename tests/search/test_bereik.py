from __future__ import annotations

from typing import Any

import pytest

from search.bereik import GeenScope, Scope, balie, publiek
from search.gewichten import GEWICHTEN
from search.velden import INTERNE_WOORDVELDEN, groepen, vormvelden

GEEN_BEREIK = ["", None, 0, "Dordrecht", "dordrecht/paspoort", "*", "a b", "-", "dordrecht\n", "é"]


@pytest.mark.parametrize("bereik", GEEN_BEREIK)
def test_zonder_geldig_bereik_is_er_geen_scope(bereik: Any) -> None:
    with pytest.raises(GeenScope):
        publiek(bereik)
    with pytest.raises(GeenScope):
        balie(bereik)


def test_wie_vraagt_moet_een_ja_of_nee_zijn() -> None:
    with pytest.raises(GeenScope):
        Scope("dordrecht", intern="nee")  # type: ignore[arg-type]  # what a careless caller would do


def test_publiek_noemt_geen_enkel_intern_veld() -> None:
    openbaar = publiek("dordrecht")
    genoemd = {naam for groep in groepen(openbaar) for naam in (groep.woorden, groep.delen)}
    genoemd |= set(vormvelden(openbaar)) | {veld for veld, _ in GEWICHTEN.voorvoegsel_van(openbaar)}
    assert genoemd.isdisjoint(INTERNE_WOORDVELDEN)


def test_balie_noemt_ook_de_interne_velden() -> None:
    scope = balie("dordrecht")
    genoemd = {naam for groep in groepen(scope) for naam in (groep.woorden, groep.delen)} | set(
        vormvelden(scope)
    )
    assert set(INTERNE_WOORDVELDEN) <= genoemd
