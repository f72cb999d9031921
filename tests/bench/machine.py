"""On what was measured: machine, versions, load; and how fast the bare machine is, to compare runs with each other."""

from __future__ import annotations

import hashlib
import os
import platform
import sqlite3
import subprocess
import time
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.uitkomst import Meting, mediaan, spreiding

ONDERDEEL = "The machine itself"
PAKKETTEN = ("django", "wagtail", "gunicorn", "tantivy")


def machine() -> dict[str, str]:
    return {
        "Date": datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z"),
        "Commit": _commit(),
        "Machine": f"{_processor()}, {os.cpu_count()} cores, {_geheugen()} memory, {platform.system()}",
        "Versions": ", ".join(
            [
                f"Python {platform.python_version()}",
                f"SQLite {sqlite3.sqlite_version}",
                *(f"{pakket} {version(pakket)}" for pakket in PAKKETTEN),
            ]
        ),
    }


def belasting() -> str:
    """How busy the machine was in the last minute: other work makes every number worse."""
    return f"{os.getloadavg()[0]:.1f}"


def ijk(werkmap: Path) -> list[Meting]:
    """One core, and one durable write: the two things everything else is made of."""
    blok = b"antwoord" * 1_000_000
    rekenen = [_duur(lambda: hashlib.sha256(blok).digest()) for _ in range(5)]
    schrijven = [_duur(lambda: _schrijf(werkmap / "ijk")) for _ in range(50)]
    return [
        Meting(
            ONDERDEEL,
            "SHA-256 of 8 MB, one core",
            mediaan(rekenen),
            "ms",
            spreiding(rekenen, "ms"),
            referentie=True,
        ),
        Meting(
            ONDERDEEL,
            "4 kB written and synced to disk",
            mediaan(schrijven),
            "ms",
            spreiding(schrijven, "ms"),
            referentie=True,
        ),
    ]


def _schrijf(pad: Path) -> None:
    with pad.open("wb") as bestand:
        bestand.write(b"x" * 4096)
        bestand.flush()
        os.fsync(bestand.fileno())


def _duur(doe) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def _commit() -> str:
    def git(*woorden: str) -> str:
        klaar = subprocess.run(["git", *woorden], capture_output=True, text=True, check=False)
        return klaar.stdout.strip()

    bron = ["--", "redactie", "search", "sync", "kennisbank", "templates", "deploy"]
    gewijzigd = git("status", "--porcelain", "--untracked-files=no", *bron)
    return f"{git('rev-parse', '--short', 'HEAD')}{' with changes' if gewijzigd else ''}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for regel in cpuinfo.read_text("utf-8").splitlines():
            if regel.startswith("model name"):
                return regel.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _geheugen() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
