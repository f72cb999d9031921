"""A port that is taken."""

import socket
from collections.abc import Iterator

import pytest


@pytest.fixture
def bezette_poort() -> Iterator[int]:
    with socket.socket() as luisteraar:
        luisteraar.bind(("127.0.0.1", 0))
        luisteraar.listen()
        yield luisteraar.getsockname()[1]
