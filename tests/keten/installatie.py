"""A whole installation for the chain stories: the command of `make run`, with the sample region, on a free port.

Real processes, a real database file, a real index: nothing is shared with the test process but files and loopback.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.keten.opdrachten import Opdrachten
from tests.ophalen import haal

BASIS = Path(__file__).resolve().parent.parent.parent
OPSTARTTIJD = 600.0


def vrije_poort() -> int:
    with socket.socket() as stekker:
        stekker.bind(("127.0.0.1", 0))
        return int(stekker.getsockname()[1])


@dataclass
class Installatie:
    data: Path
    poort: int
    extra: dict[str, str] = field(default_factory=dict)
    """Further environment variables of its processes."""
    proces: subprocess.Popen[bytes] | None = None
    opdrachten: Opdrachten | None = None
    """What runs management commands while it runs."""

    @property
    def omgeving(self) -> dict[str, str]:
        schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("ANTWOORD_")}
        schoon.pop("DATABASE_URL", None)
        return schoon | {
            "ANTWOORD_DATA": str(self.data),
            "PORT": str(self.poort),
            "DJANGO_SETTINGS_MODULE": "redactie.settings.development",
            **self.extra,
        }

    @property
    def logboek(self) -> Path:
        return self.data / "keten.log"

    def adres(self, pad: str = "/", *, gemeente: str = "") -> str:
        host = f"{gemeente}.localhost" if gemeente else "localhost"
        return f"http://{host}:{self.poort}{pad}"

    def start(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        with self.logboek.open("ab") as log:
            self.proces = subprocess.Popen(
                [sys.executable, "-m", "deploy.start"], cwd=BASIS, env=self.omgeving, stdout=log, stderr=log
            )
        wacht_tot(self._antwoordt, OPSTARTTIJD, "de installatie antwoordt niet", self.log_einde)
        self.opdrachten = Opdrachten.start(self.omgeving, BASIS)
        self.manage("sync", "--eenmalig", "--geduld", str(OPSTARTTIJD))

    def kopieer(self, data: Path) -> None:
        """A copy of what it holds, for another installation. Nothing may be waiting to be published."""
        shutil.copytree(self.data, data, ignore=shutil.ignore_patterns("*.sqlite3*", "*.log", "logs"))
        with contextlib.closing(sqlite3.connect(self._database())) as verbinding:
            verbinding.execute("VACUUM INTO ?", (str(data / self._database().name),))

    def stop(self) -> None:
        if self.opdrachten is not None:
            self.opdrachten.stop()
            self.opdrachten = None
        if self.proces is not None and self.proces.poll() is None:
            self.proces.send_signal(signal.SIGINT)
            self.proces.wait(timeout=30)

    def manage(self, *woorden: str, invoer: str | None = None) -> str:
        """Run a management command; its output. Fails the test with what it said."""
        code, uitvoer, fouten = (
            self.opdrachten.voer_uit(woorden, invoer) if self.opdrachten else self._los(woorden, invoer)
        )
        assert code == 0, uitvoer + fouten
        return uitvoer

    def _los(self, woorden: tuple[str, ...], invoer: str | None) -> tuple[int, str, str]:
        klaar = subprocess.run(
            [sys.executable, "manage.py", *woorden],
            cwd=BASIS,
            env=self.omgeving,
            input=invoer,
            capture_output=True,
            text=True,
            check=False,
        )
        return klaar.returncode, klaar.stdout, klaar.stderr

    def rijen(self, vraag: str, *waarden: Any) -> list[tuple[Any, ...]]:
        """Read the database file, as an outsider."""
        with sqlite3.connect(f"file:{self._database()}?mode=ro", uri=True) as verbinding:
            return verbinding.execute(vraag, waarden).fetchall()

    def zoek(self, gemeente: str, vraag: str) -> list[str]:
        """Keys of what the desk finds."""
        regel = json.dumps({"id": 1, "gemeente": gemeente, "vraag": vraag, "typend": False})
        uitvoer = json.loads(self.manage("zoek", "--jsonl", invoer=regel + "\n").splitlines()[-1])
        return [treffer["sleutel"] for treffer in uitvoer["treffers"]]

    def log_einde(self) -> str:
        return self.logboek.read_text("utf-8", "replace")[-3000:]

    def _database(self) -> Path:
        return next(self.data.glob("*.sqlite3"))

    def _antwoordt(self) -> bool:
        assert self.proces is None or self.proces.poll() is None, self.log_einde()
        try:
            return haal(f"http://127.0.0.1:{self.poort}/", timeout=5).status_code < 500
        except httpx.HTTPError:
            return False


def wacht_tot(
    klopt: Callable[[], bool], seconden: float, melding: str, erbij: Callable[[], str] = lambda: ""
) -> float:
    """Wait until `klopt`; the seconds it took. AssertionError with the message when it takes too long."""
    begin = time.monotonic()
    while not klopt():
        assert time.monotonic() - begin < seconden, f"{melding} na {seconden} seconden\n{erbij()}"
        time.sleep(0.05)
    return time.monotonic() - begin
