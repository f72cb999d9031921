"""An index of its own for every test, and a desk with something to say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from search.keuze import motor
from tests.factories import GemeenteFactory
from tests.kennisbank.balie.aan_de_balie import meld_aan
from tests.kennisbank.proefbalie import geef_alles_uit


@pytest.fixture
def index(settings: Any, tmp_path: Path) -> Any:
    """A fresh embedded engine, as `search.keuze.motor()` gives it."""
    settings.ANTWOORD_INDEX = tmp_path / "index"
    machine = motor()
    yield machine
    machine.close()


@pytest.fixture
def gemeenten(db: None) -> None:
    GemeenteFactory(slug="sliedrecht")
    GemeenteFactory(slug="dordrecht")


@pytest.fixture
def balie(gemeenten: None, index: Any) -> None:
    """Everything of `proefbalie.py` published and indexed."""
    geef_alles_uit()


@pytest.fixture
def aan_de_balie(balie: None, pagina: Any, live_server: Any) -> Any:
    """An agent in a browser at the desk of Sliedrecht, with its script begun."""
    meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    expect(pagina.locator("#vraag")).to_have_role("combobox")
    return pagina
