"""A web server on loopback that does what a test tells it to: answers, redirects, stalls, lies and breaks off."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Gedrag:
    """`druppel`: seconds between the bytes of the head. `afbreken`: hang up without a word."""

    code: int = 200
    koppen: tuple[tuple[str, str], ...] = ()
    tekst: bytes = b""
    druppel: float = 0.0
    afbreken: bool = False


@dataclass
class Nepserver:
    """`gedrag`: per path, or per "HEAD /path". What is not named answers 200. `gevraagd`: method, host, path."""

    poort: int = 0
    gedrag: dict[str, Gedrag | Callable[[], Gedrag]] = field(default_factory=dict)
    gevraagd: list[tuple[str, str, str]] = field(default_factory=list)
    koppen: list[dict[str, str]] = field(default_factory=list)

    def bij(self, methode: str, pad: str) -> Gedrag:
        gevonden = self.gedrag.get(f"{methode} {pad}") or self.gedrag.get(pad) or Gedrag()
        return gevonden() if callable(gevonden) else gevonden

    def paden(self, methode: str = "") -> list[str]:
        return [pad for soort, _, pad in self.gevraagd if not methode or soort == methode]


@contextmanager
def nepserver() -> Iterator[Nepserver]:
    server = Nepserver()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _antwoord(self) -> None:
            server.gevraagd.append((self.command, self.headers.get("Host", ""), self.path))
            server.koppen.append({naam.lower(): waarde for naam, waarde in self.headers.items()})
            gedrag = server.bij(self.command, self.path)
            self.close_connection = True
            if gedrag.afbreken:
                return
            kop = [f"HTTP/1.1 {gedrag.code} Zo", *(f"{naam}: {waarde}" for naam, waarde in gedrag.koppen)]
            kop += [f"Content-Length: {len(gedrag.tekst)}", "Connection: close", "", ""]
            ruw = "\r\n".join(kop).encode() + (b"" if self.command == "HEAD" else gedrag.tekst)
            try:
                if not gedrag.druppel:
                    self.wfile.write(ruw)
                    return
                for byte in ruw:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(gedrag.druppel)
            except OSError:
                return

        do_GET = do_HEAD = _antwoord

        def log_message(self, *_: Any) -> None:
            """Silence."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server.poort = http.server_address[1]
    draad = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    draad.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        draad.join(10)
