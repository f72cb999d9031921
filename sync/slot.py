"""One at a time: one loop on SQLite, and among the loops on PostgreSQL one that looks after the index.

On SQLite a lock on a file, which the system lets go of when the process dies; on PostgreSQL advisory locks, which the
server lets go of when the connection does.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path

from django.conf import settings
from django.db import connection


class LusLooptAl(Exception):
    """Another sync loop is running on this database."""


class Slot(IntEnum):
    """Numbers of advisory locks: chosen once, the same in every process on this database."""

    INDEX = 7_461_001
    VRAAG_GENERATIE = 7_461_002
    STROOM = 7_461_003


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


@contextmanager
def zonder_wachten(slot: Slot) -> Iterator[bool]:
    """Whether it is our turn; held until the end of the block, outside any transaction. SQLite has one loop."""
    if connection.vendor == "sqlite":
        yield True
        return
    aan_de_beurt = _vraag("SELECT pg_try_advisory_lock(%s)", slot)
    try:
        yield aan_de_beurt
    finally:
        # After a lost connection there is nothing to let go of, and asking would only hide why it was lost.
        if aan_de_beurt and connection.is_usable():
            _vraag("SELECT pg_advisory_unlock(%s)", slot)


@contextmanager
def om_de_beurt(slot: Slot) -> Iterator[None]:
    """Wait for our turn; held until the end of the transaction. SQLite's transactions wait for each other anyhow."""
    if connection.vendor != "sqlite":
        _vraag("SELECT pg_advisory_xact_lock(%s)", slot)
    yield


def _vraag(sql: str, slot: Slot) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, [int(slot)])
        return bool(cursor.fetchone()[0])
