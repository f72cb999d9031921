"""`manage.py meet_zoeken`: asks, counts, keeps and compares; leaves the index in use alone."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from kennisbank.relevantie.opslag import uit_json
from redactie.bronnen import REGIO
from tests.kennisbank.uitgave import geef_uit, indexeer

pytestmark = pytest.mark.django_db

# By the first byte of their SHA-256: "paspoort" (a0), "nieuw paspoort" (78) and "pizza" (9e) are stem;
# "grof vuil" (6b) is rapport.
VRAGEN = [
    {"id": "1", "type": "alledaags", "gemeente": "", "vraag": "paspoort", "oordeel": {"paspoort": 3}},
    {
        "id": "2",
        "type": "zin",
        "gemeente": "sliedrecht",
        "vraag": "nieuw paspoort",
        "oordeel": {"paspoort": 3},
    },
    {"id": "3", "type": "alledaags", "gemeente": "", "vraag": "paspoort", "oordeel": {"kraam": 3}},
    {"id": "4", "type": "elders", "gemeente": "", "vraag": "pizza", "oordeel": {}},
    {"id": "5", "type": "alledaags", "gemeente": "", "vraag": "grof vuil", "oordeel": {"grofvuil": 3}},
]


@pytest.fixture
def vragen(tmp_path: Path) -> Path:
    pad = tmp_path / "vragen.jsonl"
    pad.write_text("".join(json.dumps(vraag) + "\n" for vraag in VRAGEN), "utf-8")
    return pad


@pytest.fixture
def gevuld(index: Any) -> None:
    for bereik in (REGIO, "sliedrecht"):
        geef_uit(bereik, "paspoort", "Paspoort aanvragen")
        geef_uit(bereik, "grofvuil", "Grofvuil laten ophalen")
    indexeer()


def meet(*woorden: str, **opties: Any) -> tuple[str, str]:
    uit, fout = io.StringIO(), io.StringIO()
    call_command("meet_zoeken", *woorden, stdout=uit, stderr=fout, **opties)
    return uit.getvalue(), fout.getvalue()


def test_een_tabel_met_een_rij_per_type(gevuld: None, vragen: Path) -> None:
    uit, fout = meet(vragen=vragen, deel="stem")
    rijen = {regel.split()[0]: regel.split() for regel in uit.splitlines() if regel.strip()}
    assert rijen["alledaags"][1:6] == ["1", "1.000", "1.000", "1.000", "1.000"]
    assert rijen["alles"][1] == "2"
    assert "1 vragen waarop hier niets antwoord geeft: 100% krijgt niets" in uit
    assert "het antwoord bestaat daar niet: 1 (3)." in uit
    assert fout == ""


def test_het_andere_deel_stelt_de_andere_vragen(gevuld: None, vragen: Path, tmp_path: Path) -> None:
    meet(vragen=vragen, deel="rapport", json=tmp_path / "r.json")
    assert [lid.id for lid in uit_json((tmp_path / "r.json").read_text("utf-8")).metingen] == ["5"]


def test_de_uitkomst_is_te_bewaren_en_te_vergelijken(gevuld: None, vragen: Path, tmp_path: Path) -> None:
    meet(vragen=vragen, deel="alles", json=tmp_path / "eerder.json", grafiek=tmp_path / "g.svg")
    uit, _ = meet(vragen=vragen, deel="alles", snel=True, vergelijk=tmp_path / "eerder.json")
    assert "geen verschil aangetoond" in uit
    assert "slechter" not in uit
    assert (tmp_path / "g.svg").read_text("utf-8").startswith("<svg ")


def test_een_eigen_index_laat_die_in_gebruik_met_rust(gevuld: None, vragen: Path, index: Any) -> None:
    geef_uit(REGIO, "paspoort-kwijt", "Paspoort kwijt")  # live, and not yet in the index in use
    voor = (index.generations(), index.counts())
    uit, _ = meet(vragen=vragen, deel="stem", motor="tantivy", snel=True)
    assert (index.generations(), index.counts()) == voor
    assert "alles" in uit


def test_missers_worden_genoemd(gevuld: None, vragen: Path) -> None:
    vragen.write_text(
        json.dumps(VRAGEN[0] | {"oordeel": {"grofvuil": 3}}),
        "utf-8",
    )
    uit, _ = meet(vragen=vragen, deel="stem", snel=True, missers=True)
    assert "1 alledaags regio “paspoort” trede 1: grofvuil ← paspoort" in uit


def test_zonder_index_is_er_geen_meting(gevuld: None, vragen: Path, settings: Any, tmp_path: Path) -> None:
    settings.ANTWOORD_INDEX = tmp_path / "leeg"
    with pytest.raises(CommandError, match="zoekmachine antwoordt niet"):
        meet(vragen=vragen, deel="stem")


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [(None, "is niet te lezen"), ("{}", "Regel 1"), (json.dumps(VRAGEN[4]), "geen vragen van dit deel")],
)
def test_een_bestand_dat_niet_kan_wordt_uitgelegd(
    vragen: Path, inhoud: str | None, melding: str, gevuld: None
) -> None:
    vragen.unlink() if inhoud is None else vragen.write_text(inhoud, "utf-8")
    with pytest.raises(CommandError, match=melding):
        meet(vragen=vragen, deel="stem")


def test_vergelijken_met_iets_anders_wordt_geweigerd(gevuld: None, vragen: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", "utf-8")
    with pytest.raises(CommandError, match="geen uitkomst van meet_zoeken"):
        meet(vragen=vragen, deel="stem", vergelijk=tmp_path / "x.json")
