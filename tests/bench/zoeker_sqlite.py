"""The reference on SQLite: FTS5 as a Django project would use it, tuned as far as it goes.

Accents off, indexes for beginnings of words, the weights of Antwoord, the municipality as a word of the question (as
a column beside it, each question reads all municipalities), and no copy of the texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from search.gewichten import GEWICHTEN
from tests.bench.landelijk import Stuk
from tests.bench.referentietekst import KOLOMMEN, getrapt, teksten
from tests.bench.zoekers import MEEST, Machine, grootte

TABELLEN = f"""
    PRAGMA journal_mode = WAL;
    CREATE TABLE document (id INTEGER PRIMARY KEY, sleutel TEXT NOT NULL);
    CREATE VIRTUAL TABLE zoek USING fts5(
        bereik, {", ".join(KOLOMMEN)}, content = '', prefix = '2 3 4',
        tokenize = 'unicode61 remove_diacritics 2'
    );
"""
VRAAG = """
    SELECT document.sleutel FROM zoek JOIN document ON document.id = zoek.rowid
    WHERE zoek MATCH ? ORDER BY zoek.rank LIMIT ?
"""


class SqliteZoeker:
    def __init__(self, machine: Machine) -> None:
        self.map = Path(machine.map)
        self.map.mkdir(parents=True, exist_ok=True)
        self.verbinding = sqlite3.connect(self.map / "fts5.sqlite3", timeout=30)
        self.verbinding.execute("PRAGMA synchronous = FULL")
        self._nummer: int | None = None

    def begin(self) -> None:
        self.verbinding.executescript(TABELLEN)
        gewichten = ", ".join(str(gewicht) for gewicht in (0.0, *GEWICHTEN.groep.values()))
        with self.verbinding:
            self.verbinding.execute(
                "INSERT INTO zoek (zoek, rank) VALUES ('rank', ?)", (f"bm25({gewichten})",)
            )

    def schrijf(self, stukken: Sequence[Stuk]) -> None:
        if self._nummer is None:
            self._nummer = self.verbinding.execute("SELECT coalesce(max(id), 0) FROM document").fetchone()[0]
        eerste = self._nummer + 1
        self._nummer += len(stukken)
        rijen = [
            (nummer, _als_woord(stuk.bereik), *teksten(stuk)) for nummer, stuk in enumerate(stukken, eerste)
        ]
        plekken = ", ".join("?" * (len(KOLOMMEN) + 2))
        with self.verbinding:
            self.verbinding.executemany(
                "INSERT INTO document VALUES (?, ?)",
                [(nummer, stuk.sleutel) for nummer, stuk in enumerate(stukken, eerste)],
            )
            self.verbinding.executemany(
                f"INSERT INTO zoek (rowid, bereik, {', '.join(KOLOMMEN)}) VALUES ({plekken})",  # noqa: S608  our own names
                rijen,
            )

    def af(self) -> None:
        with self.verbinding:
            self.verbinding.execute("INSERT INTO zoek (zoek) VALUES ('optimize')")
        self.verbinding.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def zoek(self, vraag: str, bereik: str, *, typend: bool) -> tuple[str, ...]:
        hier = f"bereik : {_als_woord(bereik)}"

        def stel(woorden: list[str], alle: bool) -> list[str]:
            termen = [f'"{woord}"' for woord in woorden]
            if typend and vraag[-1:].isalnum():
                termen[-1] += "*"
            gezocht = f"{hier} AND ({(' AND ' if alle else ' OR ').join(termen)})"
            return [sleutel for (sleutel,) in self.verbinding.execute(VRAAG, (gezocht, MEEST))]

        return getrapt(vraag, stel)

    def bytes_op_schijf(self) -> int:
        return grootte(self.map)

    def serverprocessen(self) -> list[int]:
        return []

    def sluit(self) -> None:
        self.verbinding.close()

    def ruim_op(self) -> None:
        """The folder is the caller's."""


def _als_woord(bereik: str) -> str:
    return bereik.replace("-", "")
