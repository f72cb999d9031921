"""Says to a receiver what Antwoord says, and reads what it answers: what the conformance test talks through.

The standard library only, and nothing of the reference receiver: a mistake there would else be copied here.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Document = dict[str, Any]


class Gezakt(Exception):
    """This point does not hold; the message says what came instead."""


def eis(voorwaarde: bool, melding: str) -> None:
    if not voorwaarde:
        raise Gezakt(melding)


def canoniek(inhoud: Any) -> bytes:
    return json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True)
class Antwoord:
    code: int
    lichaam: bytes

    @property
    def json(self) -> dict[str, Any]:
        try:
            gelezen = json.loads(self.lichaam)
        except ValueError:
            raise Gezakt(f"het antwoord ({self.code}) is geen JSON") from None
        eis(isinstance(gelezen, dict), "het antwoord is geen JSON-object")
        return dict(gelezen)


class Zender:
    """Says what Antwoord says. `geheim` may be another, `nu` another moment: to see that those are refused."""

    def __init__(self, adres: str, geheim: str) -> None:
        self.delen = urlsplit(adres.rstrip("/"))
        self.geheim = geheim
        self.bereik = f"conformiteit-{secrets.token_hex(4)}"

    def vraag(
        self,
        methode: str,
        pad: str,
        lichaam: bytes = b"",
        *,
        geheimen: Sequence[str] | None = None,
        verschuif: int = 0,
        getekend: bytes | None = None,
        lijn: http.client.HTTPConnection | None = None,
    ) -> Antwoord:
        nummer, tijd = f"msg_{secrets.token_hex(8)}", str(int(time.time()) + verschuif)
        tekst = f"{nummer}.{tijd}.".encode() + (lichaam if getekend is None else getekend)
        tekens = [
            "v1," + base64.b64encode(hmac.new(_sleutel(lid), tekst, hashlib.sha256).digest()).decode()
            for lid in (geheimen if geheimen is not None else (self.geheim,))
        ]
        koppen = {
            "content-type": "application/json",
            "webhook-id": nummer,
            "webhook-timestamp": tijd,
            "webhook-signature": " ".join(tekens),
        }
        verbinding = lijn or self.lijn()
        try:
            verbinding.request(methode, self.delen.path + pad, lichaam, koppen)
            antwoord = verbinding.getresponse()
            return Antwoord(antwoord.status, antwoord.read())
        except (OSError, http.client.HTTPException) as fout:
            raise Gezakt(f"er kwam geen antwoord: {type(fout).__name__} {fout}") from None
        finally:
            if lijn is None:
                verbinding.close()

    def lijn(self) -> http.client.HTTPConnection:
        soort = http.client.HTTPSConnection if self.delen.scheme == "https" else http.client.HTTPConnection
        return soort(self.delen.netloc, timeout=20)

    def document(self, sleutel: str, versie: int, tekst: str | None, **rest: Any) -> Document:
        """`tekst` None: a withdrawal."""
        inhoud = None
        if tekst is not None:
            inhoud = {
                "schema": "antwoord/product/1",
                "bereik": self.bereik,
                "sleutel": sleutel,
                "talen": {"nl": {"titel": tekst, "samenvatting": tekst, "velden": []}},
            }
        return {
            "bereik": self.bereik,
            "documentsoort": "product",
            "sleutel": sleutel,
            "versie": versie,
            "ingetrokken": inhoud is None,
            "hash": hashlib.sha256(canoniek(inhoud)).hexdigest() if inhoud is not None else "",
            "inhoud": inhoud,
            **rest,
        }

    def lever(self, *documenten: Document, **rest: Any) -> Antwoord:
        return self.vraag("PUT", "/publicaties", canoniek(levering(documenten)), **rest)

    def uitslagen(self, *documenten: Document) -> list[dict[str, Any]]:
        """The outcome of each, in our order."""
        antwoord = self.lever(*documenten)
        eis(antwoord.code == 200, f"een goede levering krijgt {antwoord.code}, niet 200")
        lijst = antwoord.json.get("uitslagen")
        eis(isinstance(lijst, list), "het antwoord heeft geen lijst “uitslagen”")
        per_sleutel = {lid.get("sleutel"): lid for lid in lijst or [] if isinstance(lid, dict)}
        eis(all(lid["sleutel"] in per_sleutel for lid in documenten), "niet elk document heeft een uitslag")
        return [per_sleutel[lid["sleutel"]] for lid in documenten]

    def staat(self) -> dict[str, dict[str, Any]]:
        """What the manifest says of our documents, after its digests have been recomputed."""
        antwoord = self.vraag("GET", "/manifest")
        eis(antwoord.code == 200, f"/manifest geeft {antwoord.code}, niet 200")
        gevonden: dict[str, dict[str, Any]] = {}
        digests = antwoord.json.get("emmers")
        eis(isinstance(digests, dict), "het manifest heeft geen “emmers”")
        for emmer, digest in sorted((digests or {}).items()):
            regels = []
            for lid in self.vraag("GET", f"/manifest/{emmer}").json.get("documenten", []):
                naam = "/".join(str(lid.get(deel)) for deel in ("bereik", "documentsoort", "sleutel"))
                eis(hashlib.sha256(naam.encode()).hexdigest()[:2] == emmer, f"{naam} staat in emmer {emmer}")
                eis(
                    (lid.get("hash") == "") is lid.get("ingetrokken"),
                    f"{naam}: hash en ingetrokken spreken elkaar tegen",
                )
                regels.append(f"{naam} {lid.get('versie')} {lid.get('hash') or '-'}\n")
                gevonden[naam] = lid
            eigen = hashlib.sha256(
                "".join(sorted(regels, key=lambda lid: lid.split(" ")[0])).encode()
            ).hexdigest()
            eis(eigen == digest, f"de digest van emmer {emmer} hoort niet bij wat erin staat")
        return {
            naam.split("/")[2]: lid for naam, lid in gevonden.items() if naam.startswith(f"{self.bereik}/")
        }


def levering(documenten: Sequence[Document]) -> dict[str, Any]:
    return {"schema": "antwoord/levering/1", "documenten": list(documenten)}


def _sleutel(geheim: str) -> bytes:
    return base64.b64decode(geheim.removeprefix("whsec_"))


def ander_geheim() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
