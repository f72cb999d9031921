"""A migrated, empty SQLite database kept between test runs: migrating takes most of a short run's time.

The name holds a hash over our migrations and the locked versions, so that a change of either makes a new one. Django
still runs `migrate` over the copy, which then has nothing to do. PostgreSQL is always migrated from nothing.
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

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


def bewaar(bron: Path) -> None:
    """Keep a database that was just migrated; complete or not at all, also with two runs at once."""
    voorlopig = pad().with_suffix(f".{os.getpid()}")
    verbinding = sqlite3.connect(bron)
    verbinding.execute("VACUUM INTO ?", (str(voorlopig),))
    verbinding.close()
    voorlopig.replace(pad())
