"""When Django refuses a form because its CSRF token is missing or old: in Dutch, with what was typed still there.

For everything on the main host (CSRF_FAILURE_VIEW); the websites of municipalities take no forms. What was typed is
offered to be sent again only when it came from a page of our own: otherwise another site could have a reader send it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.shortcuts import render
from django.views.decorators.cache import never_cache

MERK = "csrfmiddlewaretoken"
GEHEIM = ("password", "wachtwoord")
KORT = "Deze bladzijde is te oud geworden. Laad haar opnieuw en probeer het nog eens.\n"
ONLEESBAAR = (
    UnreadablePostError,
    MultiPartParserError,
    RequestDataTooBig,
    SuspiciousOperation,
    BadRequest,
    OSError,
)

Velden = tuple[tuple[str, str], ...]


@never_cache
def geweigerd(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a page for people, one sentence for scripts."""
    if "text/html" not in request.headers.get("Accept", ""):
        return HttpResponse(KORT, status=403, content_type="text/plain; charset=utf-8")
    velden = ingevuld(request) if van_eigen_pagina(request) else None
    context = {
        "velden": velden,
        "bestanden": velden is not None and bool(request.FILES),
        "zonder_cookie": reason == REASON_NO_CSRF_COOKIE,
        "adres": request.get_full_path(),
    }
    return render(request, "kennisbank/verlopen.html", context, status=403)


def van_eigen_pagina(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this very host sent it; who says nothing is a stranger."""
    herkomst = request.headers.get("Sec-Fetch-Site")
    if herkomst is not None:
        return herkomst == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def ingevuld(request: HttpRequest) -> Velden | None:
    """Every field of the form in its order; None when it cannot be read, or holds a password."""
    try:
        velden = tuple(_velden(request))
    except ONLEESBAAR:
        return None
    geheim = any(deel in naam.lower() for naam, _ in velden for deel in GEHEIM)
    return None if geheim else velden


def _velden(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for naam, waarden in request.POST.lists():
        if naam != MERK:
            yield from ((naam, str(waarde)) for waarde in waarden)
