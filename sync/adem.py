"""Adem: gives editors room beside the writing loop.

SQLite has one write lock and it is not fair: transactions stay short, and after each the loop rests at least as long
as it wrote. On PostgreSQL nobody waits for the loop: it does not rest, and a document is planned for all its
municipalities at once, so that the number of queries does not grow with theirs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection

STREEF_SECONDEN = 0.1
EERSTE, MEESTE = 8, 64
RUIM = 500
"""More than there are municipalities."""


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


@dataclass
class Adem:
    """`blok` is how many publications fit in one transaction; on SQLite it follows what the last ones took."""

    blok: int = field(default_factory=lambda: EERSTE if _is_sqlite() else RUIM)
    rust: bool = field(default_factory=_is_sqlite)

    @contextmanager
    def schrijven(self) -> Iterator[None]:
        begin = time.monotonic()
        yield
        if not _is_sqlite():
            return
        duur = time.monotonic() - begin
        if duur > STREEF_SECONDEN:
            self.blok = max(1, self.blok // 2)
        elif duur < STREEF_SECONDEN / 3:
            self.blok = min(MEESTE, self.blok * 2)
        if self.rust:
            time.sleep(duur)
