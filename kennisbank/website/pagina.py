"""From what a page is made of to its answer: ETag, 304, rendered pages kept in memory.

A page that was rendered before costs a look in a table; one that the browser still has, an empty answer. Which
sources make a page is for the views.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response

MEESTE_PAGINAS = 1000


@dataclass(frozen=True, slots=True)
class Pagina:
    """`merk`: everything that the page shows, by value or by hash. `context` is asked only when it must be rendered."""

    sjabloon: str
    merk: tuple[Any, ...]
    context: Callable[[], Mapping[str, Any]]
    status: int = 200
    bewaren: bool = True
    """False for what a visitor typed: it is not kept in memory."""


class _Geheugen:
    """The rendered pages asked for last, by ETag."""

    def __init__(self, meest: int) -> None:
        self.meest = meest
        self.slot = threading.Lock()
        self.paginas: OrderedDict[str, bytes] = OrderedDict()

    def haal(self, etag: str) -> bytes | None:
        with self.slot:
            inhoud = self.paginas.get(etag)
            if inhoud is not None:
                self.paginas.move_to_end(etag)
            return inhoud

    def bewaar(self, etag: str, inhoud: bytes) -> None:
        with self.slot:
            self.paginas[etag] = inhoud
            if len(self.paginas) > self.meest:
                self.paginas.popitem(last=False)


_geheugen = _Geheugen(MEESTE_PAGINAS)


def antwoord(request: HttpRequest, pagina: Pagina) -> HttpResponse:
    """The page, or 304 when the browser has it; `no-cache` makes the browser ask each time."""
    etag = _etag(pagina)
    if pagina.status == 200:
        ongewijzigd = get_conditional_response(request, etag=etag)
        if ongewijzigd is not None:
            return _headers(ongewijzigd, etag)
    inhoud = _geheugen.haal(etag)
    if inhoud is None:
        inhoud = render_to_string(pagina.sjabloon, dict(pagina.context())).encode()
        if pagina.bewaren and not settings.DEBUG:
            _geheugen.bewaar(etag, inhoud)
    return _headers(HttpResponse(inhoud, status=pagina.status), etag if pagina.status == 200 else "")


def _headers(response: HttpResponse, etag: str) -> HttpResponse:
    if etag:
        response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    return response


def _etag(pagina: Pagina) -> str:
    bron = repr((sjabloonversie(), pagina.sjabloon, pagina.merk))
    return f'"{hashlib.sha256(bron.encode()).hexdigest()[:32]}"'


def sjabloonversie() -> str:
    """Changes with the templates, the code of this package and the names of the static files."""
    return _lees_versie() if settings.DEBUG else _versie()


@lru_cache(maxsize=1)
def _versie() -> str:
    return _lees_versie()


def _lees_versie() -> str:
    kamer = Path(__file__).resolve().parent
    bronnen = [
        *kamer.rglob("*.py"),
        *(kamer.parent / "templatetags").glob("*.py"),
        *(settings.BASE_DIR / "templates" / "website").rglob("*.html"),
        *(settings.BASE_DIR / "templates" / "publicatie").rglob("*.html"),
        Path(settings.STATIC_ROOT) / "staticfiles.json",
    ]
    som = hashlib.sha256()
    for bron in sorted(bronnen):
        if bron.is_file():
            som.update(bron.read_bytes())
    return som.hexdigest()[:16]
