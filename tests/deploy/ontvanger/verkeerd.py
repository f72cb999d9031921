"""Receivers that are wrong in one thing each, as suppliers make them, and two that are right and busy."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from abc import ABC, abstractmethod
from typing import Any

from deploy.ontvanger import ontvanger as module
from deploy.ontvanger.ontvanger import Antwoord, Ontvanger, Opslag, in_json
from tests import ontvangers as o


class SluitNaElkAntwoord(Ontvanger):
    """Every question asks for another connection."""

    protocol = "HTTP/1.0"


class ZonderKopGeenControle(Ontvanger):
    """Looks at the signature when there is one."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        if pad == "/publicaties" and "webhook-signature" not in koppen:
            return self._neem(koppen, lichaam)
        return super().antwoord(methode, pad, koppen, lichaam)


class TekentOpnieuwGeschreven(Ontvanger):
    """Reads the JSON, and checks the signature over what it writes itself."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        if lichaam.startswith(b"{") and lichaam.endswith(b"}"):
            lichaam = json.dumps(json.loads(lichaam), ensure_ascii=False, separators=(",", ":")).encode()
        return super().antwoord(methode, pad, koppen, lichaam)


class OpenEmmers(Ontvanger):
    """Shows a bucket to whoever asks."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        gegeven = super().antwoord(methode, pad, koppen, lichaam)
        open_ = pad.startswith("/manifest/") and gegeven.code == 401
        return in_json(200, {"documenten": []}) if open_ else gegeven


class VolgordeVanAankomst(Ontvanger):
    """Its digests are over lines in the order in which they came."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        gegeven = super().antwoord(methode, pad, koppen, lichaam)
        if pad != "/manifest" or gegeven.code != 200:
            return gegeven
        emmers: dict[str, list[tuple[str, int, str]]] = {}
        for *delen, versie, hash_ in self.opslag.regels():
            naam = "/".join(map(str, delen))
            emmer = hashlib.sha256(naam.encode()).hexdigest()[:2]
            emmers.setdefault(emmer, []).append((naam, int(versie), str(hash_)))
        return in_json(200, {"emmers": {emmer: module.digest(leden) for emmer, leden in emmers.items()}})


class GrensVan100kB(Ontvanger):
    """As frameworks come out of the box."""

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        if len(lichaam) > 100 * 1024:
            return in_json(413, {"melding": "te groot"})
        return super().antwoord(methode, pad, koppen, lichaam)


class WeigertHetGeheel(Ontvanger):
    """One wrong document, and the answer to the delivery is a refusal."""

    def _neem(self, koppen: Any, lichaam: bytes) -> Antwoord:
        gegeven = super()._neem(koppen, lichaam)
        return in_json(422, {"melding": "niet goed"}) if b'"status": 422' in gegeven.lichaam else gegeven


class EenTegelijk(Ontvanger):
    """Right, and busy: says so to who comes while another is served."""

    slot = threading.Lock()

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> Antwoord:
        if not self.slot.acquire(blocking=False):
            return in_json(503, {"melding": "even bezig"})
        try:
            time.sleep(0.002)
            return super().antwoord(methode, pad, koppen, lichaam)
        finally:
            self.slot.release()


class EenTegelijkPerDocument(Opslag):
    """Right, and says of a document that it is busy."""

    slot = threading.Lock()

    def neem(self, documenten: Any) -> list[dict[str, Any]]:
        if not self.slot.acquire(blocking=False):
            return [module._uitslag(document, 503) for document in documenten]
        try:
            time.sleep(0.002)
            return super().neem(documenten)
        finally:
            self.slot.release()


class ZonderBereik(Opslag):
    """Its rows are named without the municipality."""

    def _neem(self, verbinding: Any, document: Any) -> dict[str, Any]:
        zoek = "SELECT bereik FROM document WHERE (documentsoort, sleutel) = (?, ?)"
        staat = verbinding.execute(zoek, (document["documentsoort"], document["sleutel"])).fetchone()
        eigen = {"bereik": document["bereik"]}
        return super()._neem(verbinding, document | ({"bereik": staat[0]} if staat else {})) | eigen


class KentGeenGemeente(Opslag):
    """Takes products only."""

    def _neem(self, verbinding: Any, document: Any) -> dict[str, Any]:
        if document["documentsoort"] == "gemeente":
            return module._uitslag(document, 422, melding="kennen wij niet")
        return super()._neem(verbinding, document)


class OntsnaptHtml(Opslag):
    """Its JSON writes < > & as an escape, and so finds another hash."""

    def _neem(self, verbinding: Any, document: Any) -> dict[str, Any]:
        tekst = json.dumps(document["inhoud"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for teken in "<>&":
            tekst = tekst.replace(teken, f"\\u{ord(teken):04x}")
        if document["inhoud"] and hashlib.sha256(tekst.encode()).hexdigest() != document["hash"]:
            return module._uitslag(document, 422, melding="de hash klopt niet")
        return super()._neem(verbinding, document)


class Vergelijkt(o.LaatsteWint, ABC):
    """A receiver whose own `houdt` says when what stands stays."""

    @abstractmethod
    def houdt(self, staat: tuple[int, str], document: Any) -> bool: ...

    def _neem(self, verbinding: Any, document: Any) -> dict[str, Any]:
        naam = (document["bereik"], document["documentsoort"], document["sleutel"])
        staat = verbinding.execute(module.LEES, naam).fetchone()
        if staat and self.houdt(staat, document):
            code = 200 if staat[0] == document["versie"] else 409
            return module._uitslag(document, code, versie=staat[0], hash=staat[1])
        return super()._neem(verbinding, document)


class VergelijktAlsTekst(Vergelijkt):
    def houdt(self, staat: tuple[int, str], document: Any) -> bool:
        return str(staat[0]) > str(document["versie"])


class IntrekkenVraagtEenHogereVersie(Vergelijkt):
    def houdt(self, staat: tuple[int, str], document: Any) -> bool:
        return staat[0] > document["versie"] or (document["ingetrokken"] and staat[0] == document["versie"])
