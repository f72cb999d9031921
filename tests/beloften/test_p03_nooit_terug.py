"""P3: a document never goes back at a target, in whatever order deliveries come."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import islice, permutations

import pytest

from deploy.ontvanger.ontvanger import Ontvanger, Opslag
from sync.doelbeheer import maak_doel
from sync.doelen import adapter_van
from tests import ontvangers as o
from tests.contracten.test_doelen import bericht

pytestmark = pytest.mark.django_db

VERRICHTINGEN = (
    bericht("paspoort", 1, "Eerst"),
    bericht("paspoort", 2, "Daarna"),
    bericht("paspoort", 3, None),
    bericht("paspoort", 4, "Terug"),
    bericht("paspoort", 5, None),
)


def eindstanden(map_, settings, soort: type[Opslag], meest: int = 120) -> set[tuple]:
    """What a receiver has in the end, after each of the orders; every second message comes twice."""
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim, ontvangen = o.nieuw_geheim(), set()
    ontvanger = Ontvanger(o.opslag_in(map_, soort), [geheim])
    with o.draai(ontvanger) as adres:
        doel = maak_doel(naam="website", bereik="sliedrecht", adres=adres, geheim=geheim)
        adapter = adapter_van(doel)
        for volgorde in islice(permutations(VERRICHTINGEN), meest):
            with closing(sqlite3.connect(ontvanger.opslag.pad)) as verbinding, verbinding:
                verbinding.execute("DELETE FROM document")
            for nummer, lid in enumerate(volgorde):
                adapter.lever([lid])
                if nummer % 2:
                    adapter.lever([lid])
            ontvangen.add(tuple(ontvanger.opslag.regels()))
    return ontvangen


@pytest.mark.traag
def test_elke_volgorde_van_vijf_verrichtingen_eindigt_gelijk(tmp_path, settings):
    assert eindstanden(tmp_path, settings, Opslag) == {(("sliedrecht", "product", "paspoort", 5, ""),)}


@pytest.mark.traag
@pytest.mark.parametrize("kapot", [o.LaatsteWint, o.ZonderGrafsteen])
def test_zonder_vergelijken_of_zonder_grafsteen_merkt_de_toets_het(tmp_path, settings, kapot):
    """The broken variants: the last one wins; withdrawing is deleting."""
    assert len(eindstanden(tmp_path, settings, kapot, 12)) > 1
