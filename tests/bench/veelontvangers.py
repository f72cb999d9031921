"""The websites of a whole country in one process: `/<bereik>/publicaties` and its manifest, kept in memory.

Keeps to docs/api/doelen.md (the test beside it runs the conformance test on it) and costs as little as it can, because
it eats the same cores as what is measured. `PUT /_traag` says after how many milliseconds everybody answers; `GET
/_stand` what came in.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from deploy.ontvanger.ontvanger import SCHEMA, digest, emmers, is_echt, keur

PAD = re.compile(r"/([a-z0-9_-]{1,80})/(publicaties|manifest(?:/([0-9a-f]{2}))?)")
KOP_EINDE = b"\r\n\r\n"
NAMEN = ("bereik", "documentsoort", "sleutel")


@dataclass
class Ontvangers:
    """What all of them hold; a document keeps the delivery that it came in, and its place there."""

    geheim: str
    traag: float = 0.0
    vragen: int = 0
    documenten: int = 0
    dubbel: int = 0
    """Documents that it had already, in that version."""
    ontvangen: int = 0
    staat: dict[str, dict[tuple[str, str, str], tuple[int, str, bytes, int]]] = field(default_factory=dict)

    def antwoord(
        self, methode: str, pad: str, koppen: Mapping[str, str], lichaam: bytes
    ) -> tuple[int, dict[str, Any]]:
        """The code and the JSON of one question."""
        if pad == "/_stand":
            return 200, {
                naam: getattr(self, naam) for naam in ("vragen", "documenten", "dubbel", "ontvangen")
            }
        if pad == "/_traag":
            self.traag = json.loads(lichaam)["ms"] / 1000
            return 200, {}
        gevonden = PAD.fullmatch(pad)
        if gevonden is None:
            return 404, {"melding": "Dit adres is er niet."}
        if methode != ("PUT" if gevonden[2] == "publicaties" else "GET"):
            return 405, {"melding": f"{methode} kan hier niet."}
        if not is_echt([self.geheim], koppen, lichaam, time.time()):
            return 401, {"melding": "De handtekening klopt niet, of is ouder dan vijf minuten."}
        self.vragen += 1
        self.ontvangen += len(lichaam)
        staat = self.staat.setdefault(gevonden[1], {})
        if methode == "PUT":
            return self._neem(staat, koppen, lichaam)
        gevuld = emmers((*naam, versie, hash_) for naam, (versie, hash_, _, _) in staat.items())
        if gevonden[3] is None:
            return 200, {"aantal": len(staat), "emmers": {naam: digest(gevuld[naam]) for naam in gevuld}}
        return 200, {"documenten": [_regel(*lid) for lid in gevuld.get(gevonden[3], [])]}

    def _neem(
        self, staat: dict[Any, Any], koppen: Mapping[str, str], lichaam: bytes
    ) -> tuple[int, dict[str, Any]]:
        if koppen.get("content-type", "").partition(";")[0].strip() != "application/json":
            return 415, {"melding": "Stuur application/json."}
        try:
            inhoud = json.loads(lichaam)
            documenten = inhoud["documenten"]
            goed = inhoud["schema"] == SCHEMA and all(isinstance(lid, dict) for lid in documenten)
        except (ValueError, TypeError, KeyError):
            goed = False
        if not goed:
            return 400, {"melding": "Dit is geen levering."}
        self.documenten += len(documenten)
        self.dubbel += sum(_heeft(staat, lid) for lid in documenten)
        return 200, {"uitslagen": [_bewaar(staat, lid, lichaam, plek) for plek, lid in enumerate(documenten)]}


def _heeft(staat: dict[Any, Any], document: Mapping[str, Any]) -> bool:
    naam = tuple(str(document.get(deel)) for deel in NAMEN)
    return naam in staat and staat[naam][0] == document.get("versie")


def _bewaar(staat: dict[Any, Any], document: Mapping[str, Any], lichaam: bytes, plek: int) -> dict[str, Any]:
    uitslag = {deel: str(document.get(deel)) for deel in NAMEN}
    if melding := keur(document):
        return uitslag | {"status": 422, "melding": melding}
    naam = tuple(uitslag.values())
    versie, hash_ = staat[naam][:2] if naam in staat else (0, "")
    if document["versie"] >= versie:
        versie, hash_ = document["versie"], document["hash"]
        staat[naam] = (versie, hash_, lichaam, plek)
    gelukt = (versie, hash_) == (document["versie"], document["hash"])
    return uitslag | {"status": 200 if gelukt else 409, "versie": versie, "hash": hash_}


def _regel(naam: str, versie: int, hash_: str) -> dict[str, Any]:
    delen = dict(zip(NAMEN, naam.split("/"), strict=True))
    return {**delen, "versie": versie, "hash": hash_, "ingetrokken": not hash_}


class Verbinding(asyncio.Protocol):
    """One kept-alive connection, one question at a time."""

    def __init__(self, ontvangers: Ontvangers) -> None:
        self.ontvangers = ontvangers
        self.binnen = bytearray()

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.binnen += data
        while (einde := self.binnen.find(KOP_EINDE)) >= 0:
            eerste, *regels = bytes(self.binnen[:einde]).decode("latin-1").split("\r\n")
            koppen = {
                naam.strip().lower(): waarde.strip()
                for naam, _, waarde in (regel.partition(":") for regel in regels)
            }
            tot = einde + len(KOP_EINDE) + int(koppen.get("content-length", "0"))
            if len(self.binnen) < tot:
                return
            lichaam = bytes(self.binnen[einde + len(KOP_EINDE) : tot])
            del self.binnen[:tot]
            methode, pad, _ = eerste.split(" ")
            code, inhoud = self.ontvangers.antwoord(methode, pad, koppen, lichaam)
            wacht = self.ontvangers.traag if not pad.startswith("/_") else 0.0
            asyncio.get_running_loop().call_later(wacht, self._zeg, code, inhoud)

    def _zeg(self, code: int, inhoud: Mapping[str, Any]) -> None:
        lichaam = json.dumps(inhoud, ensure_ascii=False).encode()
        kop = f"HTTP/1.1 {code} -\r\nContent-Type: application/json\r\nContent-Length: {len(lichaam)}\r\n\r\n"
        self.transport.write(kop.encode() + lichaam)


@contextmanager
def in_een_draad(geheim: str) -> Iterator[tuple[str, Ontvangers]]:
    """In this process, for a test; their address and what they hold."""
    ontvangers, lus, klaar = Ontvangers(geheim), asyncio.new_event_loop(), threading.Event()
    adres: list[int] = []

    def draai() -> None:
        asyncio.set_event_loop(lus)
        maak = lus.create_server(lambda: Verbinding(ontvangers), "127.0.0.1", 0, backlog=1024)
        adres.append(lus.run_until_complete(maak).sockets[0].getsockname()[1])
        klaar.set()
        lus.run_forever()

    draad = threading.Thread(target=draai, daemon=True)
    draad.start()
    assert klaar.wait(20)
    try:
        yield f"http://127.0.0.1:{adres[0]}", ontvangers
    finally:
        lus.call_soon_threadsafe(lus.stop)
        draad.join(10)


async def bedien(geheim: str) -> None:
    """Print the port, and serve until the process is ended."""
    ontvangers = Ontvangers(geheim)
    server = await asyncio.get_running_loop().create_server(
        lambda: Verbinding(ontvangers), "127.0.0.1", 0, backlog=1024
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(bedien(sys.argv[1]))
