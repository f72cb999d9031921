"""A proxy in front of a real Elasticsearch that behaves as badly as it is told: waits, or refuses half of a load."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx

DOORGEGEVEN = ("content-type", "x-elastic-product")


class Tussenpersoon:
    """`vertraging`: seconds before each answer. `weiger_helft`: every other action of a load is refused with 429."""

    def __init__(self, doel: str) -> None:
        self.doel = doel
        self.vertraging = 0.0
        self.weiger_helft = False
        self.vragen = 0
        buiten = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _doe(self) -> None:
                buiten.vragen += 1
                inhoud = self.rfile.read(int(self.headers.get("content-length") or 0))
                time.sleep(buiten.vertraging)
                antwoord, lichaam = buiten._geef_door(self.command, self.path, dict(self.headers), inhoud)
                self.send_response(antwoord.status_code)
                for naam in DOORGEGEVEN:
                    if naam in antwoord.headers:
                        self.send_header(naam, antwoord.headers[naam])
                self.send_header("content-length", str(len(lichaam)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(lichaam)

            do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _doe

            def log_message(self, *_: Any) -> None:
                """Not on the screen of the tests."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: Any) -> None:
                """Whoever waited in vain has hung up."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.adres = f"http://127.0.0.1:{self._server.server_address[1]}"

    def _geef_door(
        self, methode: str, pad: str, koppen: dict[str, str], inhoud: bytes
    ) -> tuple[httpx.Response, bytes]:
        koppen = {
            naam: waarde for naam, waarde in koppen.items() if naam.lower() in ("content-type", "accept")
        }
        if self.weiger_helft and pad.startswith("/_bulk"):
            return self._weiger(methode, pad, koppen, inhoud)
        antwoord = httpx.request(methode, self.doel + pad, headers=koppen, content=inhoud, timeout=30)
        return antwoord, antwoord.content

    def _weiger(
        self, methode: str, pad: str, koppen: dict[str, str], inhoud: bytes
    ) -> tuple[httpx.Response, bytes]:
        """Bring the server the even actions, and say of the odd ones that it was too busy."""
        regels = inhoud.splitlines()
        paren = [regels[plek : plek + 2] for plek in range(0, len(regels), 2)]
        even = b"\n".join(regel for paar in paren[::2] for regel in paar) + b"\n"
        antwoord = httpx.request(methode, self.doel + pad, headers=koppen, content=even, timeout=30)
        gelukt = iter(antwoord.json()["items"])
        te_druk = {"type": "es_rejected_execution_exception", "reason": "rejected execution"}
        leden = [
            {"index": {"_id": json.loads(paar[0])["index"]["_id"], "status": 429, "error": te_druk}}
            if plek % 2
            else next(gelukt)
            for plek, paar in enumerate(paren)
        ]
        return antwoord, json.dumps({"took": 1, "errors": True, "items": leden}).encode()

    @contextmanager
    def aan(self) -> Iterator[Tussenpersoon]:
        draad = threading.Thread(target=self._server.serve_forever, daemon=True)
        draad.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
