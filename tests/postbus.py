"""A mail server for tests: real SMTP on loopback, which keeps what it got instead of passing it on."""

from __future__ import annotations

import base64
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any


@dataclass(frozen=True, slots=True)
class Brief:
    """`aan`: whom the sender named to the server; not what stands in the headers."""

    van: str
    aan: tuple[str, ...]
    inhoud: EmailMessage


@dataclass
class Postbus:
    """`weigert`: addresses that the server knows nobody of. `kent`: who may send; empty: anybody.

    `tls`: how it encrypts, from the first byte or (`starttls`) when asked.
    """

    poort: int
    weigert: frozenset[str]
    kent: tuple[str, str] | None = None
    tls: ssl.SSLContext | None = None
    starttls: bool = False
    brieven: list[Brief] = field(default_factory=list)
    gesprekken: int = 0


class _Gesprek(socketserver.StreamRequestHandler):
    """One connection (RFC 5321, as far as smtplib goes)."""

    timeout = 30

    def handle(self) -> None:
        postbus: Postbus = self.server.postbus  # type: ignore[attr-defined]  set where the server is made
        postbus.gesprekken += 1
        van, aan, aangemeld = "", [], postbus.kent is None
        if postbus.tls is not None and not postbus.starttls:
            self._versleutel(postbus.tls)
        self._zeg(220, "postbus")
        while regel := self.rfile.readline().decode("ascii").strip():
            opdracht, waarde = regel[:4].upper(), regel.partition("<")[2].partition(">")[0]
            match opdracht:
                case "EHLO":
                    self._zeg(250, "postbus", *self._kan(postbus))
                    continue
                case "STAR":
                    self._zeg(220, "go on")
                    self._versleutel(postbus.tls)
                    continue
                case "AUTH":
                    aangemeld = base64.b64decode(regel.split()[-1]).decode().split("\0")[1:] == [
                        *postbus.kent
                    ]
                    self._zeg(235 if aangemeld else 535, "that is you" if aangemeld else "that is not you")
                    continue
                case "MAIL" if not aangemeld:
                    self._zeg(530, "who are you")
                    continue
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

    def _kan(self, postbus: Postbus) -> list[str]:
        if postbus.starttls and not isinstance(self.connection, ssl.SSLSocket):
            return ["STARTTLS"]
        return ["AUTH PLAIN"] if postbus.kent else []

    def _versleutel(self, tls: ssl.SSLContext) -> None:
        self.connection = tls.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", buffering=0)

    def _zeg(self, code: int, *regels: str) -> None:
        for regel in regels[:-1]:
            self.wfile.write(f"{code}-{regel}\r\n".encode("ascii"))
        self.wfile.write(f"{code} {regels[-1]}\r\n".encode("ascii"))

    def _lees(self) -> EmailMessage:
        regels = []
        while (regel := self.rfile.readline()) not in (b".\r\n", b""):
            regels.append(regel.removeprefix(b".") if regel.startswith(b"..") else regel)
        return message_from_bytes(b"".join(regels), policy=policy.default)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def postbus(poort: int = 0, *, weigert: frozenset[str] = frozenset(), **anders: Any) -> Iterator[Postbus]:
    """A mail server that answers; on a free port, or on this one. `anders`: fields of Postbus."""
    with _Server(("127.0.0.1", poort), _Gesprek) as server:
        bus = Postbus(server.server_address[1], weigert, **anders)
        server.postbus = bus  # type: ignore[attr-defined]  read above
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield bus
        finally:
            server.shutdown()
