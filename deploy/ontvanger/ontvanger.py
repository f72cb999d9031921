"""A reference receiver: takes signed deliveries, keeps them in SQLite, says what it has, and shows it on a page.

Written from docs/api/doelen.md alone, with the standard library only: copy this folder, or read it beside your own.
Run it from the folder above with `ONTVANGER_GEHEIMEN=whsec_… python3 -m ontvanger`; `--nieuw-geheim` makes a secret.
It belongs behind a web server that does TLS.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import hmac
import json
import os
import re
import secrets
import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from . import pagina

GRENS = 2**53
VENSTER = 300
MEESTE_BYTES = 8 * 2**20
MEESTE_DOCUMENTEN = 100
SCHEMA = "antwoord/levering/1"
NAAM = re.compile(r"[a-z0-9_-]{1,80}")
HASH = re.compile(r"[0-9a-f]{64}")
JSON = "application/json; charset=utf-8"
HTML = "text/html; charset=utf-8"

TABEL = """CREATE TABLE IF NOT EXISTS document (
    bereik TEXT, documentsoort TEXT, sleutel TEXT, versie INTEGER, hash TEXT, inhoud TEXT, ontvangen REAL,
    PRIMARY KEY (bereik, documentsoort, sleutel))"""
# Compare and set in one statement: two deliveries at once cannot both look first and write afterwards.
SCHRIJF = """INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (bereik, documentsoort, sleutel) DO UPDATE
    SET versie = excluded.versie, hash = excluded.hash, inhoud = excluded.inhoud, ontvangen = excluded.ontvangen
    WHERE excluded.versie > document.versie
       OR (excluded.versie = document.versie AND excluded.hash <> document.hash)"""
LEES = "SELECT versie, hash FROM document WHERE bereik = ? AND documentsoort = ? AND sleutel = ?"


@dataclass(frozen=True)
class Antwoord:
    code: int
    soort: str
    lichaam: bytes


def in_json(code: int, inhoud: Mapping[str, Any]) -> Antwoord:
    return Antwoord(code, JSON, json.dumps(inhoud, ensure_ascii=False).encode())


def hash_van(inhoud: Any) -> str:
    """SHA-256 over canonical JSON: sorted keys, no spaces, UTF-8."""
    tekst = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(tekst.encode()).hexdigest()


class Opslag:
    """One table. A withdrawn document stays, without content: its version must be remembered."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        with closing(self._open()) as verbinding:
            verbinding.execute("PRAGMA journal_mode=WAL")
            verbinding.execute(TABEL)

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self.pad, timeout=10, isolation_level=None)

    def neem(self, documenten: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Take what is newer; one outcome for each document."""
        uitslagen = []
        with closing(self._open()) as verbinding:
            verbinding.execute("BEGIN IMMEDIATE")
            for document in documenten:
                melding = keur(document)
                uitslagen.append(
                    _uitslag(document, 422, melding=melding) if melding else self._neem(verbinding, document)
                )
            verbinding.execute("COMMIT")
        return uitslagen

    def _neem(self, verbinding: sqlite3.Connection, document: Mapping[str, Any]) -> dict[str, Any]:
        naam = (document["bereik"], document["documentsoort"], document["sleutel"])
        inhoud = "" if document["ingetrokken"] else json.dumps(document["inhoud"], ensure_ascii=False)
        verbinding.execute(SCHRIJF, (*naam, document["versie"], document["hash"], inhoud, time.time()))
        versie, hash_ = verbinding.execute(LEES, naam).fetchone()
        gelukt = (versie, hash_) == (document["versie"], document["hash"])
        return _uitslag(document, 200 if gelukt else 409, versie=versie, hash=hash_)

    def regels(self) -> list[tuple[str, str, str, int, str]]:
        with closing(self._open()) as verbinding:
            return verbinding.execute(
                "SELECT bereik, documentsoort, sleutel, versie, hash FROM document"
            ).fetchall()

    def overzicht(self) -> list[tuple[str, str, str, int, str, float]]:
        with closing(self._open()) as verbinding:
            return verbinding.execute(
                "SELECT bereik, documentsoort, sleutel, versie, inhoud, ontvangen FROM document ORDER BY 1, 2, 3"
            ).fetchall()


def keur(document: Mapping[str, Any]) -> str:
    """What is wrong with a document; empty when it can be kept. Fields we do not know are nobody's fault."""
    if not all(NAAM.fullmatch(str(document.get(deel))) for deel in ("bereik", "documentsoort", "sleutel")):
        return "bereik, documentsoort of sleutel ontbreekt of is geen geldige naam"
    versie, hash_, weg = document.get("versie"), document.get("hash"), document.get("ingetrokken")
    if isinstance(versie, bool) or not isinstance(versie, int) or not 0 < versie < GRENS:
        return "versie is geen geheel getal tussen 0 en 2^53"
    inhoud = document.get("inhoud")
    if weg is True:
        return "" if hash_ == "" and inhoud is None else "ingetrokken, en toch een hash of inhoud"
    if weg is not False or not isinstance(inhoud, dict) or not HASH.fullmatch(str(hash_)):
        return "ingetrokken, inhoud of hash ontbreekt"
    return "" if hash_van(inhoud) == hash_ else "de hash hoort niet bij deze inhoud"


def _uitslag(document: Mapping[str, Any], status: int, **rest: Any) -> dict[str, Any]:
    naam = {deel: str(document.get(deel)) for deel in ("bereik", "documentsoort", "sleutel")}
    return {**naam, "status": status, **rest}


def is_echt(geheimen: Iterable[str], koppen: Mapping[str, str], lichaam: bytes, nu: float) -> bool:
    """Standard Webhooks: one of the signatures was made with one of our secrets, and no more than 5 minutes ago."""
    nummer, tijd = koppen.get("webhook-id", ""), koppen.get("webhook-timestamp", "")
    if not nummer or not re.fullmatch(r"[0-9]{1,12}", tijd) or abs(nu - int(tijd)) > VENSTER:
        return False
    tekst = f"{nummer}.{tijd}.".encode() + lichaam
    gegeven = [
        lid.removeprefix("v1,")
        for lid in koppen.get("webhook-signature", "").split()
        if lid.startswith("v1,")
    ]
    verwacht = [
        base64.b64encode(
            hmac.new(base64.b64decode(lid.removeprefix("whsec_")), tekst, hashlib.sha256).digest()
        )
        for lid in geheimen
    ]
    return any(hmac.compare_digest(eigen, ander.encode()) for eigen in verwacht for ander in gegeven)


def emmers(regels: Iterable[tuple[str, str, str, int, str]]) -> dict[str, list[tuple[str, int, str]]]:
    """bucket → its lines, in order of name."""
    gevuld: dict[str, list[tuple[str, int, str]]] = {}
    for bereik, documentsoort, sleutel, versie, hash_ in regels:
        naam = f"{bereik}/{documentsoort}/{sleutel}"
        gevuld.setdefault(hashlib.sha256(naam.encode()).hexdigest()[:2], []).append((naam, versie, hash_))
    return {emmer: sorted(leden) for emmer, leden in sorted(gevuld.items())}


def digest(leden: Iterable[tuple[str, int, str]]) -> str:
    tekst = "".join(f"{naam} {versie} {hash_ or '-'}\n" for naam, versie, hash_ in leden)
    return hashlib.sha256(tekst.encode()).hexdigest()


class Ontvanger:
    """What each address answers."""

    def __init__(self, opslag: Opslag, geheimen: Sequence[str]) -> None:
        self.opslag = opslag
        self.geheimen = tuple(geheimen)

    def antwoord(self, methode: str, pad: str, koppen: Mapping[str, str], lichaam: bytes) -> Antwoord:
        if methode == "GET" and (pad == "/" or pad.startswith("/toon/")):
            return self._toon(pad)
        if pad != "/publicaties" and not re.fullmatch(r"/manifest(/[0-9a-f]{2})?", pad):
            return in_json(404, {"melding": "Dit adres is er niet."})
        if methode != ("PUT" if pad == "/publicaties" else "GET"):
            return in_json(405, {"melding": f"{methode} kan hier niet."})
        if not is_echt(self.geheimen, koppen, lichaam, time.time()):
            return in_json(401, {"melding": "De handtekening klopt niet, of is ouder dan vijf minuten."})
        if pad == "/publicaties":
            return self._neem(koppen, lichaam)
        gevuld = emmers(self.opslag.regels())
        if pad == "/manifest":
            aantal = sum(len(leden) for leden in gevuld.values())
            return in_json(200, {"aantal": aantal, "emmers": {lid: digest(gevuld[lid]) for lid in gevuld}})
        return in_json(200, {"documenten": [_manifestregel(*lid) for lid in gevuld.get(pad[-2:], [])]})

    def _neem(self, koppen: Mapping[str, str], lichaam: bytes) -> Antwoord:
        if koppen.get("content-type", "").partition(";")[0].strip() != "application/json":
            return in_json(415, {"melding": "Stuur application/json."})
        try:
            inhoud = json.loads(lichaam)
            documenten = inhoud["documenten"]
            goed = inhoud["schema"] == SCHEMA and all(isinstance(lid, dict) for lid in documenten)
        except (ValueError, KeyError, TypeError, RecursionError):
            goed = False
        if not goed:
            return in_json(400, {"melding": f"Dit is geen levering volgens {SCHEMA}."})
        if len(documenten) > MEESTE_DOCUMENTEN:
            return in_json(413, {"melding": f"Meer dan {MEESTE_DOCUMENTEN} documenten."})
        return in_json(200, {"uitslagen": self.opslag.neem(documenten)})

    def _toon(self, pad: str) -> Antwoord:
        rijen = self.opslag.overzicht()
        if pad == "/":
            return Antwoord(200, HTML, pagina.lijst(rijen).encode())
        gevraagd = tuple(unquote(deel) for deel in pad.split("/")[2:])
        rij = next((rij for rij in rijen if rij[:3] == gevraagd), None)
        return Antwoord(200 if rij else 404, HTML, (pagina.document(rij) if rij else pagina.weg()).encode())


def _manifestregel(naam: str, versie: int, hash_: str) -> dict[str, Any]:
    bereik, documentsoort, sleutel = naam.split("/")
    return {
        "bereik": bereik,
        "documentsoort": documentsoort,
        "sleutel": sleutel,
        "versie": versie,
        "hash": hash_,
        "ingetrokken": hash_ == "",
    }


def maak_server(ontvanger: Ontvanger, luister: str, poort: int) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30
        # Head and body of an answer in one piece: else each waits 40 ms for the acknowledgement of the other.
        wbufsize = -1

        def _doe(self) -> None:
            lengte = self.headers.get("content-length", "0")
            if not lengte.isdecimal() or int(lengte) > MEESTE_BYTES:
                self.close_connection = True
                return self._stuur(in_json(413, {"melding": "Te groot, of zonder lengte."}))
            lichaam = self.rfile.read(int(lengte))
            koppen = {naam.lower(): waarde for naam, waarde in self.headers.items()}
            try:
                antwoord = ontvanger.antwoord(self.command, urlsplit(self.path).path, koppen, lichaam)
            except sqlite3.OperationalError as fout:
                antwoord = in_json(503, {"melding": f"De opslag is niet klaar: {fout}"})
            return self._stuur(antwoord)

        do_GET = do_PUT = do_POST = do_DELETE = _doe

        def _stuur(self, antwoord: Antwoord) -> None:
            self.send_response(antwoord.code)
            self.send_header("Content-Type", antwoord.soort)
            self.send_header("Content-Length", str(len(antwoord.lichaam)))
            self.send_header("Content-Security-Policy", pagina.CSP)
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(antwoord.lichaam)

        def log_message(self, format: str, *args: Any) -> None:
            print(f"{self.log_date_time_string()} {format % args}", file=sys.stderr)

    server = ThreadingHTTPServer((luister, poort), Handler)
    server.daemon_threads = True
    return server


def main() -> int:
    lezer = argparse.ArgumentParser(description="Ontvangt wat Antwoord publiceert, en laat het zien.")
    lezer.add_argument("--luister", default="127.0.0.1", help="adres (127.0.0.1)")
    lezer.add_argument("--poort", type=int, default=8900, help="poort (8900)")
    lezer.add_argument(
        "--database", type=Path, default=Path("ontvanger.sqlite3"), help="bestand met de documenten"
    )
    lezer.add_argument("--nieuw-geheim", action="store_true", help="maak een geheim en stop")
    keuzes = lezer.parse_args()
    if keuzes.nieuw_geheim:
        print("whsec_" + base64.b64encode(secrets.token_bytes(32)).decode())
        return 0
    geheimen = os.environ.get("ONTVANGER_GEHEIMEN", "").replace(",", " ").split()
    if not geheimen:
        print(
            "Zet ONTVANGER_GEHEIMEN: een of meer geheimen (whsec_…), met komma's ertussen.", file=sys.stderr
        )
        return 1
    server = maak_server(Ontvanger(Opslag(keuzes.database), geheimen), keuzes.luister, keuzes.poort)
    print(f"Ontvanger draait op http://{keuzes.luister}:{server.server_address[1]}/ (Ctrl-C stopt)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0
