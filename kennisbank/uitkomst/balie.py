"""The four buttons at the desk: what came of this answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kennisbank.balie.toegang import DEEL, Plek, voor_agenten
from kennisbank.models import Uitkomst
from kennisbank.uitkomst.bon import lees
from kennisbank.uitkomst.noteren import noteer


@require_POST
@voor_agenten
def uitkomst(request: HttpRequest, plek: Plek) -> HttpResponse:
    """`bon` and `uitkomst`. 204 for the script; a page without it."""
    bon = lees(request.POST.get("bon", ""))
    gekozen = request.POST.get("uitkomst", "")
    # A slip of another desk counts for nobody here: the rights were asked for this one.
    goed = bon is not None and bon.bereik == plek.bereik and gekozen in set(Uitkomst)
    if goed and bon is not None:
        noteer(bon, Uitkomst(gekozen), timezone.now())
    if DEEL in request.headers:
        return HttpResponse(status=204 if goed else 400)
    context = {
        "plek": plek,
        "uitkomst": Uitkomst(gekozen).label if goed else "",
        "sleutel": bon.sleutel if goed and bon is not None else "",
    }
    return render(request, "balie/geteld.html", context, status=200 if goed else 400)
