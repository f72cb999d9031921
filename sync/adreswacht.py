"""Which address may be asked, for everything here that asks an address somebody typed.

A name is looked up once, every outcome is judged, and the connection goes to the very number that was judged: a name
that points elsewhere the second time gains nothing. Pure, apart from the network itself. What an answer means is left
to whoever asks. A redirect is a new address: it is never followed here.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
Netwerk = ipaddress.IPv4Network | ipaddress.IPv6Network
Opzoeken = Callable[[str, int], list[Ip]]

MEESTE_POGINGEN = 3
"""Of the addresses of one name: somebody waits meanwhile."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class AdresGeweigerd(httpx.TransportError):
    """This address is never asked. The message is a Dutch sentence for whoever typed it."""


class NaamNietGevonden(httpx.ConnectError):
    """There is no such name now."""


@dataclass(frozen=True, slots=True)
class Adresregel:
    """`poorten` None: any. `ook`: networks that may be asked although they are not public."""

    schemas: frozenset[str] = frozenset({"https"})
    poorten: frozenset[int] | None = None
    ook: tuple[Netwerk, ...] = ()

    def keur(self, adres: str) -> None:
        """AdresGeweigerd when the address itself is wrong already, before anything is looked up."""
        try:
            delen = urlsplit(adres)
            poort = delen.port or {"http": 80}.get(delen.scheme, 443)
        except ValueError as fout:
            raise AdresGeweigerd("Dit is geen internetadres.") from fout
        if delen.scheme not in self.schemas or not delen.hostname:
            raise AdresGeweigerd(
                f"Het adres begint met {' of '.join(f'{lid}://' for lid in sorted(self.schemas))}."
            )
        if delen.username is not None or delen.password is not None:
            raise AdresGeweigerd("In het adres staat een gebruikersnaam of wachtwoord.")
        if self.poorten is not None and poort not in self.poorten:
            raise AdresGeweigerd(f"Poort {poort} wordt niet gevraagd.")

    def keur_ip(self, ip: Ip) -> None:
        if not is_openbaar(ip) and not any(ip in netwerk for netwerk in self.ook):
            raise AdresGeweigerd("Deze naam wijst naar een adres dat niet op het openbare internet staat.")


def is_openbaar(ip: Ip) -> bool:
    """Also looks inside the forms in which an IPv6 address carries an IPv4 one."""
    if isinstance(ip, ipaddress.IPv6Address):
        binnen = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            binnen = ipaddress.IPv4Address(ip.packed[-4:])
        if binnen is not None:
            return is_openbaar(binnen)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def zoek_op(naam: str, poort: int) -> list[Ip]:
    """What the machine's own resolver says, without a zone and each once."""
    try:
        gevonden = socket.getaddrinfo(naam, poort, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fout:
        raise NaamNietGevonden("Deze naam bestaat niet, of is nu niet op te zoeken.") from fout
    return [
        ipaddress.ip_address(naar) for naar in dict.fromkeys(str(lid[4][0]).split("%")[0] for lid in gevonden)
    ]


class WachtBackend(httpcore.NetworkBackend):
    """Looks up, judges, and connects to what was judged. `leeftijd`: seconds a connection may last in all."""

    def __init__(
        self, regel: Adresregel, *, opzoeken: Opzoeken = zoek_op, leeftijd: float | None = None
    ) -> None:
        self.regel = regel
        self.opzoeken = opzoeken
        self.leeftijd = leeftijd
        self.net: httpcore.NetworkBackend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        ips = self.opzoeken(host.strip("[]"), port)
        # One inward number among several is enough to refuse the name: who mixes them has no good reason.
        for ip in ips:
            self.regel.keur_ip(ip)
        mislukt: Exception = NaamNietGevonden("Deze naam heeft geen adres.")
        for ip in ips[:MEESTE_POGINGEN]:
            try:
                stroom = self.net.connect_tcp(str(ip), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as fout:
                mislukt = fout
                continue
            return stroom if self.leeftijd is None else Tijdstroom(stroom, time.monotonic() + self.leeftijd)
        raise mislukt

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        raise AdresGeweigerd("Alleen internetadressen worden gevraagd.")


class Tijdstroom(httpcore.NetworkStream):
    """A connection with an end: a server that gives one byte now and then does not hold anybody up."""

    def __init__(self, stroom: httpcore.NetworkStream, einde: float) -> None:
        self.stroom = stroom
        self.einde = einde

    def _rest(self, timeout: float | None, fout: type[Exception]) -> float:
        rest = self.einde - time.monotonic()
        if rest <= 0:
            raise fout("Het duurde te lang.")
        return rest if timeout is None else min(timeout, rest)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stroom.read(max_bytes, self._rest(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stroom.write(buffer, self._rest(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self.stroom.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        rest = self._rest(timeout, httpcore.ConnectTimeout)
        return Tijdstroom(self.stroom.start_tls(ssl_context, server_hostname, rest), self.einde)

    def get_extra_info(self, info: str) -> Any:
        return self.stroom.get_extra_info(info)


class WachtTransport(httpx.HTTPTransport):
    """An httpx transport that asks nothing the rule refuses. Knows no proxy, cookie or name of its own."""

    def __init__(
        self,
        regel: Adresregel,
        *,
        opzoeken: Opzoeken = zoek_op,
        leeftijd: float | None = None,
        max_open: int = 10,
    ) -> None:
        # Of the surroundings only the certificates an administrator trusts (SSL_CERT_FILE).
        tls = httpx.create_ssl_context()
        super().__init__(verify=tls, trust_env=False)
        self.regel = regel
        self.net = WachtBackend(regel, opzoeken=opzoeken, leeftijd=leeftijd)
        # httpx 0.28 takes no network backend, httpcore does; `test_de_verbinding_gaat_naar_wat_gekeurd_is` fails
        # when this attribute goes.
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls,
            max_connections=max_open,
            # A connection with an end of its own is used once.
            max_keepalive_connections=0 if leeftijd is not None else max_open,
            network_backend=self.net,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.regel.keur(str(request.url))
        return super().handle_request(request)
