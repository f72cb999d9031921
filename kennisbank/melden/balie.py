"""The desk's side of “klopt niet”: the form, what happened with it, and what came of one's own flags.

The same addresses with and without script: the script asks for the part that it puts beside the field.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kennisbank.balie.publicaties import haal_product
from kennisbank.balie.toegang import DEEL, Plek, voor_agenten
from kennisbank.melden.eigenaar import GEHEEL
from kennisbank.melden.namen import naam_van
from kennisbank.melden.onderzoek import in_onderzoek
from kennisbank.melden.plekken import plekken
from kennisbank.melden.terug import eigen_meldingen, leg_weg
from kennisbank.melden.vastleggen import LANGSTE_OPMERKING, meld
from redactie.baliekaart import baliekaart
from redactie.maskeren import zonder


@sensitive_post_parameters("opmerking")
@require_http_methods(["GET", "HEAD", "POST"])
@voor_agenten
def melden(request: HttpRequest, plek: Plek, sleutel: str) -> HttpResponse:
    """GET: the form on a page of its own. POST: flag it."""
    product = haal_product(plek.bereik, sleutel)
    if product is None:
        return render(request, "balie/geen_balie.html", status=404)
    kaart = baliekaart(product.publiek, product.balie, intern=plek.intern, gemeente=plek.naam)
    keuzes = plekken(kaart)
    gevraagd = (request.POST if request.method == "POST" else request.GET).get("plek", GEHEEL)
    gekozen = gevraagd if gevraagd in dict(keuzes) else GEHEEL
    context: dict[str, Any] = {"plek": plek, "sleutel": sleutel, "titel": kaart.titel}
    if request.method == "POST":
        opmerking = request.POST.get("opmerking", "")[:LANGSTE_OPMERKING]
        melding = meld(product, gekozen, opmerking, request.user, timezone.localtime())
        context |= {
            "melding": melding,
            "kop": dict(keuzes)[gekozen],
            "eigenaar": naam_van(melding.eigenaar),
            "uiterlijk": timezone.localtime(melding.uiterlijk_op),
            "weggelaten": zonder(opmerking)[1],
        }
        deel = request.headers.get(DEEL) == "melden"
        return render(request, "balie/deel_gemeld.html" if deel else "balie/gemeld.html", context)
    context |= {
        "plekken": keuzes,
        "gekozen": gekozen,
        "onderzoek": in_onderzoek(product.publiek, product.balie, intern=plek.intern),
    }
    return render(request, "balie/melden.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor_agenten
def mijn_meldingen(request: HttpRequest, plek: Plek) -> HttpResponse:
    """GET: one's own flags. POST `gezien`: put an answer away."""
    if request.method == "POST":
        nummer = request.POST.get("gezien", "")
        if nummer.isdecimal() and len(nummer) < 19:
            leg_weg(request.user, int(nummer))
        if DEEL in request.headers:
            return HttpResponse(status=204)
        return redirect(reverse("balie:meldingen", args=[plek.bereik]))
    context = {"plek": plek, "meldingen": eigen_meldingen(request.user)}
    return render(request, "balie/meldingen.html", context)
