"""Processes of their own beside one data folder, so that a test can stop one: real gunicorn, real files."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from redactie.settings.omgeving import BASE_DIR
from tests import sjabloon
from tests.keten.installatie import wacht_tot
from tests.keten.klok import Klok
from tests.ophalen import haal

VUL = """
import django; django.setup()
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)
from redactie.keuzes import Rol
from tests.factories import GebruikerFactory, GemeenteFactory
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit, indexeer
GemeenteFactory(slug="sliedrecht")
GebruikerFactory(username="kees", rol=Rol.KCC)
for bereik in ("regio", "sliedrecht"):
    geef_gemeente_uit(bereik)
    geef_uit(bereik, "paspoort-aanvragen", "Paspoort aanvragen", kosten="U betaalt aan de balie.")
indexeer()
"""
GEDULD = 180.0
"""Seconds for a process to begin, on a machine that does much else."""


@dataclass
class Proces:
    """One web process, what it serves, and where it writes its log."""

    poort: int
    logboek: Path
    proces: subprocess.Popen[bytes]

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.poort}"

    def stop(self) -> None:
        self.proces.terminate()
        self.proces.wait(timeout=30)

    def antwoordt(self) -> bool:
        try:
            haal(self.adres, timeout=20)
        except httpx.TransportError:
            return False
        return True


def omgeving(data: Path, **rest: str) -> dict[str, str]:
    eigen = {
        "DJANGO_SETTINGS_MODULE": "redactie.settings.development",
        "ANTWOORD_DATA": str(data),
        "DATABASE_URL": "",
        "ANTWOORD_ZOEKMACHINE": "tantivy",
        "PYTHONPATH": str(BASE_DIR),
        **rest,
    }
    return {**os.environ, **eigen}


def draai(data: Path, *opdracht: str, extra: Mapping[str, str] | None = None) -> None:
    subprocess.run(
        [sys.executable, *opdracht],
        cwd=BASE_DIR,
        env=omgeving(data, **(extra or {})),
        check=True,
        capture_output=True,
    )


def start(data: Path, delen: str, extra: Mapping[str, str] | None = None) -> Proces:
    """A web process that serves these parts, as soon as it answers; `extra`: more of its environment."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    logboek = data / f"{delen}.log"
    with logboek.open("wb") as uit:
        proces = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn_conf.py"],
            cwd=BASE_DIR,
            env=omgeving(data, PORT=str(poort), ANTWOORD_DELEN=delen, **(extra or {})),
            stdout=uit,
            stderr=subprocess.STDOUT,
        )
    gestart = Proces(poort, logboek, proces)
    einde = time.monotonic() + GEDULD
    while not gestart.antwoordt():
        assert proces.poll() is None, logboek.read_text("utf-8", "replace")
        assert time.monotonic() < einde, "de webserver antwoordt niet"
        time.sleep(0.2)
    return gestart


def op_klok(klok: Klok) -> dict[str, str]:
    """What a process needs to follow this clock."""
    return klok.omgeving | {"PYTHONPATH": f"{klok.omgeving['PYTHONPATH']}:{BASE_DIR}"}


@contextmanager
def sync(data: Path, extra: Mapping[str, str] | None = None) -> Iterator[None]:
    """The process that publishes, from its own first sign of life on; `extra`: more of its environment."""
    eerder = _hartslag(data)
    proces = subprocess.Popen(
        [sys.executable, "manage.py", "sync"],
        cwd=BASE_DIR,
        env=omgeving(data, **(extra or {})),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wacht_tot(
            lambda: _hartslag(data) not in ("", "None", eerder), GEDULD, "de sync geeft geen teken van leven"
        )
        yield
    finally:
        proces.send_signal(signal.SIGTERM)
        proces.wait(timeout=60)


def _hartslag(data: Path) -> str:
    with closing(sqlite3.connect(f"file:{data / 'antwoord.sqlite3'}?mode=ro", uri=True)) as verbinding:
        return " ".join(
            str(hartslag) for (hartslag,) in verbinding.execute("SELECT hartslag FROM sync_syncstand")
        )


def vul(map_: Path, extra: Mapping[str, str] | None = None) -> Path:
    """A data folder with a published municipality and static files; `extra`: which engine its index is made in."""
    sjabloon.gebruik(map_ / "antwoord.sqlite3")
    draai(map_, "-c", VUL, extra=extra)
    return map_
