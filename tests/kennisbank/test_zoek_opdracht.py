"""`manage.py zoek`: a table for people, and a stable line per question for machines."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from redactie.bronnen import REGIO
from redactie.keuzes import Productsoort
from tests.factories import GemeenteFactory
from tests.kennisbank.uitgave import geef_uit, indexeer

pytestmark = pytest.mark.django_db


@pytest.fixture
def gevuld(index: Any) -> None:
    GemeenteFactory(slug="sliedrecht")
    for bereik in (REGIO, "sliedrecht"):
        geef_uit(bereik, "paspoort-aanvragen", "Paspoort aanvragen")
    geef_uit(
        "sliedrecht",
        "paspoort-kwijt",
        "Wat doe ik als mijn paspoort weg is?",
        productsoort=Productsoort.VRAAG,
    )
    indexeer()


def machine(monkeypatch: pytest.MonkeyPatch, *regels: Any) -> list[dict[str, Any]]:
    invoer = b"".join(
        (regel if isinstance(regel, bytes) else json.dumps(regel).encode()) + b"\n" for regel in regels
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(invoer)))
    uit = io.StringIO()
    call_command("zoek", "--jsonl", stdout=uit, stderr=io.StringIO())
    return [json.loads(regel) for regel in uit.getvalue().splitlines()]


def test_een_regel_erin_is_een_regel_eruit(gevuld: None, monkeypatch: pytest.MonkeyPatch) -> None:
    (uit,) = machine(
        monkeypatch, {"id": "q1", "gemeente": "sliedrecht", "vraag": "paspoort", "typend": False}
    )
    assert uit["id"] == "q1"
    assert sorted(uit) == ["id", "ms", "producten", "trede", "treffers"]
    assert uit["producten"] == ["paspoort-aanvragen"]
    assert sorted((lid["sleutel"], lid["productsoort"]) for lid in uit["treffers"]) == [
        ("paspoort-aanvragen", "product"),
        ("paspoort-kwijt", "vraag"),
    ]
    assert uit["trede"] == 1
    assert uit["ms"] > 0


def test_lege_gemeente_is_de_regio(gevuld: None, monkeypatch: pytest.MonkeyPatch) -> None:
    uit = machine(monkeypatch, {"id": 1, "gemeente": "", "vraag": "paspoort"}, {"id": 2, "vraag": "paspoort"})
    assert [[lid["sleutel"] for lid in regel["treffers"]] for regel in uit] == [["paspoort-aanvragen"]] * 2


def test_niets_gevonden_is_trede_nul(gevuld: None, monkeypatch: pytest.MonkeyPatch) -> None:
    (uit,) = machine(monkeypatch, {"id": 1, "gemeente": "", "vraag": "xyzzyqwert"})
    assert (uit["trede"], uit["producten"], uit["treffers"]) == (0, [], [])


def test_typend_leest_het_laatste_woord_als_begin(gevuld: None, monkeypatch: pytest.MonkeyPatch) -> None:
    (uit,) = machine(monkeypatch, {"id": 1, "gemeente": "", "vraag": "pasp", "typend": True})
    assert uit["producten"] == ["paspoort-aanvragen"]


@pytest.mark.parametrize(
    ("regel", "id_"),
    [
        (b"geen json", None),
        (b"\xff\xfe", None),
        (b"[1, 2]", None),
        (b"null", None),
        (b"[" * 100_000, None),
        ({"id": 7}, 7),
        ({"id": 7, "vraag": 5}, 7),
        ({"id": 7, "vraag": "paspoort", "typend": "ja"}, 7),
        ({"id": 7, "vraag": "paspoort", "gemeente": "atlantis"}, 7),
        ({"id": 7, "vraag": "paspoort", "gemeente": ["sliedrecht"]}, 7),
    ],
)
def test_een_slechte_regel_houdt_de_rest_niet_op(
    gevuld: None, monkeypatch: pytest.MonkeyPatch, regel: Any, id_: Any
) -> None:
    fout, goed = machine(monkeypatch, regel, {"id": 8, "vraag": "paspoort"})
    assert sorted(fout) == ["fout", "id"]
    assert fout["id"] == id_
    assert goed["producten"] == ["paspoort-aanvragen"]


def test_voor_mensen_een_tabel(gevuld: None) -> None:
    uit = io.StringIO()
    call_command("zoek", "paspoort", "kwijt", gemeente="sliedrecht", stdout=uit)
    kop, lijn, *rijen, slot = uit.getvalue().splitlines()
    assert kop.split() == ["titel", "sleutel", "soort", "status"]
    assert set(lijn) == {"─", " "}
    (vraag,) = [rij for rij in rijen if "paspoort-kwijt" in rij]
    assert vraag.split()[-2:] == ["Vraag", "Aangeboden"]
    assert slot.startswith("2 treffers · ")


def test_onbekende_gemeente_noemt_de_keuzes(gevuld: None) -> None:
    with pytest.raises(CommandError, match="regio, sliedrecht"):
        call_command("zoek", "paspoort", gemeente="atlantis")


def test_zonder_vraag_zegt_de_opdracht_hoe_het_moet(gevuld: None) -> None:
    with pytest.raises(CommandError, match="Geef een vraag"):
        call_command("zoek")


def test_zonder_zoekmachine_zegt_de_opdracht_dat(gevuld: None, settings: Any, tmp_path: Any) -> None:
    settings.ANTWOORD_INDEX = tmp_path / "leeg"
    uit, fout = io.StringIO(), io.StringIO()
    call_command("zoek", "paspoort", stdout=uit, stderr=fout)
    assert "alleen op titel" in fout.getvalue()
    assert "paspoort-aanvragen" in uit.getvalue()
