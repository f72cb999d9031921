"""Who asks on a website, for one day and in memory alone: a website keeps no session and sets no cookie.

Address and browser, from which `sleutel.py` makes a hash. Several people behind one address count as one: rather too
few than too many.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from kennisbank.models import Vergeefs
from kennisbank.vergeefs.later import meld


def meld_geen_resultaat(request: HttpRequest, vraag: str, bereik: str) -> None:
    meld(vraag, Vergeefs.GEEN_RESULTAAT, bereik=bereik, sessie=bezoeker(request))


def bezoeker(request: HttpRequest) -> str:
    adres = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:  # behind our own web server, which adds whom it saw at the end
        adres = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or adres
    return f"website\x1f{adres}\x1f{request.META.get('HTTP_USER_AGENT', '')}"
