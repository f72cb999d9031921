"""Ask one address: HEAD, and GET where a server does not do HEAD; follow what it redirects to, within bounds.

Every step goes by the guard (`sync/adreswacht.py`) and by `toegang`, which knows what each site allows and when. No
cookie is kept or sent, no body is read, and a connection has an end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from urllib.parse import urljoin, urlsplit

import httpx

from sync.adreswacht import AdresGeweigerd, NaamNietGevonden
from sync.links.oordeel import Poging, Uitkomst
from sync.links.robots import MAX_BYTES

SECONDEN = 8.0
MAX_STAPPEN = 5
SITE_BEZET = timedelta(minutes=10)
"""What an address waits when its site could not be asked now; a longer wait was asked for by the site."""
VAST = frozenset({301, 308})
TIJDELIJK = frozenset({302, 303, 307})
NIET_MET_HEAD = frozenset({400, 403, 404, 405, 406, 409, 410, 500, 501, 502, 503})
WIL_NIET = frozenset({401, 402, 403, 405, 406, 407, 451, 999})
"""The page is there, but not for us: a sign-in, a bouncer, a licence."""


class Toegang(Enum):
    MAG = auto()
    VERBODEN = auto()
    STRAKS = auto()


@dataclass(frozen=True, slots=True)
class Antwoord:
    code: int
    naar: str = ""
    wacht: timedelta | None = None
    tekst: str = ""


class Vrager:
    """Asks over one transport, as the one robot with this name."""

    def __init__(self, vervoer: httpx.BaseTransport, naam: str, *, seconden: float = SECONDEN) -> None:
        self.vervoer = vervoer
        self.naam = naam
        self.tijd = httpx.Timeout(seconden).as_dict()

    def een(self, methode: str, adres: str, *, lees: int = 0) -> Antwoord:
        """One question. `lees`: bytes of the body that are wanted."""
        # Straight to the transport: a client would keep cookies, and send a name and password out of the address.
        vraag = httpx.Request(
            methode,
            adres,
            headers={
                "User-Agent": self.naam,
                "Accept": "*/*",
                "Accept-Encoding": "identity",
                "Connection": "close",
            },
            extensions={"timeout": self.tijd},
        )
        antwoord = self.vervoer.handle_request(vraag)
        try:
            antwoord.request = vraag
            tekst = _lees(antwoord, lees) if lees and antwoord.status_code == 200 else ""
            wacht = _wacht(antwoord.headers.get("Retry-After", ""), antwoord.headers.get("Date", ""))
            return Antwoord(antwoord.status_code, antwoord.headers.get("Location", ""), wacht, tekst)
        finally:
            antwoord.close()

    def robots(self, adres: str) -> Antwoord:
        """The robots.txt of the site of this address, redirects followed. Raises what the transport raises."""
        pad = urljoin(adres, "/robots.txt")
        antwoord = self.een("GET", pad, lees=MAX_BYTES)
        for _ in range(MAX_STAPPEN):
            if antwoord.code not in VAST | TIJDELIJK or not antwoord.naar:
                break
            pad = urljoin(pad, antwoord.naar)
            antwoord = self.een("GET", pad, lees=MAX_BYTES)
        return antwoord

    def vraag(self, adres: str, toegang: Callable[[str], Toegang]) -> Poging:
        """What there is to say of an address now."""
        try:
            return self._volg(adres, toegang)
        except AdresGeweigerd as fout:
            return Poging(Uitkomst.GESLOTEN, str(fout))
        except (httpx.InvalidURL, ValueError):
            return Poging(Uitkomst.FOUT, "Dit is geen internetadres.")
        except httpx.HTTPError as fout:
            return Poging(Uitkomst.FOUT, in_woorden(fout))

    def _volg(self, adres: str, toegang: Callable[[str], Toegang]) -> Poging:
        hier, blijvend, gezien = adres, True, {adres}
        for _ in range(MAX_STAPPEN + 1):
            mag = toegang(hier)
            if mag is not Toegang.MAG:
                return _niet_gevraagd(mag)
            antwoord = self._kijk(hier)
            if antwoord.code not in VAST | TIJDELIJK or not antwoord.naar:
                return _oordeel(antwoord, adres, hier, blijvend)
            blijvend = blijvend and antwoord.code in VAST
            hier = urljoin(hier, antwoord.naar).partition("#")[0]
            if hier in gezien:
                return Poging(Uitkomst.FOUT, "Het adres verwijst naar zichzelf.", hier)
            gezien.add(hier)
        return Poging(Uitkomst.FOUT, "Het adres blijft doorverwijzen.", hier)

    def _kijk(self, adres: str) -> Antwoord:
        try:
            antwoord = self.een("HEAD", adres)
        except httpx.RemoteProtocolError:
            return self.een("GET", adres)
        return self.een("GET", adres) if antwoord.code in NIET_MET_HEAD else antwoord


def _oordeel(antwoord: Antwoord, adres: str, hier: str, blijvend: bool) -> Poging:
    code = antwoord.code
    naar = hier if hier != adres else ""
    if 200 <= code < 300:
        if naar and blijvend:
            return Poging(Uitkomst.VERHUISD, "Deze pagina staat voortaan op een ander adres.", naar)
        return Poging(Uitkomst.GOED, "", naar)
    if code == 429 or (code == 503 and antwoord.wacht is not None):
        return Poging(Uitkomst.LATER, wacht=antwoord.wacht)
    if code in WIL_NIET:
        return Poging(Uitkomst.GESLOTEN, f"De site laat zich niet nakijken (antwoord {code}).", naar)
    if code in (404, 410):
        return Poging(Uitkomst.FOUT, f"De pagina bestaat niet meer (antwoord {code}).", naar)
    return Poging(Uitkomst.FOUT, f"De site geeft een fout (antwoord {code}).", naar)


def _niet_gevraagd(mag: Toegang) -> Poging:
    if mag is Toegang.VERBODEN:
        return Poging(
            Uitkomst.GESLOTEN, "De site wil niet dat een computer deze pagina nakijkt (robots.txt)."
        )
    return Poging(Uitkomst.LATER, wacht=SITE_BEZET)


def in_woorden(fout: httpx.HTTPError) -> str:
    if isinstance(fout, NaamNietGevonden):
        return str(fout)
    if isinstance(fout, httpx.TimeoutException):
        return "De site antwoordt niet binnen de tijd."
    if "certificate" in str(fout).lower():
        return "Het certificaat van de site klopt niet."
    return "De site is niet te bereiken."


def _lees(antwoord: httpx.Response, hoogstens: int) -> str:
    ruw = b""
    for stuk in antwoord.iter_raw():
        ruw += stuk
        if len(ruw) >= hoogstens:
            break
    return ruw[:hoogstens].decode("utf-8", "replace")


def _wacht(tekst: str, datum: str) -> timedelta | None:
    """Retry-After: seconds, or a moment, counted from what the server itself calls now."""
    if tekst.isdecimal() and len(tekst) < 8:
        return timedelta(seconds=int(tekst))
    try:
        return max(_moment(tekst) - _moment(datum), timedelta())
    except (TypeError, ValueError):
        return None


def _moment(tekst: str) -> datetime:
    return parsedate_to_datetime(tekst)


def site_van(adres: str) -> str:
    """The host and port that rules and pace are about."""
    return urlsplit(adres).netloc.lower()[:255]
