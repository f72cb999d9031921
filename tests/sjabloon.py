"""A migrated, empty SQLite database kept between test runs: migrating takes most of a short run's time.

The name holds a hash over our migrations and the locked versions, so that a change of either makes a new one. Django
still runs `migrate` over the copy, which then has nothing to do. For PostgreSQL: `sjabloon_postgres.py`.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from redactie.settings.omgeving import BASE_DIR


def pad() -> Path:
    return bewaarplaats() / f"antwoord-test-sjabloon-{os.getuid()}-{stempel()}.sqlite3"


def stempel() -> str:
    """The same for the same migrations of the same versions."""
    som = hashlib.sha256((BASE_DIR / "requirements" / "run.txt").read_bytes())
    for migratie in sorted(BASE_DIR.glob("*/migrations/*.py")):
        som.update(str(migratie.relative_to(BASE_DIR)).encode() + migratie.read_bytes())
    return som.hexdigest()[:16]


def gebruik(doel: Path) -> None:
    """Copy the kept database to `doel`."""
    klaar = pad()
    if not klaar.is_file():
        with op_onze_beurt("sjabloon"):
            if not klaar.is_file():
                _maak(klaar)
    shutil.copyfile(klaar, doel)


def _maak(doel: Path) -> None:
    """By the command of an installation; complete or not at all."""
    with tempfile.TemporaryDirectory(prefix="antwoord-sjabloon-") as data:
        manage(Path(data), "migrate", "--verbosity", "0")
        voorlopig = doel.with_suffix(f".{os.getpid()}")
        voorlopig.unlink(missing_ok=True)  # of a run that was killed, with the same number
        with closing(sqlite3.connect(Path(data) / "antwoord.sqlite3")) as verbinding:
            verbinding.execute("VACUUM INTO ?", (str(voorlopig),))
        voorlopig.replace(doel)


def manage(data: Path, *woorden: str, database_url: str = "") -> None:
    """A management command over an installation in that folder, with the defaults but for its database."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("ANTWOORD_")}
    eigen = {
        "ANTWOORD_DATA": str(data),
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "redactie.settings.development",
    }
    opdracht = [sys.executable, str(BASE_DIR / "manage.py"), *woorden]
    klaar = subprocess.run(opdracht, env=schoon | eigen, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


@contextmanager
def op_onze_beurt(wat: str) -> Iterator[None]:
    """Of several test processes one makes it; the others wait for that, and read it."""
    with (bewaarplaats() / f"antwoord-test-{wat}-{os.getuid()}.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def bewaarplaats() -> Path:
    return Path(tempfile.gettempdir())


def vul(verbinding: Any, begin: Path) -> None:
    """Put into empty tables what stood in them in the file `begin`, a copy of this very database.

    For what Django does object by object (`deserialize_db_from_string`): half a second for each test that commits.
    """
    tabellen = _gevuld(begin)
    verbinding.ensure_connection()
    ruw = verbinding.connection
    ruw.execute("ATTACH DATABASE ? AS begin_", (str(begin),))
    # The file was whole, and is taken whole: SQLite's count of references still open is off after such an INSERT.
    ruw.execute("PRAGMA foreign_keys = OFF")
    try:
        ruw.execute("BEGIN IMMEDIATE")
        for tabel in tabellen:
            ruw.execute(f'INSERT OR IGNORE INTO main."{tabel}" SELECT * FROM begin_."{tabel}"')  # noqa: S608  our tables
        ruw.execute("COMMIT")
    finally:
        if ruw.in_transaction:
            ruw.execute("ROLLBACK")
        ruw.execute("PRAGMA foreign_keys = ON")
        ruw.execute("DETACH DATABASE begin_")


@cache
def _gevuld(begin: Path) -> tuple[str, ...]:
    """The tables with rows; not what a virtual table keeps for itself, which follows its own table."""
    with closing(sqlite3.connect(begin)) as verbinding:
        alle = verbinding.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        virtueel = tuple(naam for naam, sql in alle if (sql or "").upper().startswith("CREATE VIRTUAL"))
        gewoon = [naam for naam, _ in alle if not naam.startswith(("sqlite_", *virtueel))]
        return tuple(
            naam
            for naam in gewoon
            if verbinding.execute(f'SELECT 1 FROM "{naam}" LIMIT 1').fetchone()  # noqa: S608  our tables
        )
