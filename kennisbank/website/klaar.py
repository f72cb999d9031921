"""Pages that lie ready: the whole answer, and the evidence by which one small read tells that it still holds.

An answer is put here by `poort.py` as it left the ordinary way, and handed out by `voorrang.py`. Which rows and moments
a page rests on is said by its view, as `request.bewijs`; a view that says nothing has no page here.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpRequest, HttpResponse

from kennisbank.publicaties import standrijen

MEESTE = 1000
NIET_BIJ_304 = ("Content-Type", "Content-Length")

Koppen = list[tuple[str, str]]
Plek = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bewijs:
    """The page holds as long as these rows read the same, from `van` until `tot` (seconds since 1970)."""

    bereik: str
    sleutels: tuple[str, ...]
    rijen: frozenset[tuple[Any, ...]]
    van: float
    tot: float

    def geldt(self) -> bool:
        """1 query, or none when its time is over. DatabaseError when there is nobody to ask."""
        if not self.van <= time.time() < self.tot:
            return False
        verse_verbinding()
        return frozenset(standrijen(self.bereik, self.sleutels)) == self.rijen


@dataclass(frozen=True, slots=True)
class Klaar:
    """One answer, with the headers of a whole page and those for a reader who has it already."""

    bewijs: Bewijs
    etag: str
    inhoud: bytes
    koppen: Koppen
    koppen_304: Koppen


def verse_verbinding() -> None:
    """As Django does when a request begins: a connection that is too old or broken is opened anew."""
    connections[DEFAULT_DB_ALIAS].close_if_unusable_or_obsolete()


class _Voorraad:
    """The answers asked for last."""

    def __init__(self) -> None:
        self.slot = threading.Lock()
        self.per_plek: OrderedDict[Plek, Klaar] = OrderedDict()

    def haal(self, plek: Plek) -> Klaar | None:
        klaar = self.per_plek.get(plek)
        if klaar is not None:
            with self.slot:
                if plek in self.per_plek:
                    self.per_plek.move_to_end(plek)
        return klaar

    def bewaar(self, plek: Plek, klaar: Klaar) -> None:
        with self.slot:
            self.per_plek[plek] = klaar
            self.per_plek.move_to_end(plek)
            if len(self.per_plek) > MEESTE:
                self.per_plek.popitem(last=False)


_voorraad = _Voorraad()


def plek_van(bereik: str, meta: Mapping[str, Any]) -> Plek:
    """Everything of a request that its answer depends on, as it came: municipality, path, http or https."""
    kop = settings.SECURE_PROXY_SSL_HEADER
    return bereik, meta["PATH_INFO"], meta["wsgi.url_scheme"], meta.get(kop[0], "") if kop else ""


def haal(plek: Plek) -> Klaar | None:
    """What lies ready; whether it still holds is for its evidence to say."""
    return _voorraad.haal(plek)


def bewaar(plek: Plek, request: HttpRequest, response: HttpResponse) -> None:
    """Keep an answer that has evidence; after a 304 the page that lay here already holds again."""
    bewijs: Bewijs | None = getattr(request, "bewijs", None)
    if bewijs is None or request.method != "GET" or settings.DEBUG:
        return
    if response.status_code == 200:
        koppen = list(response.items())
        koppen_304 = [kop for kop in koppen if kop[0] not in NIET_BIJ_304]
        _voorraad.bewaar(plek, Klaar(bewijs, response.headers["ETag"], response.content, koppen, koppen_304))
    elif response.status_code == 304:
        eerder = _voorraad.haal(plek)
        if eerder is not None and eerder.etag == response.headers["ETag"]:
            _voorraad.bewaar(plek, replace(eerder, bewijs=bewijs))


def vergeet() -> None:
    _voorraad.per_plek.clear()
