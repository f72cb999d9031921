"""Websites over publications made by hand: no editor, planner or loop needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from kennisbank.website import hosts
from tests.kennisbank.website.gemeentedocument import gemeente_live

SLIEDRECHT = "sliedrecht.localhost"
DORDRECHT = "dordrecht.localhost"


@pytest.fixture(autouse=True)
def _verse_hosts() -> Iterator[None]:
    hosts.vergeet()
    yield
    hosts.vergeet()


@pytest.fixture
def sliedrecht(db: None) -> Any:
    return gemeente_live("sliedrecht", "Sliedrecht")


@pytest.fixture
def dordrecht(db: None) -> Any:
    return gemeente_live("dordrecht", "Dordrecht")


@pytest.fixture
def haal(client: Client) -> Callable[..., Any]:
    """`haal("/a-z/")`: ask it of the website of Sliedrecht, or of another `host`."""

    def vraag(pad: str = "/", host: str = SLIEDRECHT, methode: str = "get", **rest: Any) -> Any:
        return getattr(client, methode)(pad, headers={"host": host, **rest.pop("headers", {})}, **rest)

    return vraag
