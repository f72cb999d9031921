"""A migrated, empty database on the PostgreSQL server of the tests, to copy: once for all test processes of a run.

The same as `sjabloon.py`, by the server itself (`CREATE DATABASE … TEMPLATE`). It is kept as long as that server.
"""

import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests import sjabloon


def naam(adres: str) -> str:
    """The name of that database on the server at `adres`, made by whoever asks first."""
    klaar = f"antwoord_sjabloon_{sjabloon.stempel()}"
    with (
        sjabloon.op_onze_beurt("sjabloon-postgres"),
        psycopg.connect(adres, autocommit=True) as verbinding,
    ):
        if not verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", (klaar,)).fetchone():
            _maak(verbinding, adres, klaar)
    return klaar


def _maak(verbinding: psycopg.Connection, adres: str, klaar: str) -> None:
    """Complete or not at all: it gets its name last."""
    voorlopig = f"{klaar}_bezig"
    verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(voorlopig)))
    verbinding.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(voorlopig)))
    with tempfile.TemporaryDirectory(prefix="antwoord-sjabloon-") as data:
        nieuw = urlsplit(adres)._replace(path=f"/{voorlopig}").geturl()
        sjabloon.manage(Path(data), "migrate", "--verbosity", "0", database_url=nieuw)
    verbinding.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(voorlopig), sql.Identifier(klaar))
    )
