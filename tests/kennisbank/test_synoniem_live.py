"""A synonym is live at once, also in a process that has been searching for a while: rows are read at each question."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kennisbank.zoeken import zoek
from redactie.bronnen import REGIO
from redactie.models import Synoniem
from redactie.settings.omgeving import BASE_DIR
from search.bereik import publiek
from tests.factories import SynoniemFactory
from tests.kennisbank.uitgave import geef_uit, indexeer

BINNEN = 2.0  # seconds


def database_adres() -> str:
    """The test database, for a process of its own."""
    naam = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{naam}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{naam}").geturl()


@pytest.fixture
def ander_proces(transactional_db: None, index: Any, tmp_path: Path) -> Iterator[Any]:
    """Ask a process that goes on: a function from a question to the keys found."""
    geef_uit(REGIO, "paspoort-aanvragen", "Paspoort aanvragen")
    geef_uit(REGIO, "grofvuil", "Grofvuil laten ophalen")
    indexeer()
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "redactie.settings.development",
        "ANTWOORD_DATA": str(tmp_path),
        "ANTWOORD_ZOEKMACHINE": "tantivy",
        "DATABASE_URL": database_adres(),
    }
    opdracht = [sys.executable, "manage.py", "zoek", "--jsonl"]
    proces = subprocess.Popen(
        opdracht, cwd=BASE_DIR, env=omgeving, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )

    def vraag(tekst: str) -> list[str]:
        assert proces.stdin is not None
        assert proces.stdout is not None
        proces.stdin.write(json.dumps({"id": 1, "vraag": tekst}) + "\n")
        proces.stdin.flush()
        return json.loads(proces.stdout.readline())["producten"]

    yield vraag
    proces.stdin.close()
    proces.wait(timeout=30)


@pytest.mark.traag
def test_een_ander_proces_vindt_een_nieuw_synoniem_binnen_twee_seconden(ander_proces: Any) -> None:
    assert ander_proces("paspoort") == ["paspoort-aanvragen"]
    assert ander_proces("zwerfboekje") == []
    begin = time.monotonic()
    synoniem = SynoniemFactory(woorden=["zwerfboekje", "paspoort"])
    assert ander_proces("zwerfboekje") == ["paspoort-aanvragen"]
    assert time.monotonic() - begin < BINNEN
    synoniem.woorden = ["zwerfboekje", "grofvuil"]
    synoniem.save()
    assert ander_proces("zwerfboekje") == ["grofvuil"]
    synoniem.delete()
    assert ander_proces("zwerfboekje") == []


@pytest.mark.django_db
def test_elke_vraag_leest_de_rijen_opnieuw(index: Any) -> None:
    geef_uit(REGIO, "paspoort-aanvragen", "Paspoort aanvragen")
    indexeer()
    for _ in range(2):
        with CaptureQueriesContext(connection) as gevraagd:
            zoek("paspoort", publiek(REGIO))
        assert sum(Synoniem._meta.db_table in vraag["sql"] for vraag in gevraagd) == 1
