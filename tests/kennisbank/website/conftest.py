"""Websites over publications made by hand: no editor, planner or loop needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from kennisbank.website import hosts, klaar, pagina, productbron
from tests.kennisbank.website.gemeentedocument import gemeente_live

SLIEDRECHT = "sliedrecht.localhost"


@pytest.fixture(autouse=True)
def _leeg_geheugen() -> Iterator[None]:
    """Every test has a database of its own, with the same versions of other contents."""
    hosts.vergeet()
    pagina._geheugen.paginas.clear()
    productbron._geheugen.per_product.clear()
    klaar.vergeet()
    yield
    hosts.vergeet()


@pytest.fixture
def sliedrecht(db: None) -> Any:
    return gemeente_live("sliedrecht")


@pytest.fixture
def dordrecht(db: None) -> Any:
    return gemeente_live("dordrecht")


@pytest.fixture
def haal(client: Client) -> Callable[..., Any]:
    """`haal("/a-z/")`: ask it of the website of Sliedrecht, or of another `host`."""

    def vraag(pad: str = "/", host: str = SLIEDRECHT, methode: str = "get", **rest: Any) -> Any:
        return getattr(client, methode)(pad, headers={"host": host, **rest.pop("headers", {})}, **rest)

    return vraag


@pytest.fixture
def lees(haal: Callable[..., Any]) -> Callable[..., str]:
    """The same, as text; the answer must be 200."""

    def tekst(*args: Any, **rest: Any) -> str:
        response = haal(*args, **rest)
        assert response.status_code == 200, response.status_code
        return response.content.decode()

    return tekst
