"""Tips for plain language beside a text field: with the page, and again while somebody writes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from redactie.taalcheck import Waarschuwing, waarschuwingen

SJABLOON = "redactie/veld/taaltips.html"
HOOGSTENS = 5
"""More tips at once nobody reads; the rest come when these are dealt with."""
TE_LANG = 50_000


def taaltips(tekst: str) -> list[Waarschuwing]:
    return waarschuwingen(tekst)[:HOOGSTENS] if len(tekst) <= TE_LANG else []


@require_POST
def taalcheck(request: HttpRequest) -> HttpResponse:
    """The tips for `tekst`, as they stand under a field. Keeps nothing."""
    return render(request, SJABLOON, {"tips": taaltips(request.POST.get("tekst", ""))})


def taaladres() -> list[URLPattern]:
    """Wagtail asks of these addresses that one may enter the CMS."""
    return [path("taal/", taalcheck, name="antwoord_taal")]
