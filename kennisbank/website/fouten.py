"""When there is no such page, or something broke: pages that help on, in the look of the municipality."""

from __future__ import annotations

import logging
import re
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from kennisbank.website.gemeente import haal
from kennisbank.website.kader import kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.zoeken import zoek
from search.bereik import publiek

MEEST = 5
MEESTE_WOORDEN = 8
# Pieces of addresses that say nothing about what somebody was looking for.
_LEEG = frozenset({"product", "producten", "onderwerp", "html", "htm", "php", "aspx", "index", "www", "nl"})

log = logging.getLogger("antwoord.website")


def niet_gevonden(request: HttpRequest) -> HttpResponse:
    """404, with what the words of the address find."""
    try:
        gemeente = haal(request.bereik)
    except Http404:
        return geen_website()
    rand = kader(gemeente)
    vraag = woorden_van(request.path_info)
    regels = zoek(vraag, publiek(request.bereik), limiet=MEEST).regels if vraag else ()
    context = rand.context(vraag=vraag, regels=regels, zonder_zoekveld=True)
    return antwoord(
        request,
        Pagina(
            "website/niet_gevonden.html",
            merk=(rand.merk, vraag, regels),
            context=lambda: context,
            status=404,
            bewaren=False,
        ),
    )


def woorden_van(pad: str) -> str:
    """The telling words of an address: `/product/paspoort-aanvraag.html` → `paspoort aanvraag`."""
    woorden = re.findall(r"[^\W\d_]{2,}", unquote(pad))
    return " ".join([woord for woord in woorden if woord.lower() not in _LEEG][:MEESTE_WOORDEN])


def geen_website() -> HttpResponse:
    """This process serves no websites, or the municipality has none any more."""
    return HttpResponse(
        "Deze website is hier niet (meer) te vinden.\n",
        status=404,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


def storing() -> HttpResponse:
    """500. Reads nothing but its own template, and can do without that: anything may be what is broken."""
    try:
        inhoud = render_to_string("website/storing.html")
    except Exception:
        log.exception("de pagina voor storingen kan niet worden gemaakt")
        inhoud = "<!doctype html><html lang=nl><title>Er ging iets mis</title><h1>Er ging iets mis</h1>"
    return HttpResponse(inhoud, status=500, headers={"Cache-Control": "no-store"})
