"""A PostgreSQL of the run's own, that may be stopped in the middle: `deploy/testservers.sh` with a folder of its own.

It runs without fsync: stopping it at once loses nothing that was committed, because that is with the operating system.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from tests import sjabloon
from tests.keten.installatie import BASIS, vrije_poort

BASISDATABASE = "basis"


@dataclass(frozen=True)
class Cluster:
    map: Path
    poort: int

    def adres(self, database: str) -> str:
        return f"postgresql://antwoord@127.0.0.1:{self.poort}/{database}"

    def start(self) -> None:
        self._servers("postgres")

    def stop_meteen(self) -> None:
        """Without a word to anybody who is connected, and without writing anything down."""
        self._servers("stop")

    def maak(self, database: str, *, van: str = "template0") -> None:
        """A fresh database, a copy of another one to which nobody is connected."""
        with psycopg.connect(self.adres("postgres"), autocommit=True) as verbinding:
            naam, bron = sql.Identifier(database), sql.Identifier(van)
            verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(naam))
            verbinding.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(naam, bron))

    def gebruik_sjabloon(self, database: str) -> bool:
        """Fill a fresh database with the migrated, empty one that was kept; False when there is none."""
        if not _sjabloon().is_file():
            return False
        _draai("psql", "--quiet", "--output=/dev/null", f"--file={_sjabloon()}", self.adres(database))
        return True

    def bewaar_sjabloon(self, database: str) -> None:
        """Complete or not at all, also with two runs at once."""
        voorlopig = _sjabloon().with_suffix(f".{os.getpid()}")
        _draai("pg_dump", "--no-owner", f"--file={voorlopig}", self.adres(database))
        voorlopig.replace(_sjabloon())

    def _servers(self, wat: str) -> None:
        eigen = {"ANTWOORD_TESTSERVERS": str(self.map), "ANTWOORD_TEST_PG_POORT": str(self.poort)}
        klaar = subprocess.run(
            [BASIS / "deploy" / "testservers.sh", wat],
            env=os.environ | eigen,
            stdin=subprocess.DEVNULL,
            # The server keeps what it is given open: a pipe would never end.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )
        if klaar.returncode != 0:
            logboek = self.map / "pg.log"
            gezegd = logboek.read_text("utf-8", "replace")[-2000:] if logboek.is_file() else ""
            raise RuntimeError(f"testservers.sh {wat} is mislukt\n{gezegd}")


def _sjabloon() -> Path:
    """Migrating takes most of a short run's time (`tests/sjabloon.py` does the same on SQLite)."""
    return sjabloon.pad().with_suffix(".sql")


def _draai(*opdracht: str) -> None:
    subprocess.run(opdracht, check=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


@contextmanager
def eigen_map() -> Iterator[Path]:
    """A temporary folder that the account of the database may go into."""
    with tempfile.TemporaryDirectory(prefix="antwoord-chaos-", ignore_cleanup_errors=True) as map_:
        Path(map_).chmod(0o755)
        yield Path(map_)


@contextmanager
def eigen_cluster(map_: Path) -> Iterator[Cluster]:
    cluster = Cluster(map_, vrije_poort())
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop_meteen()
