"""Both engines, for the promises about search: what fills and switches them is the loop itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from search.motor import Motor
from search.tantivy_motor import TantivyMotor
from sync.doelen.index import IndexAdapter
from tests.hulpmiddelen import PROEFVRAGEN
from tests.search.hulp import maak_elastic, ruim_op

KLEINE_VRACHT = 3
"""So that filling a generation takes several rounds."""


@pytest.fixture(
    params=["tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)],
)
def zoekmachine(request: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Motor]:
    """The engine of this installation, empty and of this test alone, filled a few documents at a time."""
    elastic = request.param == "elasticsearch"
    machine = maak_elastic(f"test-{uuid4().hex[:12]}") if elastic else TantivyMotor(tmp_path / "index")
    monkeypatch.setattr("search.keuze._motor", lambda *_: machine)
    monkeypatch.setattr("sync.proef.proefvragen", lambda: PROEFVRAGEN)
    monkeypatch.setattr(
        "sync.bezorgen.adapter_van", lambda doel: IndexAdapter(doel, grootste_blok=KLEINE_VRACHT)
    )
    yield machine
    if elastic:
        ruim_op(machine)
    else:
        machine.close()
