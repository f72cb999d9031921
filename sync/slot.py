"""One loop at a time on SQLite: a lock on a file, which the system lets go of when the process dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection


class LusLooptAl(Exception):
    """Another sync loop is running on this database."""


@contextmanager
def alleen() -> Iterator[None]:
    """Hold the lock for as long as the loop runs; raises LusLooptAl. PostgreSQL needs none: rows are locked."""
    if connection.vendor != "sqlite":
        yield
        return
    pad = Path(settings.ANTWOORD_DATA) / "sync.slot"
    pad.parent.mkdir(parents=True, exist_ok=True)
    with pad.open("a+") as bestand:
        try:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fout:
            raise LusLooptAl from fout
        bestand.truncate(0)
        bestand.write(str(os.getpid()))
        bestand.flush()
        yield
