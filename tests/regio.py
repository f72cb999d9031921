"""The sample region, prepared and published once for all tests: an installation to copy, and its rows to read.

Made by the commands of an installation, and kept between test runs as `sjabloon.py` keeps the migrated database:
importing and publishing everything takes minutes. The name holds a hash over all that it is made from, and the date,
because texts begin and end.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from itertools import groupby
from pathlib import Path

from django.core import serializers
from django.utils import timezone

from redactie.settings.omgeving import BASE_DIR
from tests import sjabloon

MODELLEN = ("redactie.Regio", "redactie.Gemeente", "redactie.Synoniem", "sync.Inhoud", "sync.Publicatie")
"""What readers use of it."""
KAMERS = ("redactie", "search", "sync")
CODE = {".py", ".json", ".csv", ".md", ".yaml", ".yml"}
DATABASE = "antwoord.sqlite3"
RIJEN = "rijen.json.gz"
GEDULD = "600"


def publiceer_regio() -> None:
    """Fill the empty test database of this connection; a caller that rolls back leaves no trace."""
    with gzip.open(_voorraad() / RIJEN, "rt", encoding="utf-8") as tekst:
        rijen = [lid.object for lid in serializers.deserialize("json", tekst)]
    for model, van_model in groupby(rijen, type):
        model._base_manager.bulk_create(van_model, batch_size=500)


def kopieer_installatie(data: Path) -> None:
    """A data folder to start from (`deploy/start.py`), with the region live and nothing waiting."""
    shutil.copytree(_voorraad(), data, ignore=shutil.ignore_patterns(RIJEN))


def _voorraad() -> Path:
    """The folder with both; made by whoever asks first."""
    klaar = _pad()
    if not klaar.is_dir():
        with sjabloon.op_onze_beurt("regio"):
            if not klaar.is_dir():
                _maak(klaar)
    return klaar


def _maak(doel: Path) -> None:
    """Complete or not at all."""
    voorlopig = doel.with_suffix(f".{os.getpid()}")
    shutil.rmtree(voorlopig, ignore_errors=True)  # of a run that was killed, with the same number
    voorlopig.mkdir()
    try:
        sjabloon.gebruik(voorlopig / DATABASE)
        sjabloon.manage(voorlopig, "voorbereiden")
        sjabloon.manage(voorlopig, "sync", "--eenmalig", "--geduld", GEDULD)
        with closing(sqlite3.connect(voorlopig / DATABASE)) as verbinding:
            verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sjabloon.manage(voorlopig, "dumpdata", *MODELLEN, "--output", str(voorlopig / RIJEN))
        voorlopig.replace(doel)
    finally:
        shutil.rmtree(voorlopig, ignore_errors=True)


def _pad() -> Path:
    som = hashlib.sha256((BASE_DIR / "requirements" / "run.txt").read_bytes())
    bestanden = (bestand for kamer in KAMERS for bestand in (BASE_DIR / kamer).rglob("*"))
    for bestand in sorted(lid for lid in bestanden if lid.suffix in CODE):
        som.update(str(bestand.relative_to(BASE_DIR)).encode() + bestand.read_bytes())
    naam = f"antwoord-test-regio-{os.getuid()}-{timezone.localdate():%Y%m%d}-{som.hexdigest()[:16]}"
    return sjabloon.bewaarplaats() / naam


if __name__ == "__main__":
    # Ahead of the tests, which else make it when they first need it, and wait for it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and what it started ends with it
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redactie.settings.test")
    _voorraad()
