"""Conversations that last: how many there may be of them, and that none keeps the process alive."""

from __future__ import annotations

import threading

import pytest

from sync.bezorgen import VERGELIJKPLAATSEN, Bezorger
from sync.models import Levering, LeveringToestand
from tests import ontvangers as o
from tests.sync.conftest import ADEM
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db


class Hangt:
    """A target that does not say what it has until it may."""

    grootste_blok, buitenshuis = 20, True

    def __init__(self) -> None:
        self.mag = threading.Event()

    def stand(self, verwacht):
        self.mag.wait(60)
        return frozenset(), {}


@pytest.fixture
def hangt(regio, monkeypatch):
    adapter = Hangt()
    monkeypatch.setattr("sync.bezorgen.adapter_van", lambda doel: adapter)
    for nummer in range(VERGELIJKPLAATSEN + 2):
        doel_voor("sliedrecht", f"https://hangt-{nummer}.example", o.nieuw_geheim(), f"hangt {nummer}")
    Levering.objects.update(toestand=LeveringToestand.BEVESTIGD)
    yield adapter
    adapter.mag.set()


def draden() -> list[threading.Thread]:
    return [draad for draad in threading.enumerate() if draad.name == "bezorgen"]


def test_er_wordt_met_weinig_doelen_tegelijk_vergeleken_hoe_lang_het_ook_duurt(hangt):
    """All want it at the same hour, and what each has is in memory until it is compared."""
    bezorger = Bezorger(geduld=0)
    for _ in range(3):
        bezorger.ronde(ADEM)
    assert len(draden()) == VERGELIJKPLAATSEN
    hangt.mag.set()
    while bezorger.bezig:
        bezorger.wacht(10)
        bezorger.neem_terug()
    bezorger.ronde(ADEM)
    assert bezorger.bezig
    bezorger.sluit()


def test_wat_nog_hangt_houdt_het_proces_niet_in_leven(hangt):
    """Python waits for every thread that is no daemon, and for those of a pool."""
    bezorger = Bezorger()
    bezorger.ronde(ADEM)
    bezorger.sluit(geduld=0)
    assert draden()
    assert all(draad.daemon for draad in draden())
