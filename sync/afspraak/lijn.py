"""A line to one address outside the house: kept open between conversations, and cut off when one takes too long or
says too much.

Only addresses that may be asked (`sync/adreswacht.py`), the certificate checked, no redirect followed, nothing
unpacked. What an answer means is left to who asked.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore
import httpx

from sync.adreswacht import (
    AdresGeweigerd,
    Adresregel,
    NaamNietGevonden,
    Opzoeken,
    Tijdstroom,
    WachtBackend,
    zoek_op,
)

VERBINDEN = 5.0
ZWIJGEN = 15.0
"""Seconds that the other side may say nothing."""
OPENHOUDEN = 60.0

UITLEG: tuple[tuple[type[Exception], str], ...] = (
    (httpcore.ConnectTimeout, "er komt geen verbinding tot stand"),
    (httpcore.TimeoutException, "het antwoord kwam niet op tijd"),
    (httpcore.ConnectError, "er komt geen verbinding tot stand"),
    (httpcore.NetworkError, "de verbinding brak af"),
    (httpcore.ProtocolError, "het antwoord is geen geldig HTTP"),
)


class LijnFout(Exception):
    """There is no usable answer; the message is Dutch, for an administrator."""


@dataclass(frozen=True, slots=True)
class Antwoord:
    """`koppen` with names in lower case."""

    code: int
    koppen: Mapping[str, str]
    lichaam: bytes


@cache
def tls() -> ssl.SSLContext:
    """Shared: reading the certificates takes longer than a whole delivery. SSL_CERT_FILE may name others."""
    return httpx.create_ssl_context()


class Lijn:
    """One conversation at a time; `begin` says how long it may last in all."""

    def __init__(self, regel: Adresregel, *, opzoeken: Opzoeken = zoek_op) -> None:
        self.regel = regel
        self.net = _Achterkant(regel, opzoeken)
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls(), max_connections=1, keepalive_expiry=OPENHOUDEN, network_backend=self.net
        )

    def begin(self, seconden: float) -> None:
        self.net.einde = time.monotonic() + seconden

    @property
    def voorbij(self) -> bool:
        return time.monotonic() >= self.net.einde

    def vraag(
        self, methode: str, adres: str, koppen: Mapping[str, str], lichaam: bytes, meest: int
    ) -> Antwoord:
        """Ask, and read at most `meest` bytes. Raises LijnFout."""
        try:
            self.regel.keur(adres)
            return self._vraag(methode, adres, koppen, lichaam, meest)
        except (AdresGeweigerd, NaamNietGevonden) as fout:
            raise LijnFout(str(fout)) from fout
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as fout:
            raise LijnFout(_uitleg(fout)) from fout

    def _vraag(
        self, methode: str, adres: str, koppen: Mapping[str, str], lichaam: bytes, meest: int
    ) -> Antwoord:
        tijden = {"connect": VERBINDEN, "read": ZWIJGEN, "write": ZWIJGEN, "pool": 1.0}
        with self._pool.stream(
            methode, adres, headers=list(koppen.items()), content=lichaam, extensions={"timeout": tijden}
        ) as antwoord:
            gelezen = bytearray()
            for stuk in antwoord.iter_stream():
                gelezen += stuk
                if len(gelezen) > meest:
                    raise LijnFout(f"het antwoord is groter dan {meest // 1024} kB")
            namen = {
                naam.decode("latin-1").lower(): waarde.decode("latin-1") for naam, waarde in antwoord.headers
            }
            return Antwoord(antwoord.status, namen, bytes(gelezen))


class _Achterkant(WachtBackend):
    """Connections that stay, of which every conversation has an end of its own."""

    def __init__(self, regel: Adresregel, opzoeken: Opzoeken) -> None:
        super().__init__(regel, opzoeken=opzoeken)
        self.einde = 0.0

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        rest = self.einde - time.monotonic()
        if rest <= 0:
            raise httpcore.ConnectTimeout("Het duurde te lang.")
        tijd = rest if timeout is None else min(timeout, rest)
        return _Gespreksstroom(super().connect_tcp(host, port, tijd, local_address, socket_options), self)


class _Gespreksstroom(Tijdstroom):
    """Its end moves with the conversation."""

    def __init__(self, stroom: httpcore.NetworkStream, achterkant: _Achterkant) -> None:
        super().__init__(stroom, achterkant.einde)
        self.achterkant = achterkant

    def _rest(self, timeout: float | None, fout: type[Exception]) -> float:
        self.einde = self.achterkant.einde
        return super()._rest(timeout, fout)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        rest = self._rest(timeout, httpcore.ConnectTimeout)
        return _Gespreksstroom(self.stroom.start_tls(ssl_context, server_hostname, rest), self.achterkant)


def _uitleg(fout: Exception) -> str:
    if "certificate" in str(fout).lower():
        return f"het certificaat is niet geldig ({fout})"[:300]
    return next(uitleg for soort, uitleg in UITLEG if isinstance(fout, soort))
