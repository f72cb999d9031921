"""Small turns: one transaction per document (or a handful of rows), and a rest after each.

SQLite has one write lock and it is not fair: an import that takes it again at once would starve editors and sync.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from django.db import connection, transaction

T = TypeVar("T")
PER_BEURT = 25
"""Rows of a table in one transaction: about 100 ms."""


@contextmanager
def beurt(*, rust: bool) -> Iterator[None]:
    begin = time.monotonic()
    with transaction.atomic():
        yield
    if rust and connection.vendor == "sqlite" and not connection.in_atomic_block:
        time.sleep(time.monotonic() - begin)


def in_groepen(leden: Iterable[T], omvang: int = PER_BEURT) -> Iterator[list[T]]:
    bron = iter(leden)
    while groep := list(islice(bron, omvang)):
        yield groep
