"""The keys on one card, to print and put beside the screen."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kennisbank.balie.toegang import Plek, aan_de_balie


@require_safe
@aan_de_balie
def toetsenkaart(request: HttpRequest, plek: Plek) -> HttpResponse:
    return render(request, "balie/toetsenkaart.html", {"plek": plek})
