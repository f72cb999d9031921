"""The front of the web server: a page that lies ready and still holds goes out before Django is asked.

Around the WSGI application. One raw read per answer. Whatever is not the plain case (another method, a condition that
is not simply our ETag, a page that changed, a database that does not answer) takes the ordinary way: `poort.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import DatabaseError

from kennisbank.website import klaar
from kennisbank.website.hosts import bereik_van, hostnaam_uit

Omgeving = dict[str, Any]
Begin = Callable[..., Any]
Application = Callable[[Omgeving, Begin], Iterable[bytes]]
VOORWAARDEN = ("HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE")


class Voorrang:
    """The WSGI application, with `application` behind it."""

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(self, environ: Omgeving, start_response: Begin) -> Iterable[bytes]:
        pagina = _klaar(environ)
        if pagina is None:
            return self.application(environ, start_response)
        gekend = environ.get("HTTP_IF_NONE_MATCH")
        if gekend is None:
            start_response("200 OK", pagina.koppen)
            return [pagina.inhoud]
        if gekend.removeprefix("W/") == pagina.etag:
            start_response("304 Not Modified", pagina.koppen_304)
            return []
        return self.application(environ, start_response)


def _klaar(environ: Omgeving) -> klaar.Klaar | None:
    """The page that lies ready for this request, when it still holds."""
    if environ["REQUEST_METHOD"] != "GET" or environ["SCRIPT_NAME"]:
        return None
    if any(kop in environ for kop in VOORWAARDEN):
        return None
    bereik = bereik_van(hostnaam_uit(environ))
    if bereik is None:
        return None
    pagina = klaar.haal(klaar.plek_van(bereik, environ))
    try:
        return pagina if pagina is not None and pagina.bewijs.geldt() else None
    except DatabaseError:
        return None
