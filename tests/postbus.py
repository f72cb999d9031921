"""A mail server for tests: real SMTP on loopback, which keeps what it got instead of passing it on."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass(frozen=True, slots=True)
class Brief:
    """`aan`: whom the sender named to the server; not what stands in the headers."""

    van: str
    aan: tuple[str, ...]
    inhoud: EmailMessage


@dataclass
class Postbus:
    """`weigert`: addresses that the server knows nobody of."""

    poort: int
    weigert: frozenset[str]
    brieven: list[Brief] = field(default_factory=list)
    gesprekken: int = 0


class _Gesprek(socketserver.StreamRequestHandler):
    """One connection (RFC 5321, as far as smtplib goes)."""

    timeout = 30

    def handle(self) -> None:
        postbus: Postbus = self.server.postbus  # type: ignore[attr-defined]  set where the server is made
        postbus.gesprekken += 1
        van, aan = "", []
        self._zeg(220, "postbus")
        while regel := self.rfile.readline().decode("ascii").strip():
            opdracht, waarde = regel[:4].upper(), regel.partition("<")[2].partition(">")[0]
            match opdracht:
                case "MAIL":
                    van, aan = waarde, []
                case "RCPT" if waarde in postbus.weigert:
                    self._zeg(550, "nobody of that name")
                    continue
                case "RCPT":
                    aan.append(waarde)
                case "DATA":
                    self._zeg(354, "go on")
                    postbus.brieven.append(Brief(van, tuple(aan), self._lees()))
                case "QUIT":
                    self._zeg(221, "bye")
                    return
            self._zeg(250, "ok")

    def _zeg(self, code: int, tekst: str) -> None:
        self.wfile.write(f"{code} {tekst}\r\n".encode("ascii"))

    def _lees(self) -> EmailMessage:
        regels = []
        while (regel := self.rfile.readline()) not in (b".\r\n", b""):
            regels.append(regel.removeprefix(b".") if regel.startswith(b"..") else regel)
        return message_from_bytes(b"".join(regels), policy=policy.default)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def postbus(poort: int = 0, *, weigert: frozenset[str] = frozenset()) -> Iterator[Postbus]:
    """A mail server that answers; on a free port, or on this one."""
    with _Server(("127.0.0.1", poort), _Gesprek) as server:
        bus = server.postbus = Postbus(server.server_address[1], weigert)  # type: ignore[attr-defined]  read above
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield bus
        finally:
            server.shutdown()
