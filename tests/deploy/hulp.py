"""An environment with these variables, and a port that nothing listens on."""

import socket

from redactie.settings.omgeving import Omgeving, lees


def omgeving(**variabelen: str) -> Omgeving:
    return lees(variabelen)


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])
