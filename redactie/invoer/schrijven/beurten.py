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
from django.db.models import Model
from wagtail.models import ReferenceIndex, RevisionMixin
from wagtail.signal_handlers import disable_reference_index_auto_update

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


@contextmanager
def eenmaal_in_verwijzingenindex() -> Iterator[list[Model]]:
    """Wagtail 8.0 indexes what an object refers to at every save of it and of each child row; here once, at the end."""
    geschreven: list[Model] = []
    with disable_reference_index_auto_update():
        yield geschreven
    for rij in {(type(rij), rij.pk): rij for rij in geschreven}.values():
        # What was published is another object than the one it was published from.
        opnieuw = isinstance(rij, RevisionMixin)
        ReferenceIndex.create_or_update_for_object(type(rij)._base_manager.get(pk=rij.pk) if opnieuw else rij)


def in_groepen(leden: Iterable[T], omvang: int = PER_BEURT) -> Iterator[list[T]]:
    bron = iter(leden)
    while groep := list(islice(bron, omvang)):
        yield groep
