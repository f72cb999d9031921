"""The pull feed as an operation of the read API: what changed after a cursor, for suppliers who open no port.

A document has the same shape as in a delivery to a target, so a receiver needs one reader for both. Waiting for the
next change is bounded: few requests may wait in one process, and whoever comes too many gets an answer at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kennisbank.api.parameters import CURSOR, GEMEENTE, WACHT, lees_parameters
from kennisbank.api.problemen import Probleem
from redactie.bronnen import REGIO
from sync.models import VOOR_LEZERS, Publicatie
from sync.stroom import Bladzijde, Cursor, CursorVerlopen, hoogste_nummer, lees_na

Json = dict[str, Any]
PER_KEER = 100
POLS = 1.0
"""Seconds between two looks of who waits."""


class Wachtplekken:
    """How many requests of this process may wait at once: a quarter of its threads, and always one."""

    def __init__(self, aantal: int) -> None:
        self._vrij = threading.BoundedSemaphore(aantal)

    @contextmanager
    def neem(self) -> Iterator[bool]:
        """Whether there is a place; never waits for one."""
        gekregen = self._vrij.acquire(blocking=False)
        try:
            yield gekregen
        finally:
            if gekregen:
                self._vrij.release()


plekken = Wachtplekken(max(1, settings.ANTWOORD_THREADS // 4))


def publicaties(request: HttpRequest) -> Json:
    waarden = lees_parameters(request.GET, (CURSOR, GEMEENTE, WACHT))
    bereik = waarden.get(GEMEENTE.naam)
    van_bereik = Publicatie.objects.filter(bereik=bereik, documentsoort__in=VOOR_LEZERS)
    if bereik is not None and (bereik == REGIO or not van_bereik.exists()):
        raise Probleem(
            "niet-gevonden", f"“{bereik}” is geen gemeente hier. De lijst staat op /api/v1/gemeenten/."
        )
    blad = _na(waarden.get(CURSOR.naam), bereik)
    if not blad.rijen and (geduld := waarden.get(WACHT.naam, 0)):
        with plekken.neem() as plek:
            if plek and wacht_op_iets_nieuws(blad.volgende, geduld):
                blad = _na(blad.volgende, bereik)
    return {
        "documenten": [_document(rij) for rij in blad.rijen],
        "cursor": str(blad.volgende),
        "meer": blad.meer,
        "volgende": _adres(request, blad.volgende),
    }


def wacht_op_iets_nieuws(
    cursor: Cursor, geduld: float, *, slaap: Callable[[float], None] = time.sleep
) -> bool:
    """Until a number after `cursor` is given, at most `geduld` seconds; outside any transaction."""
    einde = time.monotonic() + geduld
    while (rest := einde - time.monotonic()) > 0:
        slaap(min(POLS, rest))
        if hoogste_nummer() > cursor.nummer:
            return True
    return False


def _na(cursor: Cursor | None, bereik: str | None) -> Bladzijde:
    try:
        return lees_na(cursor, meest=PER_KEER, bereik=bereik, zonder=REGIO)
    except CursorVerlopen:
        raise Probleem(
            "cursor-verlopen",
            "Deze cursor geldt niet meer, omdat de database is teruggezet. Begin opnieuw zonder cursor.",
        ) from None


def _document(rij: Publicatie) -> Json:
    """The shape of a delivery (docs/api/doelen.md)."""
    inhoud = rij.publieke_inhoud
    return {
        "bereik": rij.bereik,
        "documentsoort": rij.documentsoort,
        "sleutel": rij.sleutel,
        "versie": rij.publieke_versie,
        "ingetrokken": inhoud is None,
        "hash": rij.publieke_hash,
        "inhoud": inhoud.als_dict() if inhoud is not None else None,
    }


def _adres(request: HttpRequest, cursor: Cursor) -> str:
    """The same question, from here on."""
    vraag = request.GET.copy()
    vraag[CURSOR.naam] = str(cursor)
    return request.build_absolute_uri(f"{request.path}?{vraag.urlencode()}")
