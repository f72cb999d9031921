"""The one screen of the desk, whole or in parts.

GET opens a desk or a product. POST asks: the question travels in the body, never in an address. The desk's script
asks the same addresses for a part of the page by a header; without script the whole page comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kennisbank.balie.antwoord import antwoord, begin
from kennisbank.balie.ding import SJABLOON, haal_ding, is_ding
from kennisbank.balie.resultaten import Resultaten, zoek_resultaten
from kennisbank.balie.toegang import DEEL, Plek, aan_de_balie, geen_toegang, niet_aangemeld
from kennisbank.balie.weblink import Websites
from kennisbank.maskeren import zonder
from kennisbank.melden.terug import nieuwe_antwoorden
from kennisbank.uitkomst.bon import schrijf
from redactie import wie
from redactie.bronnen import REGIO
from search.bereik import is_slug

LANGSTE_VRAAG = 200
DELEN = {"lijst": "balie/deel_lijst.html", "antwoord": "balie/deel_antwoord.html"}


@dataclass(frozen=True, slots=True)
class Invoer:
    """`gekozen`: the product shown. `typend`: the last word may be half a word. `letterlijk`: correct nothing."""

    vraag: str = ""
    gekozen: str = ""
    typend: bool = False
    letterlijk: bool = False
    is_ding: bool = False
    """`gekozen` is a contact point or a notice."""
    weggelaten: tuple[str, ...] = ()
    """What was taken out of the question, because it points at a person; the script of the desk did so before."""


@never_cache
@require_safe
def kies(request: HttpRequest) -> HttpResponse:
    """To the desk of the region, or of the municipality that was picked from a long list."""
    if not request.user.is_authenticated:
        return niet_aangemeld(request)
    mag = wie.mag_antwoorden_voor(request.user)
    if not mag:
        return geen_toegang(request)
    gekozen = request.GET.get("gemeente", REGIO)
    return HttpResponseRedirect(reverse("balie:balie", args=[gekozen if gekozen in mag else REGIO]))


@sensitive_post_parameters("vraag", "letterlijk")
@require_http_methods(["GET", "HEAD", "POST"])
@aan_de_balie
def balie(request: HttpRequest, plek: Plek, sleutel: str = "") -> HttpResponse:
    invoer = _invoer(request, sleutel)
    deel = request.headers.get(DEEL, "")
    context: dict[str, Any] = {"plek": plek, "invoer": invoer}
    status = 200
    if deel != "antwoord":
        context["resultaten"] = _resultaten(plek, invoer)
    if deel != "lijst":
        context |= _antwoord(plek, invoer.gekozen, Websites.bij(request))
        if context["antwoord"] is None:
            context["meldantwoorden"] = nieuwe_antwoorden(request.user)
        context["bon"] = schrijf(plek.bereik, invoer.gekozen if context["antwoord"] is not None else "")
        status = 404 if sleutel and context["antwoord"] is None else 200
    sjabloon = SJABLOON if deel == "antwoord" and invoer.is_ding else DELEN.get(deel, "balie/balie.html")
    response = render(request, sjabloon, context, status=status)
    patch_vary_headers(response, [DEEL])
    return response


def _invoer(request: HttpRequest, sleutel: str) -> Invoer:
    if request.method != "POST":
        return Invoer(gekozen=sleutel)
    gekozen = request.POST.get("open") or request.POST.get("gekozen", "") or sleutel
    vraag, weggelaten = zonder(request.POST.get("vraag", "")[:LANGSTE_VRAAG])
    return Invoer(
        vraag=vraag,
        gekozen=gekozen if is_slug(gekozen) or is_ding(gekozen) else "",
        typend=request.POST.get("typend") == "1",
        # It names the question that it is about: the next question is corrected again.
        letterlijk=bool(vraag.strip()) and request.POST.get("letterlijk", "").strip() == vraag.strip(),
        is_ding=is_ding(gekozen),
        weggelaten=weggelaten,
    )


def _resultaten(plek: Plek, invoer: Invoer) -> Resultaten | None:
    if not invoer.vraag.strip():
        return None
    return zoek_resultaten(plek, invoer.vraag, typend=invoer.typend, letterlijk=invoer.letterlijk)


def _antwoord(plek: Plek, sleutel: str, websites: Websites) -> dict[str, Any]:
    """The answer; or what stands at the start of a call, when nothing is chosen or it is not live here."""
    if is_ding(sleutel):
        return {"antwoord": None, "begin": None, "is_ding": True, "ding": haal_ding(plek, sleutel)}
    gevonden = antwoord(plek, sleutel, websites) if sleutel else None
    return {"antwoord": gevonden, "begin": begin(plek) if gevonden is None else None}
