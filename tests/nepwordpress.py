"""A stand-in for WordPress that answers what the real one was seen to answer (6.1, tests/sync/wordpress/).

As far as pages go: the same tests run on both, and the real one decides (`deploy/testwordpress.sh`).
"""

from __future__ import annotations

import base64
import json
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.ontvangers import aan_het_werk

Json = dict[str, Any]
MAG = {"baas": "administrator", "antwoord": "editor", "auteur": "author", "lid": "subscriber"}


class Fout(Exception):
    def __init__(self, status: int, code: str, melding: str) -> None:
        super().__init__(code)
        self.status = status
        self.lichaam = {"code": code, "message": melding, "data": {"status": status}}


class Nepwordpress:
    """`storing`: an answer for every request instead of its own, as (code, headers, body)."""

    def __init__(self) -> None:
        self.paginas: dict[int, Json] = {}
        self.nummers = count(11)
        self.wachtwoorden = {naam: [secrets.token_hex(12)] for naam in MAG}
        self.leesbare_adressen = True
        self.vragen: list[tuple[str, str]] = []
        self.storing: tuple[int, dict[str, str], bytes] | None = None
        self.geweigerd: dict[str, tuple[int, str]] = {}
        """Method and path → code and WordPress' own code for it."""
        self.zoekt = True
        """Not where a plug-in took over the search."""
        self.van_de_beheerder: set[int] = set()
        """Pages as the one of the privacy policy."""
        self.bewaar: Callable[[str], str] = str
        """What becomes of the HTML that is to be kept."""

    def antwoord(
        self, methode: str, adres: str, kop: str, lichaam: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        if self.storing is not None:
            return self.storing
        delen = urlsplit(adres)
        vragen = dict(parse_qsl(delen.query))
        pad = vragen.pop("rest_route", None)
        if pad is None and self.leesbare_adressen and delen.path.startswith("/wp-json"):
            pad = delen.path.removeprefix("/wp-json")
        if pad is None:
            return 404, {"content-type": "text/html"}, b"<html><h1>Not Found</h1></html>"
        self.vragen.append((methode, pad))
        try:
            gebruiker = self._wie(kop)
            gegeven = self._rest(methode, pad, vragen, json.loads(lichaam or b"{}"), MAG.get(gebruiker, ""))
        except Fout as fout:
            return fout.status, {"content-type": "application/json"}, json.dumps(fout.lichaam).encode()
        status = 201 if methode == "POST" and pad == "/wp/v2/pages" else 200
        return status, {"content-type": "application/json"}, json.dumps(gegeven).encode()

    def _wie(self, kop: str) -> str:
        if not kop:
            return ""
        naam, _, wachtwoord = base64.b64decode(kop.removeprefix("Basic ")).decode().partition(":")
        if naam not in self.wachtwoorden:
            raise Fout(401, "invalid_username", "Unknown username. Check again or try your email address.")
        if wachtwoord not in self.wachtwoorden[naam]:
            raise Fout(401, "incorrect_password", "The provided password is an invalid application password.")
        return naam

    def _rest(self, methode: str, pad: str, vragen: Json, velden: Json, rol: str) -> Any:
        gevonden = re.fullmatch(r"/wp/v2/pages(?:/(\d+))?", pad)
        if gevonden is None:
            raise Fout(404, "rest_no_route", "No route was found matching the URL and request method.")
        if f"{methode} {pad}" in self.geweigerd:
            raise Fout(*self.geweigerd[f"{methode} {pad}"], "Sorry.")
        geweigerd = 403 if rol else 401
        nummer = int(gevonden[1]) if gevonden[1] else None
        mag = rol == "administrator" or (rol == "editor" and nummer not in self.van_de_beheerder)
        if nummer is not None and nummer not in self.paginas:
            raise Fout(404, "rest_post_invalid_id", "Invalid post ID.")
        if methode == "GET":
            if not mag:
                melding = "Sorry, you are not allowed to edit posts in this post type."
                raise Fout(geweigerd, "rest_forbidden_context", melding)
            return self.paginas[nummer] if nummer is not None else self._lijst(vragen)
        if not mag:
            soort = "rest_cannot_create" if nummer is None else "rest_cannot_edit"
            raise Fout(geweigerd, soort, "Sorry, you are not allowed to create posts as this user.")
        if methode == "DELETE":
            assert nummer is not None
            if vragen.get("force"):
                return self.paginas.pop(nummer)
            self.paginas[nummer] |= {"status": "trash", "slug": self.paginas[nummer]["slug"] + "__trashed"}
            return self.paginas[nummer]
        return self._schrijf(nummer, velden)

    def _lijst(self, vragen: Json) -> list[Json]:
        statussen = vragen.get("status", "publish").split(",")
        slugs = vragen["slug"].split(",") if "slug" in vragen else None
        leden = [
            pagina
            for pagina in self.paginas.values()
            if pagina["status"] in statussen
            and (slugs is None or pagina["slug"] in slugs)
            and ("parent" not in vragen or pagina["parent"] == int(vragen["parent"]))
            and vragen.get("search", "") in pagina["content"]["raw"]
            and (self.zoekt or "search" not in vragen)
        ]
        per_keer, keer = int(vragen.get("per_page", 10)), int(vragen.get("page", 1))
        if keer > 1 and (keer - 1) * per_keer >= len(leden):
            melding = "The page number requested is larger than the number of pages available."
            raise Fout(400, "rest_post_invalid_page_number", melding)
        return sorted(leden, key=lambda lid: lid["id"])[(keer - 1) * per_keer : keer * per_keer]

    def _schrijf(self, nummer: int | None, velden: Json) -> Json:
        if velden.get("parent") and velden["parent"] not in self.paginas:
            raise Fout(400, "rest_post_invalid_id", "Invalid post parent ID.")
        if nummer is None:
            nummer = next(self.nummers)
            leeg = {"id": nummer, "slug": "", "status": "draft", "parent": 0, "password": ""}
            self.paginas[nummer] = leeg | {"title": {"raw": ""}, "content": {"raw": ""}}
        pagina = self.paginas[nummer]
        for naam, waarde in velden.items():
            pagina[naam] = {"raw": waarde} if naam in ("title", "content") else waarde
        pagina["content"] = {"raw": self.bewaar(pagina["content"]["raw"])}
        if pagina["status"] == "publish":
            pagina["slug"] = self._vrije_slug(pagina)
        return pagina

    def _vrije_slug(self, pagina: Json) -> str:
        basis = pagina["slug"] or re.sub(r"[^a-z0-9]+", "-", pagina["title"]["raw"].lower()).strip("-")
        bezet = {
            lid["slug"]
            for lid in self.paginas.values()
            if lid is not pagina and lid["parent"] == pagina["parent"] and lid["status"] != "trash"
        }
        slug, keer = basis, 2
        while slug in bezet:
            slug, keer = f"{basis}-{keer}", keer + 1
        return str(slug)


@contextmanager
def draai(wordpress: Nepwordpress) -> Iterator[str]:
    """Serve on loopback; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _doe(self) -> None:
            lengte = int(self.headers.get("content-length") or 0)
            code, koppen, lichaam = wordpress.antwoord(
                self.command, self.path, self.headers.get("authorization", ""), self.rfile.read(lengte)
            )
            self.send_response(code)
            for naam, waarde in {**koppen, "content-length": str(len(lichaam))}.items():
                self.send_header(naam, waarde)
            self.end_headers()
            self.wfile.write(lichaam)

        do_GET = do_POST = do_DELETE = _doe

    with aan_het_werk(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as adres:
        yield adres
