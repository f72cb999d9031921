"""A migrated, empty SQLite database kept between test runs: migrating takes most of a short run's time.

The name holds a hash over our migrations and the locked versions, so that a change of either makes a new one. Django
still runs `migrate` over the copy, which then has nothing to do. PostgreSQL is always migrated from nothing.
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from redactie.settings.omgeving import BASE_DIR


def pad() -> Path:
    som = hashlib.sha256((BASE_DIR / "requirements" / "run.txt").read_bytes())
    for migratie in sorted(BASE_DIR.glob("*/migrations/*.py")):
        som.update(str(migratie.relative_to(BASE_DIR)).encode() + migratie.read_bytes())
    gebruiker = os.getuid()
    return Path(tempfile.gettempdir()) / f"antwoord-test-sjabloon-{gebruiker}-{som.hexdigest()[:16]}.sqlite3"


def gebruik(doel: Path) -> bool:
    """Copy the kept database to `doel`; False when there is none."""
    if not pad().is_file():
        return False
    shutil.copyfile(pad(), doel)
    return True


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


def bewaar(bron: Path) -> None:
    """Keep a database that was just migrated; complete or not at all, also with two runs at once."""
    voorlopig = pad().with_suffix(f".{os.getpid()}")
    verbinding = sqlite3.connect(bron)
    verbinding.execute("VACUUM INTO ?", (str(voorlopig),))
    verbinding.close()
    voorlopig.replace(pad())
