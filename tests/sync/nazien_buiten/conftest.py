"""A website of a supplier with six texts, one of them in its second version; and how to spoil what it holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from deploy.ontvanger.ontvanger import hash_van
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor, wijzig

GEHEIM = o.nieuw_geheim()


@pytest.fixture
def ontvanger(tmp_path):
    return o.Telt(o.opslag_in(tmp_path), [GEHEIM])


@pytest.fixture
def doel(regio, ontvanger, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    with o.draai(ontvanger) as adres:
        yield doel_voor("sliedrecht", adres, GEHEIM)


@pytest.fixture
def producten(doel):
    gemaakt = [ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True) for nummer in range(6)]
    plan_alles()
    bezorg_alles()
    wijzig(gemaakt[3], "Een tweede versie.")
    bezorg_alles()
    return gemaakt


def sql(ontvanger, opdracht, *waarden) -> None:
    with closing(sqlite3.connect(ontvanger.opslag.pad)) as verbinding, verbinding:
        verbinding.execute(opdracht, waarden)


def wees(ontvanger, sleutel) -> None:
    inhoud = {"schema": "antwoord/product/1", "naam": "Van een ander"}
    document = {"bereik": "sliedrecht", "documentsoort": "product", "sleutel": sleutel, "versie": 7}
    ontvanger.opslag.neem([document | {"ingetrokken": False, "hash": hash_van(inhoud), "inhoud": inhoud}])
