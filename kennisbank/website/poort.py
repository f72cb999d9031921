"""The gate: a municipality's host name gets its website and nothing else, through a short list of its own.

Host, security headers, view; no sessions, no cookies, no CSRF, no transaction. First in MIDDLEWARE. Static files and
every other host go on to the ordinary middleware.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.signals import got_request_exception
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponsePermanentRedirect,
)
from django.middleware.security import SecurityMiddleware
from django.urls import Resolver404, resolve, set_urlconf

from kennisbank.headers import HeadersMiddleware
from kennisbank.website import fouten, klaar
from kennisbank.website.hosts import bereik_van, hostnaam

URLCONF = "kennisbank.website.urls"
LEZEND = ("GET", "HEAD")

log = logging.getLogger("antwoord.website")
View = Callable[[HttpRequest], HttpResponse]


class Gemeentepoort:
    """The middleware."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self.website = HeadersMiddleware(_Beveiliging(_alleen_lezen))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(settings.STATIC_URL):
            return self.get_response(request)
        bereik = bereik_van(hostnaam(request))
        if bereik is None:
            return self.get_response(request)
        request.bereik = bereik
        request.urlconf = URLCONF
        set_urlconf(URLCONF)
        response = self.website(request)
        klaar.bewaar(klaar.plek_van(bereik, request.META), request, response)
        return response


class _Beveiliging(SecurityMiddleware):
    """Django's, with its redirect to https for a host that we know ourselves: ALLOWED_HOSTS need not name it."""

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        if self.redirect and not request.is_secure():
            return HttpResponsePermanentRedirect(f"https://{hostnaam(request)}{request.get_full_path()}")
        return None


def _alleen_lezen(request: HttpRequest) -> HttpResponse:
    if request.method not in LEZEND:
        return HttpResponseNotAllowed(LEZEND)
    response = _bekijk(request)
    if response.status_code != 304:
        response.headers["Content-Length"] = str(len(response.content))
    if request.method == "HEAD":
        response.content = b""
    return response


def _bekijk(request: HttpRequest) -> HttpResponse:
    if "website" not in settings.ANTWOORD_DELEN:
        return fouten.geen_website()
    try:
        return _view(request)
    except Http404:
        return fouten.niet_gevonden(request)
    except Exception:
        # The path alone: what people search for stands in the query.
        log.exception("fout op %s%s", hostnaam(request), request.path)
        got_request_exception.send(sender=Gemeentepoort, request=request)
        return fouten.storing()


def _view(request: HttpRequest) -> HttpResponse:
    try:
        match = resolve(request.path_info, URLCONF)
    except Resolver404:
        if (met_streep := _met_streep(request)) is not None:
            return met_streep
        raise
    return match.func(request, *match.args, **match.kwargs)


def _met_streep(request: HttpRequest) -> HttpResponse | None:
    """To the same address with a slash at the end, when that exists."""
    if request.path_info.endswith("/"):
        return None
    try:
        resolve(f"{request.path_info}/", URLCONF)
    except Resolver404:
        return None
    return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
