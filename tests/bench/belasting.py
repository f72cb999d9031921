"""Load on one address over a few kept-alive connections, from one thread and plain sockets.

A client library would take longer for a request than the fastest of the two servers does. Every answer is checked on
status and length; a wrong one ends the measurement.
"""

from __future__ import annotations

import re
import selectors
import socket
import time
from dataclasses import dataclass, field

from tests.bench.uitkomst import percentiel

LENGTE = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
GEDULD = 10.0


class FoutAntwoord(RuntimeError):
    """An answer that is not the one that was asked for."""


@dataclass(frozen=True, slots=True)
class Uitslag:
    aantal: int
    seconden: float
    p50_ms: float
    p95_ms: float
    bytes_per_antwoord: int

    @property
    def per_seconde(self) -> float:
        return self.aantal / self.seconden


@dataclass(slots=True)
class _Verbinding:
    stekker: socket.socket
    buffer: bytearray = field(default_factory=bytearray)
    verwacht: int | None = None
    verzonden: float = 0.0

    def vraag(self, verzoek: bytes) -> None:
        self.buffer.clear()
        self.verwacht = None
        self.verzonden = time.perf_counter()
        self.stekker.sendall(verzoek)

    def lees(self, status: int) -> bool:
        """Take what has come; True when the answer is whole."""
        stuk = self.stekker.recv(262_144)
        if not stuk:
            raise FoutAntwoord("the server closed a connection that it promised to keep")
        self.buffer += stuk
        if self.verwacht is None:
            einde = self.buffer.find(b"\r\n\r\n")
            if einde < 0:
                return False
            self.verwacht = einde + 4 + _lengte(bytes(self.buffer[:einde]), status)
        return len(self.buffer) >= self.verwacht


def _lengte(kop: bytes, status: int) -> int:
    """Bytes of the body that follows these headers."""
    if not kop.startswith(b"HTTP/1.1 %d " % status):
        raise FoutAntwoord(f"expected {status}: {kop[:200]!r}")
    if status == 304:
        return 0
    lengte = LENGTE.search(kop)
    if lengte is None:
        raise FoutAntwoord(f"no length: {kop[:400]!r}")
    return int(lengte[1])


def verzoek(pad: str, host: str, etag: str = "") -> bytes:
    regels = [f"GET {pad} HTTP/1.1", f"Host: {host}", "Accept: text/html", "Connection: keep-alive"]
    if etag:
        regels.append(f"If-None-Match: {etag}")
    return ("\r\n".join(regels) + "\r\n\r\n").encode()


def belast(poort: int, vraag: bytes, *, seconden: float, verbindingen: int = 4, status: int = 200) -> Uitslag:
    """Ask as fast as the answers come, on 127.0.0.1, for so many seconds (and at least one answer)."""
    kiezer = selectors.DefaultSelector()
    open_: list[_Verbinding] = []
    try:
        for _ in range(verbindingen):
            stekker = socket.create_connection(("127.0.0.1", poort), timeout=GEDULD)
            stekker.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            verbinding = _Verbinding(stekker)
            open_.append(verbinding)
            kiezer.register(stekker, selectors.EVENT_READ, verbinding)
        return _belast(kiezer, open_, vraag, seconden, status)
    finally:
        kiezer.close()
        for verbinding in open_:
            verbinding.stekker.close()


def _belast(
    kiezer: selectors.BaseSelector, open_: list[_Verbinding], vraag: bytes, seconden: float, status: int
) -> Uitslag:
    duren: list[float] = []
    grootte = 0
    begin = time.perf_counter()
    for verbinding in open_:
        verbinding.vraag(vraag)
    while (nu := time.perf_counter()) - begin < seconden or not duren:
        klaar = kiezer.select(GEDULD)
        if not klaar:
            raise FoutAntwoord(f"no answer in {GEDULD} seconds")
        for sleutel, _ in klaar:
            verbinding = sleutel.data
            if verbinding.lees(status):
                duren.append(time.perf_counter() - verbinding.verzonden)
                grootte = len(verbinding.buffer)
                verbinding.vraag(vraag)
    ms = [duur * 1000 for duur in duren]
    return Uitslag(len(ms), nu - begin, percentiel(ms, 0.5), percentiel(ms, 0.95), grootte)
