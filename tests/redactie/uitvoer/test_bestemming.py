"""Where an export goes: a folder of its own, or a zip that appears at once."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactie.uitvoer.bestemming import BestemmingFout, schrijf_map, schrijf_zip

BESTANDEN = [("gemeenten.csv", "slug\n"), ("producten/paspoort.md", "---\n---\n")]


def test_een_nieuwe_map_krijgt_de_bestanden(tmp_path: Path) -> None:
    schrijf_map(tmp_path / "a" / "b", BESTANDEN)
    assert (tmp_path / "a" / "b" / "producten" / "paspoort.md").read_text() == "---\n---\n"


def test_een_eerdere_export_wordt_bijgewerkt(tmp_path: Path) -> None:
    schrijf_map(tmp_path, [*BESTANDEN, ("producten/oud.md", "x")])
    (tmp_path / ".git").mkdir()
    onveranderd = (tmp_path / "gemeenten.csv").stat().st_mtime_ns
    schrijf_map(tmp_path, [BESTANDEN[0], ("producten/paspoort.md", "nieuw")])
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == [
        "gemeenten.csv",
        "producten/paspoort.md",
    ]
    assert (tmp_path / "producten" / "paspoort.md").read_text() == "nieuw"
    assert (tmp_path / "gemeenten.csv").stat().st_mtime_ns == onveranderd


def test_een_map_met_iets_anders_blijft_zoals_hij_is(tmp_path: Path) -> None:
    (tmp_path / "scriptie.docx").write_text("af")
    with pytest.raises(BestemmingFout, match=r"scriptie\.docx"):
        schrijf_map(tmp_path, BESTANDEN)
    assert [p.name for p in tmp_path.iterdir()] == ["scriptie.docx"]


def test_een_koppeling_in_de_map_wordt_niet_gevolgd(tmp_path: Path) -> None:
    elders = tmp_path / "elders"
    elders.mkdir()
    doel = tmp_path / "doel"
    doel.mkdir()
    (doel / "producten").symlink_to(elders)
    with pytest.raises(BestemmingFout, match="koppeling"):
        schrijf_map(doel, BESTANDEN)
    assert list(elders.iterdir()) == []


def test_een_bestand_is_geen_map(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(BestemmingFout, match="geen map"):
        schrijf_map(tmp_path / "x", BESTANDEN)


def test_dezelfde_inhoud_geeft_dezelfde_zip(tmp_path: Path) -> None:
    schrijf_zip(tmp_path / "a.zip", BESTANDEN)
    schrijf_zip(tmp_path / "b.zip", reversed(BESTANDEN))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archief:
        assert archief.namelist() == ["gemeenten.csv", "producten/paspoort.md"]


def test_een_zip_die_niet_afkomt_laat_de_oude_staan(tmp_path: Path) -> None:
    schrijf_zip(tmp_path / "a.zip", BESTANDEN)
    oud = (tmp_path / "a.zip").read_bytes()

    def breekt_af() -> Iterator[tuple[str, str]]:
        yield BESTANDEN[0]
        raise OSError("schijf vol")

    with pytest.raises(OSError, match="schijf vol"):
        schrijf_zip(tmp_path / "a.zip", breekt_af())
    assert (tmp_path / "a.zip").read_bytes() == oud
    assert [p.name for p in tmp_path.iterdir()] == ["a.zip"]
