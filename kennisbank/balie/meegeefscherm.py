"""What may be given to a caller, on a page of its own: to copy by hand where the script or the clipboard cannot."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kennisbank.balie.antwoord import antwoord
from kennisbank.balie.toegang import Plek, aan_de_balie
from kennisbank.balie.weblink import Websites


@require_safe
@aan_de_balie
def meegeefscherm(request: HttpRequest, plek: Plek, sleutel: str) -> HttpResponse:
    gevonden = antwoord(plek, sleutel, Websites.bij(request))
    if gevonden is None:
        return render(request, "balie/geen_balie.html", status=404)
    return render(
        request, "balie/meegeven.html", {"plek": plek, "sleutel": sleutel, "meegeven": gevonden.meegeven}
    )
