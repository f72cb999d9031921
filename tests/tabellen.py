"""All that the database holds, table by table: for tests of what must not change, and of what must not be kept."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection


def rijen_per_tabel(*, behalve: Collection[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but `behalve`, in an order of its own."""
    stand = {}
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names(cursor):
            if tabel not in behalve:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")  # noqa: S608  names of tables
                stand[tabel] = sorted(cursor.fetchall(), key=repr)
    return stand
