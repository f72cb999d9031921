"""A WordPress as target of Sliedrecht: the stand-in, and where there is one the real one."""

from __future__ import annotations

import pytest

from sync.doelen.wordpress import site_van
from sync.wordpress.site import Site
from tests import wordpressproef as w
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles


@pytest.fixture(autouse=True)
def _eigen_netwerk(settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    site_van.cache_clear()


@pytest.fixture(params=w.SOORTEN)
def wordpress(request):
    with w.een_wordpress(request.param) as gemaakt:
        yield gemaakt


@pytest.fixture
def paspoort(regio):
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return product


@pytest.fixture
def geschreven(monkeypatch):
    """The numbers of the pages that were written, None for a new one."""
    nummers = []
    schrijf = Site.schrijf

    def tel(site, nummer, velden):
        nummers.append(nummer)
        return schrijf(site, nummer, velden)

    monkeypatch.setattr(Site, "schrijf", tel)
    return nummers
