"""The reference on PostgreSQL: full text with the `dutch` configuration, as a Django project would use it.

A stored tsvector with four weights under a GIN index, with the municipality in that index where the server has
btree_gin (beside it, the words of all municipalities are read first). In a schema of its own, that is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence

import psycopg

from tests.bench.landelijk import Stuk
from tests.bench.referentietekst import getrapt, teksten
from tests.bench.zoekers import MEEST, Machine

LABELS = "AABCDC"
"""titel, trefwoorden, samenvatting, tekst, rest, intern: PostgreSQL has four weights."""
VECTOR = " || ".join(f"setweight(to_tsvector('dutch', %s), '{label}')" for label in LABELS)
VRAAG = """
    SELECT sleutel FROM document, to_tsquery('dutch', %s) AS vraag
    WHERE bereik = %s AND woorden @@ vraag ORDER BY ts_rank(woorden, vraag, 1) DESC, sleutel LIMIT %s
"""


class PostgresZoeker:
    def __init__(self, machine: Machine) -> None:
        self.schema = machine.naam.replace("-", "_")
        self.verbinding = psycopg.connect(machine.adres, autocommit=True)
        self.verbinding.execute(f"SET search_path TO {self.schema}, public")
        self.verbinding.add_notice_handler(lambda _: None)

    def begin(self) -> None:
        self.verbinding.execute(f"CREATE SCHEMA {self.schema}")
        self.verbinding.execute(
            "CREATE TABLE document (bereik text, sleutel text, woorden tsvector, PRIMARY KEY (bereik, sleutel))"
        )

    def schrijf(self, stukken: Sequence[Stuk]) -> None:
        rijen = [(stuk.bereik, stuk.sleutel, *teksten(stuk)) for stuk in stukken]
        with self.verbinding.transaction(), self.verbinding.cursor() as cursor:
            cursor.executemany(f"INSERT INTO document VALUES (%s, %s, {VECTOR})", rijen)  # noqa: S608  our own names

    def af(self) -> None:
        self.verbinding.execute(f"CREATE INDEX ON document USING gin ({self._sleutel()})")
        self.verbinding.execute("VACUUM ANALYZE document")

    def _sleutel(self) -> str:
        try:
            self.verbinding.execute(f"CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA {self.schema}")
        except psycopg.Error:
            return "woorden"
        return "bereik, woorden"

    def zoek(self, vraag: str, bereik: str, *, typend: bool) -> tuple[str, ...]:
        def stel(woorden: list[str], alle: bool) -> list[str]:
            termen = [f"'{woord}'" for woord in woorden]
            if typend and vraag[-1:].isalnum():
                termen[-1] += ":*"
            gezocht = (" & " if alle else " | ").join(termen)
            return [rij[0] for rij in self.verbinding.execute(VRAAG, (gezocht, bereik, MEEST))]

        return getrapt(vraag, stel)

    def bytes_op_schijf(self) -> int:
        rij = self.verbinding.execute("SELECT pg_total_relation_size('document')").fetchone()
        return int(rij[0]) if rij else 0

    def serverprocessen(self) -> list[int]:
        return [self.verbinding.info.backend_pid]

    def sluit(self) -> None:
        self.verbinding.close()

    def ruim_op(self) -> None:
        self.verbinding.execute(f"DROP SCHEMA IF EXISTS {self.schema} CASCADE")
