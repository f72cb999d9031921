"""The titles of a desk, for the index that the browser keeps: what it suggests while somebody types.

Only what everybody may read: titles, keywords and the words that stand for them, of what is live in this bereik. The
browser fetches it once per municipality and then asks whether it changed. What is typed is never sent for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_safe

from kennisbank.balie.resultaten import STATUSLABEL, TEKENS, soort_in_woorden
from kennisbank.balie.stilstand import meld
from kennisbank.balie.titelwoorden import Titelwoorden
from kennisbank.balie.toegang import Plek, aan_de_balie
from kennisbank.publicaties import hashes_van_producten, lijst_met_trefwoorden
from redactie.keuzes import Productsoort, Status
from search.analyse.stopwoorden import vraagwoorden
from search.analyse.versie import vingerafdruk as analyse
from search.synoniemenlijst import synoniemenlijst

VORM = "1"
"""Raise when the shape of the document changes: a browser then fetches it anew."""


@require_safe
@aan_de_balie
def titels(request: HttpRequest, plek: Plek) -> HttpResponse:
    """The document, or 304 when the browser has this one. 3 queries; one more when something changed."""
    synoniemen = synoniemenlijst(plek.bereik)
    vingerafdruk = _vingerafdruk(analyse(), hashes_van_producten(plek.bereik), synoniemen.rijen)
    etag = quote_etag(vingerafdruk)
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        antwoord: HttpResponse = HttpResponseNotModified()
    else:
        antwoord = HttpResponse(_document(plek.bereik, vingerafdruk), content_type="application/json")
    antwoord.headers["ETag"] = etag
    meld(antwoord)
    return antwoord


def _vingerafdruk(*delen: Any) -> str:
    return hashlib.sha256(repr((VORM, *delen)).encode()).hexdigest()[:32]


@lru_cache(maxsize=64)
def _document(bereik: str, vingerafdruk: str) -> bytes:
    """Kept as long as nothing changes: everybody at the same desk gets the same."""
    woorden = Titelwoorden(synoniemenlijst(bereik).rijen)
    inhoud = {
        "stopwoorden": sorted(vraagwoorden()),
        "producten": list(_producten(bereik, woorden)),
    }
    return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()


def _producten(bereik: str, woorden: Titelwoorden) -> Iterator[dict[str, Any]]:
    for regel, trefwoorden in lijst_met_trefwoorden(bereik):
        soort, status = Productsoort(regel.productsoort), Status(regel.status)
        bij = (soort_in_woorden(soort), STATUSLABEL.get(status, ""))
        yield {
            "id": regel.sleutel,
            "titel": regel.titel,
            "trefwoorden": " ".join(trefwoorden),
            "synoniemen": " ".join(woorden.bij((regel.titel, *trefwoorden))),
            "teken": TEKENS[soort],
            "bij": " · ".join(filter(None, bij)),
        }
