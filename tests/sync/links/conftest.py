"""A server on loopback that stands for every site on the internet, and a robot that may ask it."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator

import pytest

from sync.adreswacht import Adresregel, Ip, WachtTransport
from sync.links.vragen import Vrager
from tests.sync.nepserver import Nepserver, nepserver

REGEL = Adresregel(schemas=frozenset({"http"}), ook=(ipaddress.ip_network("127.0.0.1/32"),))


def opzoeken(naam: str, poort: int) -> list[Ip]:
    """Every name is this machine, but those that are meant to lie inside."""
    return [ipaddress.ip_address("10.0.0.1" if naam.startswith("binnen") else "127.0.0.1")]


@pytest.fixture
def server() -> Iterator[Nepserver]:
    with nepserver() as server:
        yield server


@pytest.fixture
def url(server: Nepserver) -> Callable[..., str]:
    return lambda pad, host="www.voorbeeld.nl": f"http://{host}:{server.poort}{pad}"


@pytest.fixture
def vrager() -> Vrager:
    return Vrager(WachtTransport(REGEL, opzoeken=opzoeken, leeftijd=1.0), "proefrobot/1.0", seconden=1.0)
