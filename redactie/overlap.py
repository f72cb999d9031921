"""No overlapping periods of one fact, or of one way of deviating, kept by the database itself.

An exclusion constraint on PostgreSQL, triggers on SQLite (which has none), under one test. Set after every `migrate`
rather than in a migration: Django 5.2 rebuilds a SQLite table to alter it, and a rebuilt table has lost its triggers
without a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connections

EINDE = "'9999-12-31'"
BEGIN = "'0001-01-01'"


@dataclass(frozen=True, slots=True)
class Regel:
    """Rows of `tabel` that agree on all of `gelijk` (SQL expressions over a row) may not share a day."""

    naam: str
    tabel: str
    gelijk: tuple[str, ...]
    van: str
    tot: str
    melding: str


IN_PLAATS_VAN = (
    "(CASE WHEN {rij}wijze IN ('vervangen', 'verbergen') THEN 'in_plaats_van' ELSE {rij}wijze END)"
)

REGELS = (
    Regel(
        "gegeven_perioden",
        "redactie_gegeven",
        ("{rij}sleutel", "coalesce({rij}gemeente_id, 0)"),
        "geldig_van",
        "geldig_tot",
        "Twee waarden van een gegeven overlappen.",
    ),
    Regel(
        "tarief_perioden",
        "redactie_tarief",
        ("{rij}sleutel", "coalesce({rij}gemeente_id, 0)"),
        "geldig_van",
        "geldig_tot",
        "Twee bedragen van een tarief overlappen.",
    ),
    Regel(
        "afwijking_perioden",
        "redactie_afwijking",
        ("{rij}versie_id", "{rij}veld", IN_PLAATS_VAN),
        "vanaf",
        "tot",
        "Twee afwijkingen van een veld overlappen.",
    ),
)


def stel_zeker(sender: Any, using: str, **kwargs: Any) -> None:
    """Handler of `post_migrate`."""
    verbinding = connections[using]
    aanwezig = set(verbinding.introspection.table_names())
    with verbinding.cursor() as cursor:
        for regel in REGELS:
            if regel.tabel in aanwezig:
                for opdracht in _sqlite(regel) if verbinding.vendor == "sqlite" else _postgresql(regel):
                    cursor.execute(opdracht)


def _sqlite(regel: Regel) -> list[str]:
    """Two triggers. The values stand in this file alone; nothing of a user comes into the SQL."""
    gelijk = " AND ".join(f"{deel.format(rij='a.')} = {deel.format(rij='NEW.')}" for deel in regel.gelijk)
    botst = (
        f"SELECT RAISE(ABORT, '{regel.melding}') WHERE EXISTS (SELECT 1 FROM {regel.tabel} a "  # noqa: S608  as below
        f"WHERE a.id IS NOT NEW.id AND {gelijk} "
        f"AND coalesce(a.{regel.van}, {BEGIN}) <= coalesce(NEW.{regel.tot}, {EINDE}) "
        f"AND coalesce(NEW.{regel.van}, {BEGIN}) <= coalesce(a.{regel.tot}, {EINDE}));"
    )
    return [
        f"CREATE TRIGGER IF NOT EXISTS {regel.naam}_{moment} BEFORE {moment.upper()} ON {regel.tabel} "
        f"BEGIN {botst} END"
        for moment in ("insert", "update")
    ]


def _postgresql(regel: Regel) -> list[str]:
    """Deferred to the commit: within one save two deviations may trade places."""
    gelijk = ", ".join(f"({deel.format(rij='')}) WITH =" for deel in regel.gelijk)
    return [
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{regel.naam}') THEN
                ALTER TABLE {regel.tabel} ADD CONSTRAINT {regel.naam} EXCLUDE USING gist
                    ({gelijk}, daterange({regel.van}, {regel.tot}, '[]') WITH &&)
                    DEFERRABLE INITIALLY DEFERRED;
            END IF;
        END $$
        """,  # noqa: S608  only names of this file
    ]
