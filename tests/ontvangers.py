"""Receivers for tests: the reference receiver on loopback, and wrong ones of each kind."""

from __future__ import annotations

import base64
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from deploy.ontvanger import ontvanger as module
from deploy.ontvanger.ontvanger import Antwoord, Ontvanger, Opslag, in_json, maak_server


def nieuw_geheim() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


@contextmanager
def aan_het_werk(server: ThreadingHTTPServer) -> Iterator[str]:
    """Serve in a thread; gives the address, without a slash at the end."""
    server.RequestHandlerClass.log_message = lambda *_: None  # type: ignore[method-assign]  silence
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        draad.join(10)


@contextmanager
def draai(ontvanger: Ontvanger) -> Iterator[str]:
    server = maak_server(ontvanger, "127.0.0.1", 0)
    server.RequestHandlerClass.protocol_version = getattr(ontvanger, "protocol", "HTTP/1.1")  # type: ignore[attr-defined]  of http.server
    with aan_het_werk(server) as adres:
        yield adres


class Telt(Ontvanger):
    """Counts the deliveries that came in."""

    def __init__(self, opslag: Opslag, geheimen: list[str]) -> None:
        super().__init__(opslag, geheimen)
        self.leveringen = 0

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        self.leveringen += methode == "PUT"
        return super().antwoord(methode, pad, koppen, lichaam)


class Onthoudt(Ontvanger):
    """Keeps every document that ever came, in order."""

    def __init__(self, opslag: Opslag, geheimen: list[str]) -> None:
        super().__init__(opslag, geheimen)
        self.gekomen: list[dict[str, Any]] = []

    def _neem(self, koppen: Any, lichaam: bytes) -> Antwoord:
        self.gekomen += json.loads(lichaam)["documenten"]
        return super()._neem(koppen, lichaam)


class LaatsteWint(Opslag):
    """Writes whatever comes last."""

    def _neem(self, verbinding: Any, document: Any) -> dict[str, Any]:
        naam = (document["bereik"], document["documentsoort"], document["sleutel"])
        verbinding.execute("DELETE FROM document WHERE (bereik, documentsoort, sleutel) = (?, ?, ?)", naam)
        return super()._neem(verbinding, document)


class EerstKijkenDanSchrijven(Opslag):
    """Looks, waits a moment, and writes: two at once both find that theirs is newer."""

    def neem(self, documenten: Any) -> list[dict[str, Any]]:
        if len(documenten) != 1 or module.keur(documenten[0]):
            return super().neem(documenten)
        (document,) = documenten
        staat = {regel[:3]: regel[3:] for regel in self.regels()}
        naam = (document["bereik"], document["documentsoort"], document["sleutel"])
        versie, hash_ = staat.get(naam, (0, ""))
        if versie > document["versie"]:
            return [module._uitslag(document, 409, versie=versie, hash=hash_)]
        time.sleep(0.02)
        return LaatsteWint.neem(LaatsteWint(self.pad), documenten)


class ZonderGrafsteen(Opslag):
    """Forgets what is withdrawn."""

    def _neem(self, verbinding: Any, document: Any) -> dict[str, Any]:
        uitslag = super()._neem(verbinding, document)
        verbinding.execute("DELETE FROM document WHERE hash = ''")
        return uitslag


class AllesOfNiets(Opslag):
    """Refuses a whole delivery for one document."""

    def neem(self, documenten: Any) -> list[dict[str, Any]]:
        if any(module.keur(document) for document in documenten):
            return [module._uitslag(document, 422, melding="niet goed") for document in documenten]
        return super().neem(documenten)


class Jaknikker(Ontvanger):
    """Says yes to everything in the right words, and keeps nothing."""

    def _neem(self, koppen: Any, lichaam: bytes) -> Antwoord:
        geheugen = self.opslag
        self.opslag = Opslag(geheugen.pad.with_suffix(f".{secrets.token_hex(4)}"))
        try:
            return super()._neem(koppen, lichaam)
        finally:
            self.opslag = geheugen


class Altijd200(Ontvanger):
    """Answers 200 to whatever comes, as a page would."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        return in_json(200, {"status": "ok"})


class ZonderControle(Ontvanger):
    """Does not look at the signature."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        if pad == "/publicaties":
            return self._neem(koppen, lichaam)
        return super().antwoord(methode, pad, koppen, lichaam)


class LeegManifest(Ontvanger):
    """Says that it has nothing."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        gegeven = super().antwoord(methode, pad, koppen, lichaam)
        return in_json(200, {"aantal": 0, "emmers": {}}) if pad == "/manifest" else gegeven


def opslag_in(map_: Path, soort: type[Opslag] = Opslag) -> Opslag:
    return soort(map_ / f"{secrets.token_hex(4)}.sqlite3")
