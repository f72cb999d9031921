"""The sample region, published, with an index of its own: for all tests of a module, and gone after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from kennisbank.relevantie.proefindex import proefindex
from search.motor import InGeneratie
from tests.regio import publiceer_regio


@pytest.fixture(scope="module")
def regio(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        publiceer_regio()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def tantivy(regio: None) -> Iterator[InGeneratie]:
    with proefindex("tantivy") as machine:
        yield machine


@pytest.fixture(scope="module")
def elastic(regio: None, elasticsearch_adres: str) -> Iterator[InGeneratie]:
    with proefindex("elasticsearch", elasticsearch_adres) as machine:
        yield machine
