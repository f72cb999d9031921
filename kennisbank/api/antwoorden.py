"""Every answer of the read API: JSON, an ETag over exactly what is sent, 304, and problems as problem+json.

Open to every website: the data is public, and no cookie plays a part.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from kennisbank.api.problemen import TYPE, Probleem

log = logging.getLogger("antwoord.api")
LEZEND = ("GET", "HEAD", "OPTIONS")
Json = dict[str, Any]
Bron = Callable[..., Json]


def als_api(bron: Bron) -> Callable[..., HttpResponse]:
    """A view from a function that gives JSON or raises Probleem."""

    @csrf_exempt  # nothing is written: a POST gets its 405, not a page about a cookie
    @wraps(bron)
    def view(request: HttpRequest, **delen: str) -> HttpResponse:
        try:
            if request.method not in LEZEND:
                raise Probleem("alleen-lezen", "Gebruik GET of HEAD.")
            return _open(_antwoord(request, bron(request, **delen)))
        except Probleem as probleem:
            return _open(_als_probleem(request, probleem))
        except Exception:
            log.exception("fout op %s", request.path)  # the path alone
            return _open(_als_probleem(request, Probleem("storing", "Probeer het over een minuut opnieuw.")))

    return view


def _antwoord(request: HttpRequest, inhoud: Json) -> HttpResponse:
    tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()
    etag = f'"{hashlib.sha256(tekst).hexdigest()[:32]}"'
    antwoord = get_conditional_response(request, etag=etag) or HttpResponse(
        tekst, content_type="application/json"
    )
    antwoord.headers["ETag"] = etag
    antwoord.headers["Cache-Control"] = "no-cache"
    return antwoord


def _als_probleem(request: HttpRequest, probleem: Probleem) -> HttpResponse:
    tekst = json.dumps(probleem.als_json(request.path), ensure_ascii=False)
    antwoord = HttpResponse(tekst.encode(), status=probleem.status, content_type=TYPE)
    antwoord.headers["Cache-Control"] = "no-store"
    if probleem.soort == "alleen-lezen":
        antwoord.headers["Allow"] = ", ".join(LEZEND)
    return antwoord


def _open(antwoord: HttpResponse) -> HttpResponse:
    antwoord.headers["Access-Control-Allow-Origin"] = "*"
    antwoord.headers["Access-Control-Expose-Headers"] = "ETag"
    return antwoord
