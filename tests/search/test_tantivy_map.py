from __future__ import annotations

from pathlib import Path

import pytest

from search.motor import GeneratieFout
from search.tantivy_map import WIJZER, Indexmap


def test_half_gemaakte_generatie_bestaat_niet_en_wordt_opgeruimd(tmp_path: Path) -> None:
    indexmap = Indexmap(tmp_path)
    (indexmap.generaties / ".g1-half").mkdir(parents=True)
    (indexmap.generaties / "g2").mkdir()
    assert indexmap.namen() == []
    with pytest.raises(GeneratieFout):
        indexmap.van("g2")
    indexmap.verwijder("g9")
    assert not (indexmap.generaties / ".g1-half").exists()


def test_wijzer_wijst_alleen_naar_wat_er_is(tmp_path: Path) -> None:
    indexmap = Indexmap(tmp_path)
    assert indexmap.actief() is None
    with pytest.raises(GeneratieFout):
        indexmap.wijs("g1")
    indexmap.maak("g1", "afdruk")
    indexmap.wijs("g1")
    assert (indexmap.actief(), indexmap.vingerafdruk("g1")) == ("g1", "afdruk")
    (tmp_path / WIJZER).write_text("")
    assert indexmap.actief() is None
