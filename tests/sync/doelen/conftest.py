"""A website of a supplier as target of Sliedrecht: the reference receiver on loopback."""

from __future__ import annotations

import pytest

from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import doel_voor


@pytest.fixture(autouse=True)
def _eigen_netwerk(settings):
    settings.ANTWOORD_PRIVE_DOELEN = True


@pytest.fixture
def geheim():
    return o.nieuw_geheim()


@pytest.fixture
def ontvanger(tmp_path, geheim):
    return o.Telt(o.opslag_in(tmp_path), [geheim])


@pytest.fixture
def doel(regio, ontvanger, geheim):
    with o.draai(ontvanger) as adres:
        yield doel_voor("sliedrecht", adres, geheim)


@pytest.fixture
def paspoort(doel):
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return product
