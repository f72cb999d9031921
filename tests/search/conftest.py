"""Both engines, for the tests of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from search.document import ZoekDocument
from search.motor import Motor
from search.tantivy_motor import TantivyMotor
from tests.search.hulp import maak_elastic, ruim_op

MOTOREN = [
    pytest.param("tantivy", id="tantivy"),
    pytest.param("elasticsearch", id="elasticsearch", marks=pytest.mark.elasticsearch),
]


@pytest.fixture(params=MOTOREN)
def motor(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Motor]:
    if request.param == "tantivy":
        ingebed = TantivyMotor(tmp_path / "index")
        yield ingebed
        ingebed.close()
        return
    elastic = maak_elastic(f"test-{uuid4().hex[:12]}")
    yield elastic
    ruim_op(elastic)


@pytest.fixture
def gevuld(motor: Motor) -> Callable[..., Motor]:
    """Put documents in a generation and make it active."""

    def vul(*documenten: ZoekDocument) -> Motor:
        motor.begin_generation("g1")
        motor.write("g1", documenten)
        motor.activate("g1")
        return motor

    return vul
