"""The one screen of the desk, whole or in parts.

GET opens a desk or a product. POST asks: the question travels in the body, never in an address. The desk's script
asks the same addresses for a part of the page by a header; without script the whole page comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kennisbank.balie import telefonie
from kennisbank.balie.antwoord import antwoord, begin
from kennisbank.balie.ding import SJABLOON, haal_ding, is_ding
from kennisbank.balie.resultaten import Resultaten, zoek_resultaten
from kennisbank.balie.stilstand import stilstand
from kennisbank.balie.toegang import DEEL, Plek, aan_de_balie, geen_toegang, niet_aangemeld
from kennisbank.balie.weblink import Websites
from kennisbank.melden.terug import nieuwe_antwoorden
from kennisbank.uitkomst.bon import schrijf
from redactie import wie
from redactie.bronnen import REGIO
from redactie.maskeren import zonder
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
    """To the desk of the region; or of the municipality that a list or a telephone system chose, if it may."""
    gevraagd = "gemeente" in request.GET
    mag = gevraagd and telefonie.mag_kiezen(request, settings.ANTWOORD_TELEFONIE)
    gemeente, product = (request.GET.get(naam, "") if mag else "" for naam in ("gemeente", "product"))
    if not request.user.is_authenticated:
        # Who sent it cannot be asked again after signing in: what it chose is in the address from here on.
        if is_slug(gemeente):
            return niet_aangemeld(request, telefonie.adres(gemeente, product))
        return niet_aangemeld(request)
    balies = wie.balies(request.user)
    if not balies:
        return geen_toegang(request)
    bereik = telefonie.bereik_uit(gemeente, balies) if gevraagd else REGIO
    return HttpResponseRedirect(telefonie.adres(bereik, product))


@sensitive_post_parameters("vraag", "letterlijk")
@require_http_methods(["GET", "HEAD", "POST"])
@aan_de_balie
def balie(request: HttpRequest, plek: Plek, sleutel: str = "") -> HttpResponse:
    invoer = _invoer(request, sleutel)
    deel = request.headers.get(DEEL, "")
    context: dict[str, Any] = {"plek": plek, "invoer": invoer}
    status = 200
    if deel != "antwoord":
        resultaten = _resultaten(plek, invoer)
        stil = resultaten.stilstand if resultaten is not None else stilstand()
        context |= {"resultaten": resultaten, "stilstand": stil}
    if deel != "lijst":
        context |= _antwoord(plek, invoer.gekozen, Websites.bij(request))
        context["niet_gekozen"] = plek.is_regio and telefonie.NIET_GEKOZEN in request.GET
        # Not while a citizen looks along: they are about other calls.
        if context["antwoord"] is None and not plek.leest_alleen:
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
