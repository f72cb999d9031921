"""The notices of one desk as a part of its page, asked now and then while it is open; and saying that one was read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_POST, require_safe

from kennisbank.balie.toegang import DEEL, Plek, aan_de_balie, voor_agenten
from kennisbank.mededelingen.blok import mededelingenblok
from kennisbank.mededelingen.gelezen import lees

SJABLOON = "balie/deel_mededelingen.html"


@require_safe
@aan_de_balie
def mededelingen(request: HttpRequest, plek: Plek) -> HttpResponse:
    """304 when nothing changed since this page asked last."""
    blok = mededelingenblok(plek, request.user, timezone.localtime())
    etag = quote_etag(blok.etag)
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers={"ETag": etag})
    response = render(request, SJABLOON, {"plek": plek, "blok": blok})
    response.headers["ETag"] = etag
    return response


@require_POST
@voor_agenten
def gelezen(request: HttpRequest, plek: Plek) -> HttpResponse:
    """`sleutel` and `vingerafdruk`, as they stood on the screen."""
    nu = timezone.localtime()
    gegevens = request.POST
    blok = mededelingenblok(plek, request.user, nu)
    lees(request.user, blok, gegevens.get("sleutel", ""), gegevens.get("vingerafdruk", ""))
    if DEEL not in request.headers:
        return HttpResponseRedirect(reverse("balie:balie", args=[plek.bereik]))
    return render(request, SJABLOON, {"plek": plek, "blok": mededelingenblok(plek, request.user, nu)})
