"""The part to report on may not fall below the committed baseline by more than its noise.

How the baseline is written stands in README.md, beside it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisbank.relevantie.meten import Ronde, meet
from kennisbank.relevantie.opslag import uit_json
from kennisbank.relevantie.proefindex import live
from kennisbank.relevantie.vergelijken import MATEN, vergelijk
from kennisbank.relevantie.verslag import vergelijking
from kennisbank.relevantie.vragen import Deel, lees
from kennisbank.relevantie.vragensteller import als_de_balie
from search.motor import InGeneratie

MAP = Path(__file__).parent
BASISLIJN = MAP / "basislijn.json"

pytestmark = [pytest.mark.django_db, pytest.mark.traag]


@pytest.fixture(scope="module")
def basislijn() -> Ronde:
    return uit_json(BASISLIJN.read_text("utf-8"))


@pytest.fixture(scope="module")
def ronde(tantivy: InGeneratie) -> Ronde:
    vragen = lees((MAP / "vragen.jsonl").read_text("utf-8").splitlines())
    rapport = [vraag for vraag in vragen if vraag.deel is Deel.RAPPORT]
    return meet(rapport, als_de_balie(tantivy), live=live())


@pytest.mark.parametrize("maat", MATEN)
def test_de_antwoorden_zijn_niet_slechter_dan_de_basislijn(ronde: Ronde, basislijn: Ronde, maat: str) -> None:
    verschillen = vergelijk(ronde.metingen, basislijn.metingen)
    assert not verschillen[maat].slechter, "\n".join(["", *vergelijking(verschillen)])


def test_de_basislijn_gaat_over_dezelfde_vragen(ronde: Ronde, basislijn: Ronde) -> None:
    def gesteld(deze: Ronde) -> set[tuple[str, str]]:
        return {(meting.id, meting.gesteld.vraag) for meting in deze.metingen}

    assert gesteld(ronde) == gesteld(basislijn)
    assert ronde.vervallen == basislijn.vervallen


def test_geen_vraag_zonder_antwoord_krijgt_vaker_een_stellig_antwoord(ronde: Ronde, basislijn: Ronde) -> None:
    def stellig(deze: Ronde) -> set[str]:
        return {meting.gesteld.vraag for meting in deze.metingen if not meting.verwacht and meting.stellig}

    assert stellig(ronde) - stellig(basislijn) == set()
