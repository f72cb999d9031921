"""Adem: gives editors room beside the writing loop.

SQLite has one write lock and it is not fair: transactions stay short, and after each the loop rests at least as long
as it wrote. On PostgreSQL nobody waits for the loop, so it does not rest.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection

STREEF_SECONDEN = 0.1
MEESTE = 64


@dataclass
class Adem:
    """`blok` is how many publications fit in one transaction; it follows what the last ones took."""

    blok: int = 8
    rust: bool = field(default_factory=lambda: connection.vendor == "sqlite")

    @contextmanager
    def schrijven(self) -> Iterator[None]:
        begin = time.monotonic()
        yield
        duur = time.monotonic() - begin
        if duur > STREEF_SECONDEN:
            self.blok = max(1, self.blok // 2)
        elif duur < STREEF_SECONDEN / 3:
            self.blok = min(MEESTE, self.blok * 2)
        if self.rust:
            time.sleep(duur)
