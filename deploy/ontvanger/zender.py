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
import socket
import ssl
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from .documenten import Document, emmer_van, naam_van

Json = dict[str, Any]

SPREEKTIJD = 15
"""Seconds that a receiver may take."""


class Gezakt(Exception):
    """This point does not hold; the message says what came instead."""


class Onbereikbaar(Gezakt):
    """Nobody answers."""


class Verkeerd(Exception):
    """The address or the secret that was given is none; the message says what it should be."""


def eis(voorwaarde: bool, melding: str) -> None:
    if not voorwaarde:
        raise Gezakt(melding)


@dataclass(frozen=True)
class Antwoord:
    code: int
    lichaam: bytes

    @property
    def json(self) -> Json:
        try:
            gelezen = json.loads(self.lichaam)
        except (ValueError, RecursionError):
            raise Gezakt(f"het antwoord ({self.code}) is geen JSON") from None
        eis(isinstance(gelezen, dict), "het antwoord is geen JSON-object")
        return dict(gelezen)

    @property
    def code_en_melding(self) -> str:
        """`422 (uw melding: …)`: their own words say more than the number."""
        try:
            return f"{self.code}{hun_melding(self.json)}"
        except Gezakt:
            return str(self.code)


class Zender:
    """Says what Antwoord says. `geheimen` may be others, `verschuif` another moment: to see that those are refused."""

    def __init__(self, adres: str, geheim: str) -> None:
        self.delen = urlsplit(adres.rstrip("/"))
        if not _is_adres(self.delen):
            raise Verkeerd("Geef een heel adres, zoals https://uw-website.example/antwoord.")
        try:
            sleutel_van(geheim)
        except ValueError:
            raise Verkeerd("Dit geheim is niet goed. Een geheim is whsec_ met base64 erachter.") from None
        self.geheim = geheim
        self.bereik = f"conformiteit-{secrets.token_hex(4)}"
        self.geleverd: dict[str, Document] = {}
        """By name, the newest of each: what is to be withdrawn afterwards."""

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
        """`geheimen` empty: without a signature; None: signed with ours."""
        nummer, tijd = f"msg_{secrets.token_hex(8)}", str(int(time.time()) + verschuif)
        tekst = f"{nummer}.{tijd}.".encode() + (lichaam if getekend is None else getekend)
        tekens = [
            "v1," + base64.b64encode(hmac.new(sleutel_van(lid), tekst, hashlib.sha256).digest()).decode()
            for lid in (geheimen if geheimen is not None else (self.geheim,))
        ]
        koppen = {"content-type": "application/json", "webhook-id": nummer, "webhook-timestamp": tijd}
        if tekens:
            koppen["webhook-signature"] = " ".join(tekens)
        verbinding = lijn or self.lijn()
        try:
            with suppress(BrokenPipeError, ConnectionResetError):  # who finds it too large may say so halfway
                verbinding.request(methode, self.delen.path + pad, lichaam, koppen)
            antwoord = verbinding.getresponse()
            return Antwoord(antwoord.status, antwoord.read())
        except (OSError, http.client.HTTPException, UnicodeError) as fout:
            raise Onbereikbaar(_waarom_niet(fout)) from None
        finally:
            if lijn is None:
                verbinding.close()

    def lijn(self) -> http.client.HTTPConnection:
        soort = http.client.HTTPSConnection if self.delen.scheme == "https" else http.client.HTTPConnection
        return soort(self.delen.netloc, timeout=SPREEKTIJD)

    def lever(self, *documenten: Document, lichaam: bytes | None = None, **rest: Any) -> Antwoord:
        self.onthoud(documenten)
        return self.vraag("PUT", "/publicaties", levering(documenten) if lichaam is None else lichaam, **rest)

    def onthoud(self, documenten: Sequence[Document]) -> None:
        for lid in documenten:
            bekend = self.geleverd.get(naam_van(lid))
            if bekend is None or bekend["versie"] < lid["versie"]:
                self.geleverd[naam_van(lid)] = lid

    def uitslagen(self, *documenten: Document, wat: str = "een goede levering") -> list[Json]:
        """The outcome of each, in our order."""
        antwoord = self.lever(*documenten)
        eis(antwoord.code == 200, f"{wat} krijgt {antwoord.code_en_melding}, niet 200")
        lijst = antwoord.json.get("uitslagen")
        if not isinstance(lijst, list):
            raise Gezakt("het antwoord heeft geen lijst “uitslagen”")
        per_naam = {naam_van(lid): lid for lid in lijst if isinstance(lid, dict)}
        for lid in documenten:
            eis(naam_van(lid) in per_naam, f"voor {naam_van(lid)} staat er geen uitslag in het antwoord")
        return [per_naam[naam_van(lid)] for lid in documenten]

    def heeft(self, document: Document) -> Json | None:
        """What the manifest says of this document; None: nothing. Two questions."""
        naam = naam_van(document)
        emmer = emmer_van(naam)
        leden = self.emmer(emmer) if emmer in self.digests() else []
        return next((lid for lid in leden if naam_van(lid) == naam), None)

    def digests(self) -> dict[str, Any]:
        """bucket → digest."""
        antwoord = self.vraag("GET", "/manifest")
        eis(antwoord.code == 200, f"/manifest geeft {antwoord.code_en_melding}, niet 200")
        digests = antwoord.json.get("emmers")
        if not isinstance(digests, dict):
            raise Gezakt("het manifest heeft geen “emmers”")
        return digests

    def emmer(self, emmer: str) -> list[Json]:
        """Its documents, each in the right bucket and of one piece."""
        antwoord = self.vraag("GET", f"/manifest/{emmer}")
        eis(antwoord.code == 200, f"/manifest/{emmer} geeft {antwoord.code_en_melding}, niet 200")
        leden = antwoord.json.get("documenten")
        if not isinstance(leden, list) or not all(isinstance(lid, dict) for lid in leden):
            raise Gezakt(
                f"/manifest/{emmer} heeft geen lijst “documenten” met van elk de namen, versie en hash"
            )
        for lid in leden:
            naam = naam_van(lid)
            hoort = emmer_van(naam)
            eis(hoort == emmer, f"{naam} staat in emmer {emmer} en hoort in {hoort}")
            eis(
                (lid.get("hash") == "") is lid.get("ingetrokken"),
                f"{naam}: bij een grafsteen is “ingetrokken” true en “hash” leeg, anders geen van beide; "
                f"bij u is “ingetrokken” {json.dumps(lid.get('ingetrokken'))} en “hash” {json.dumps(lid.get('hash'))}",
            )
        return leden


def _is_adres(delen: SplitResult) -> bool:
    try:
        heel = delen.scheme in ("http", "https") and bool(delen.hostname) and delen.port != 0
    except ValueError:  # a port that is none
        return False
    return heel and delen.path.isascii() and " " not in delen.path


def _waarom_niet(fout: Exception) -> str:
    match fout:
        case TimeoutError():
            return f"binnen {SPREEKTIJD} seconden kwam er geen antwoord"
        case ConnectionRefusedError():
            return "op dit adres luistert niemand"
        case socket.gaierror() | UnicodeError():
            return "deze naam is niet bekend in DNS"
        case ssl.SSLError():
            return f"er komt geen veilige verbinding: is het certificaat geldig? ({fout})"
        case ConnectionError():
            return "de verbinding werd verbroken voordat er een antwoord was"
    return f"er kwam geen antwoord dat te lezen is ({type(fout).__name__}: {fout})"


def levering(documenten: Sequence[Document], **opmaak: Any) -> bytes:
    inhoud = {"schema": "antwoord/levering/1", "documenten": list(documenten)}
    return json.dumps(inhoud, ensure_ascii=False, **(opmaak or {"separators": (",", ":")})).encode()


def hun_melding(antwoord: Json) -> str:
    """Behind what they answered: what they said of it themselves."""
    melding = antwoord.get("melding")
    return f" (uw melding: {melding})" if isinstance(melding, str) and melding else ""


def sleutel_van(geheim: str) -> bytes:
    """ValueError: this is no secret."""
    sleutel = base64.b64decode(geheim.removeprefix("whsec_"), validate=True)
    if not geheim.startswith("whsec_") or not sleutel:
        raise ValueError
    return sleutel


def ander_geheim() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
