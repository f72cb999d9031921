"""A query of which only values change, put into SQL once.

Django builds and translates a queryset anew at each use: the age of the index took 3.5 ms, of which the database 0.2.
At fifty questions a second that is what the desk waits for. Still written with the ORM, so that a renamed column is
found; only for what is read at every question.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Waarde = str | int | date | datetime
Rij = tuple[Any, ...]

_MERKEN: dict[type, Callable[[int], Waarde]] = {
    str: "\x1f{}".format,
    int: lambda nummer: -(10**9) - nummer,
    date: lambda nummer: date(1900, 1, 1 + nummer),
    datetime: lambda nummer: datetime(1901, 1, 1 + nummer, tzinfo=UTC),
}
"""Values that no query of ours holds, by which a parameter is known again in the translated query."""


def eenmaal_vertaald(*soorten: type) -> Callable[[Callable[..., QuerySet[Any]]], Callable[..., list[Rij]]]:
    """`maak(*waarden)` gives a `values_list`; what is made of it takes values of these kinds and gives the rows.

    A value goes to the database as it stands (an id, a key, a moment); a lookup that rewrites it, such as `contains`,
    is refused when it is translated: ValueError. Translated once for each thread, because a compiler of Django keeps
    the connection of its thread.
    """

    def om(maak: Callable[..., QuerySet[Any]]) -> Callable[..., list[Rij]]:
        bewaard = threading.local()

        @wraps(maak)
        def rijen(*waarden: Waarde) -> list[Rij]:
            verbinding = connections[DEFAULT_DB_ALIAS]
            vertaling = getattr(bewaard, "vertaling", None)
            if vertaling is None or vertaling.verbinding is not verbinding:
                vertaling = bewaard.vertaling = _Vertaling(maak, soorten, verbinding)
            return vertaling.rijen(waarden)

        return rijen

    return om


class _Vertaling:
    """The SQL, for each parameter its value or which argument it is, and how Django reads the columns."""

    def __init__(
        self, maak: Callable[..., QuerySet[Any]], soorten: tuple[type, ...], verbinding: Any
    ) -> None:
        self.verbinding = verbinding
        merken = [_MERKEN[soort](nummer) for nummer, soort in enumerate(soorten)]
        vraag = maak(*merken)
        self.compiler = vraag.query.get_compiler(connection=verbinding)
        self.sql, vast = self.compiler.as_sql()
        plekken = {self._naar_database(merk): nummer for nummer, merk in enumerate(merken)}
        self.parameters = [(waarde, plekken.get(waarde)) for waarde in vast]
        if {nummer for _, nummer in self.parameters} - {None} != set(range(len(merken))):
            raise ValueError(f"{maak.__qualname__}: een waarde staat niet zo in de vraag")

    def _naar_database(self, waarde: Waarde) -> Any:
        if isinstance(waarde, datetime):
            return self.verbinding.ops.adapt_datetimefield_value(waarde)
        if isinstance(waarde, date):
            return self.verbinding.ops.adapt_datefield_value(waarde)
        return waarde

    def rijen(self, waarden: tuple[Waarde, ...]) -> list[Rij]:
        hier = [self._naar_database(waarde) for waarde in waarden]
        with self.verbinding.cursor() as cursor:
            cursor.execute(
                self.sql, [vast if nummer is None else hier[nummer] for vast, nummer in self.parameters]
            )
            rijen = cursor.fetchall()
        return list(self.compiler.results_iter([rijen], tuple_expected=True))
