"""Only public addresses are asked, and the connection goes to the very number that was judged."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any

import httpcore
import httpx
import pytest

from sync.adreswacht import (
    AdresGeweigerd,
    Adresregel,
    Ip,
    NaamNietGevonden,
    WachtBackend,
    WachtTransport,
    is_openbaar,
    zoek_op,
)
from sync.afspraak.lijn import Lijn, LijnFout
from tests.sync.nepserver import Gedrag, Nepserver, nepserver

LUS = Adresregel(schemas=frozenset({"http"}), ook=(ipaddress.ip_network("127.0.0.0/8"),))
BINNEN = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",  # noqa: S104 (an address to refuse, not one to listen on)
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fd00:ec2::254",
    "ff02::1",
    "::127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
    "2001:db8::1",
]


@pytest.fixture
def server() -> Iterator[Nepserver]:
    with nepserver() as server:
        yield server


def naar(*nummers: str) -> Any:
    return lambda naam, poort: [ipaddress.ip_address(nummer) for nummer in nummers]


def client(regel: Adresregel = LUS, **opties: Any) -> httpx.Client:
    return httpx.Client(transport=WachtTransport(regel, **opties), trust_env=False, timeout=5)


@pytest.mark.parametrize("nummer", BINNEN)
def test_wat_niet_openbaar_is_wordt_niet_gevraagd(nummer: str) -> None:
    assert not is_openbaar(ipaddress.ip_address(nummer))


@pytest.mark.parametrize(
    "nummer", ["93.184.215.14", "2a02:ed0:1::80", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]
)
def test_wat_openbaar_is_wel(nummer: str) -> None:
    assert is_openbaar(ipaddress.ip_address(nummer))


@pytest.mark.parametrize(
    ("adres", "waarom"),
    [
        ("http://www.voorbeeld.nl/", "begint met https://"),
        ("ftp://www.voorbeeld.nl/", "begint met https://"),
        ("https:///pad", "begint met https://"),
        ("https://ik:geheim@www.voorbeeld.nl/", "gebruikersnaam"),
        ("https://www.voorbeeld.nl:22/", "Poort 22"),
        ("https://www.voorbeeld.nl:99999/", "geen internetadres"),
    ],
)
def test_een_verkeerd_adres_wordt_geweigerd_voor_er_iets_is_opgezocht(adres: str, waarom: str) -> None:
    with pytest.raises(AdresGeweigerd, match=waarom):
        Adresregel(poorten=frozenset({443})).keur(adres)


def test_een_naam_die_naar_binnen_wijst_wordt_niet_gevraagd(server: Nepserver) -> None:
    regel = Adresregel(schemas=frozenset({"http"}))
    with client(regel, opzoeken=naar("127.0.0.1")) as vraag, pytest.raises(AdresGeweigerd, match="openbare"):
        vraag.get(f"http://www.voorbeeld.nl:{server.poort}/")
    assert server.gevraagd == []


def test_een_getal_in_plaats_van_een_naam_gaat_langs_dezelfde_wacht(server: Nepserver) -> None:
    for vorm in ("127.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost"):
        vraag = client(Adresregel(schemas=frozenset({"http"})))
        with vraag, pytest.raises((AdresGeweigerd, NaamNietGevonden)):
            vraag.get(f"http://{vorm}:{server.poort}/")
    assert server.gevraagd == []


def test_een_naam_met_ook_een_nummer_naar_binnen_wordt_geweigerd() -> None:
    wacht = WachtBackend(Adresregel(), opzoeken=naar("93.184.215.14", "10.0.0.1"))
    wacht.net = httpcore.MockBackend([])
    with pytest.raises(AdresGeweigerd):
        wacht.connect_tcp("www.voorbeeld.nl", 443)


def test_de_verbinding_gaat_naar_wat_gekeurd_is(server: Nepserver) -> None:
    """A name that answers differently the second time is asked only once."""
    keren: list[str] = []

    def wisselend(naam: str, poort: int) -> list[Ip]:
        keren.append(naam)
        return [ipaddress.ip_address("127.0.0.1" if len(keren) == 1 else "10.0.0.1")]

    with client(opzoeken=wisselend) as vraag:
        antwoord = vraag.get(f"http://www.voorbeeld.nl:{server.poort}/pad")
    assert antwoord.status_code == 200
    assert keren == ["www.voorbeeld.nl"]
    assert server.gevraagd == [("GET", f"www.voorbeeld.nl:{server.poort}", "/pad")]


def test_het_certificaat_wordt_op_de_naam_nagezien_niet_op_het_nummer() -> None:
    namen: list[str | None] = []

    class Stroom(httpcore.MockStream):
        def start_tls(self, ssl_context: Any, server_hostname: Any = None, timeout: Any = None) -> Any:
            namen.append(server_hostname)
            return self

    class Net(httpcore.MockBackend):
        def connect_tcp(self, host: str, port: int, *rest: Any, **ook: Any) -> Any:
            namen.append(host)
            return Stroom([b"HTTP/1.1 204 Niets\r\n\r\n"])

    vervoer = WachtTransport(Adresregel(), opzoeken=naar("93.184.215.14"))
    vervoer.net.net = Net([])
    with httpx.Client(transport=vervoer, trust_env=False) as vraag:
        assert vraag.get("https://www.voorbeeld.nl/").status_code == 204
    assert namen == ["93.184.215.14", "www.voorbeeld.nl"]


def test_een_doorverwijzing_wordt_niet_vanzelf_gevolgd(server: Nepserver) -> None:
    server.gedrag["/"] = Gedrag(302, (("Location", "http://169.254.169.254/"),))
    with client(opzoeken=naar("127.0.0.1")) as vraag:
        assert vraag.get(f"http://www.voorbeeld.nl:{server.poort}/").status_code == 302


def test_wie_het_volgen_zelf_aanzet_komt_ook_dan_niet_binnen(server: Nepserver) -> None:
    server.gedrag["/"] = Gedrag(302, (("Location", "http://10.0.0.1/"),))
    vraag = httpx.Client(transport=WachtTransport(LUS), trust_env=False, follow_redirects=True)
    with vraag, pytest.raises(AdresGeweigerd):
        vraag.get(f"http://127.0.0.1:{server.poort}/")


def test_een_volgend_nummer_wordt_gevraagd_als_het_eerste_zwijgt(server: Nepserver) -> None:
    with client(opzoeken=naar("127.0.0.99", "127.0.0.1")) as vraag:
        assert vraag.get(f"http://www.voorbeeld.nl:{server.poort}/").status_code == 200


def test_druppelen_houdt_niemand_op(server: Nepserver) -> None:
    server.gedrag["/"] = Gedrag(druppel=0.2)
    with client(leeftijd=0.5) as vraag, pytest.raises(httpx.ReadTimeout):
        vraag.get(f"http://127.0.0.1:{server.poort}/")


def test_een_naam_die_niet_bestaat_is_een_verbinding_die_niet_lukt() -> None:
    with pytest.raises(httpx.ConnectError):
        zoek_op("bestaat-niet.invalid", 443)
    wacht = WachtBackend(LUS, opzoeken=naar())
    with pytest.raises(NaamNietGevonden):
        wacht.connect_tcp("www.voorbeeld.nl", 443)


def test_een_tussenpersoon_uit_de_omgeving_wordt_niet_gebruikt(server: Nepserver, monkeypatch: Any) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with client() as vraag:
        assert vraag.get(f"http://127.0.0.1:{server.poort}/").status_code == 200


def test_een_bestand_op_deze_machine_is_geen_adres() -> None:
    with pytest.raises(AdresGeweigerd):
        WachtBackend(LUS).connect_unix_socket("/tmp/iets")  # noqa: S108 (never opened)


class Nergens(httpcore.NetworkBackend):
    """Never gets through; counts how often it was tried."""

    def __init__(self) -> None:
        self.pogingen = 0

    def connect_tcp(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.pogingen += 1
        raise httpcore.ConnectTimeout


def test_een_naam_met_veel_adressen_houdt_niemand_lang_op() -> None:
    """Each costs the whole time for connecting."""
    achterkant = WachtBackend(LUS, opzoeken=naar(*(f"127.0.1.{nummer}" for nummer in range(1, 40))))
    achterkant.net = net = Nergens()
    with pytest.raises(httpcore.ConnectTimeout):
        achterkant.connect_tcp("www.voorbeeld.nl", 80, 5.0)
    assert net.pogingen == 3


def test_na_het_einde_van_een_gesprek_wordt_er_geen_verbinding_meer_gezocht() -> None:
    lijn = Lijn(LUS, opzoeken=naar("127.0.0.1"))
    lijn.net.net = net = Nergens()
    lijn.begin(0.0)
    with pytest.raises(LijnFout, match="geen verbinding"):
        lijn.vraag("GET", "http://www.voorbeeld.nl/", {}, b"", 100)
    assert net.pogingen == 0
