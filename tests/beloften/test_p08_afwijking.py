"""P8: drift is found, told and repaired in one cycle, and what is repaired is what was changed."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing

import pytest

from sync.afspraak.bericht import StandFout
from sync.doelen import http
from sync.models import Doel
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor, staat, wijzig, zie_na_en_herstel

pytestmark = pytest.mark.django_db
KAPOT = (
    "DELETE FROM document WHERE sleutel = ?",
    "UPDATE document SET hash = substr(hash, 2) || 'f', inhoud = '{}' WHERE sleutel = ?",
    "UPDATE document SET versie = versie - 1 WHERE sleutel = ?",
    "UPDATE document SET versie = versie % 4294967296 WHERE sleutel = ?",
    "UPDATE document SET hash = '', inhoud = '' WHERE sleutel = ?",
)


class Onthoudt(o.Telt):
    """Keeps what was delivered."""

    def __init__(self, *args):
        super().__init__(*args)
        self.gebracht: list[str] = []

    def _neem(self, koppen, lichaam):
        self.gebracht += [lid["sleutel"] for lid in json.loads(lichaam)["documenten"]]
        return super()._neem(koppen, lichaam)


@pytest.fixture
def ontvanger(regio, tmp_path, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvanger = Onthoudt(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        doel_voor("sliedrecht", adres, geheim)
        producten = [ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True) for nummer in range(12)]
        plan_alles()
        wijzig(producten[0], "Nog eens.")
        bezorg_alles()
        ontvanger.gebracht.clear()
        yield ontvanger


@pytest.mark.parametrize("zaad", [1, 2, 3])
def test_wat_hersteld_wordt_is_wat_veranderd_was(ontvanger, zaad):
    toeval = random.Random(zaad)
    goed = staat(ontvanger)
    veranderd = toeval.sample([f"product-{nummer}" for nummer in range(12)], 5)
    for sleutel in veranderd:
        with closing(sqlite3.connect(ontvanger.opslag.pad)) as verbinding, verbinding:
            verbinding.execute(toeval.choice(KAPOT), [sleutel])
    zie_na_en_herstel()
    assert sorted(ontvanger.gebracht) == sorted(veranderd)
    assert sum(Doel.objects.get().verschillen.values()) == len(veranderd)
    assert staat(ontvanger) == goed
    zie_na_en_herstel()
    assert Doel.objects.get().verschillen == {}
    assert sorted(ontvanger.gebracht) == sorted(veranderd)


def _fout_is_geen_leegte(ontvanger) -> bool:
    ontvanger.geheimen = (o.nieuw_geheim(),)
    zie_na_en_herstel()
    return Doel.objects.get().verschillen == {}


def test_een_fout_is_geen_leegte(ontvanger):
    assert _fout_is_geen_leegte(ontvanger)


def test_een_fout_die_als_leeg_gelezen_wordt_valt_op(ontvanger, monkeypatch):
    """The broken variant: an error read as empty."""
    echt = http.HttpAdapter._lees

    def lees(self, pad):
        try:
            return echt(self, pad)
        except StandFout:
            return b'{"emmers": {}, "documenten": []}'

    monkeypatch.setattr(http.HttpAdapter, "_lees", lees)
    assert not _fout_is_geen_leegte(ontvanger)
