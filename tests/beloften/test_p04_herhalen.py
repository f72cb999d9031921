"""P4: replay does nothing: planning everything again writes no row and asks no target."""

from __future__ import annotations

import pytest

from redactie.models import Wijziging, WijzigingSoort
from sync import vastleggen
from sync.canoniek import EPOCH
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor, zie_na_en_herstel
from tests.tabellen import rijen_per_tabel

pytestmark = pytest.mark.django_db


@pytest.fixture
def ontvanger(regio, tmp_path, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvanger = o.Telt(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        doel_voor("sliedrecht", adres, geheim)
        for nummer in range(3):
            ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True)
        plan_alles()
        bezorg_alles()
        zie_na_en_herstel()
        yield ontvanger


def nog_eens() -> None:
    Wijziging.objects.create(soort=WijzigingSoort.ALLES)
    Wijziging.objects.create(soort=WijzigingSoort.GEMEENTE)
    plan_alles()
    bezorg_alles()


def stand() -> dict:
    """Sequences of numbers count on; of the rows nothing may change."""
    return rijen_per_tabel(behalve={"sqlite_sequence"})


def test_alles_nog_eens_plannen_schrijft_niets_en_vraagt_niemand(ontvanger):
    voor, leveringen = stand(), ontvanger.leveringen
    nog_eens()
    assert stand() == voor
    assert ontvanger.leveringen == leveringen


def test_een_plan_dat_de_hash_niet_vergelijkt_wordt_gemerkt(ontvanger, monkeypatch):
    """The broken variant: a version from a sequence, for each time that something is planned."""
    volgnummer = iter(range(100, 10**6))
    monkeypatch.setattr(vastleggen, "volgende_versie", lambda vorige, epoch: EPOCH + next(volgnummer))
    monkeypatch.setattr(vastleggen, "hash_van", lambda tekst: f"{next(volgnummer):064x}")
    voor = stand()
    nog_eens()
    assert stand() != voor
