"""Which municipality a host name belongs to, from the published gemeente documents.

Kept in this process for at most two seconds, so that a request costs no query and a new host name shows at once.
What happens with a host that is ours is for `poort.py`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.http.request import split_domain_port

from kennisbank.publicaties import gemeentehashes, inhoud_van

HOUDBAAR = 2.0
LOOPBACK = ("", "localhost", "127.0.0.1", "[::1]")

log = logging.getLogger("antwoord.website")


class _Geheugen:
    """The last table of host names and when it was read; one thread reads it anew, the others wait."""

    def __init__(self) -> None:
        self.slot = threading.Lock()
        self.tabel: Mapping[str, str] = {}
        self.gelezen_op: float | None = None

    def haal(self) -> Mapping[str, str]:
        if not self._vers():
            with self.slot:
                if not self._vers():
                    self._lees_opnieuw()
        return self.tabel

    def _lees_opnieuw(self) -> None:
        """With a database that does not answer the last table holds on: a website then says what is wrong."""
        try:
            self.tabel = _lees()
        except DatabaseError as fout:
            log.warning("de hostnamen kunnen niet worden gelezen: %s", fout)
        self.gelezen_op = time.monotonic()

    def _vers(self) -> bool:
        return self.gelezen_op is not None and time.monotonic() - self.gelezen_op < HOUDBAAR


_geheugen = _Geheugen()


def bereik_van(host: str) -> str | None:
    """The slug of the municipality with this host name, or None. The main host is never looked up."""
    if host in LOOPBACK or host == _hoofdhost(settings.WAGTAILADMIN_BASE_URL):
        return None
    return _geheugen.haal().get(host)


@lru_cache(maxsize=8)
def _hoofdhost(adres: str) -> str:
    return urlsplit(adres).hostname or ""


def hostnaam(request: HttpRequest) -> str:
    """The host name of a request without its port, lower case; whatever the client sent, unchecked."""
    return hostnaam_uit(request.META)


def hostnaam_uit(meta: Mapping[str, Any]) -> str:
    return split_domain_port(meta.get("HTTP_HOST") or meta.get("SERVER_NAME", ""))[0]


def vergeet() -> None:
    """Read the table anew at the next request."""
    _geheugen.gelezen_op = None


def _lees() -> dict[str, str]:
    """1 query; the contents of the documents are read once and kept."""
    return {
        hostnaam: bereik
        for bereik, hash_ in gemeentehashes().items()
        for hostnaam in inhoud_van(hash_).get("hostnamen", ())
    }
