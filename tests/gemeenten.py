"""Two municipalities by their names, and a region of them: fixtures for whoever asks for them by name.

A plugin that `conftest.py` names. Tests of one room that need more of a municipality have a fixture of the same name.
"""

from __future__ import annotations

from typing import Any

import pytest

from sync.adem import Adem
from sync.plannen import verwerk_alles
from tests.factories import GemeenteFactory, RegioFactory


@pytest.fixture
def sliedrecht(db: None) -> Any:
    return GemeenteFactory(slug="sliedrecht")


@pytest.fixture
def dordrecht(db: None) -> Any:
    return GemeenteFactory(slug="dordrecht")


@pytest.fixture
def regio(sliedrecht: Any, dordrecht: Any) -> Any:
    """The region with both municipalities, everything planned."""
    regio = RegioFactory()
    verwerk_alles(Adem(rust=False))
    return regio
