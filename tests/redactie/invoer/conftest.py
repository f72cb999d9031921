from pathlib import Path

import pytest

from tests.redactie.invoer.hulp import Regiomap, kopie


@pytest.fixture
def regio(tmp_path: Path) -> Regiomap:
    """A copy of the fixture region."""
    return kopie(tmp_path / "regio")


@pytest.fixture
def ingelezen(regio: Regiomap, db: None) -> Regiomap:
    """A copy of the fixture region that was imported."""
    regio.importeer()
    return regio
