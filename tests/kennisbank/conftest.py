"""An index of its own for every test, and a small published region."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from search.keuze import motor


@pytest.fixture
def index(settings: Any, tmp_path: Path) -> Any:
    """A fresh embedded engine, as `search.keuze.motor()` gives it."""
    settings.ANTWOORD_INDEX = tmp_path / "index"
    machine = motor()
    yield machine
    machine.close()
