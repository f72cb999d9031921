"""The status screen of the search index; and of which municipalities somebody sees how publishing stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from redactie.models import Gemeente
from redactie.rechten.persoon import persoon_van
from sync.zoekstand import proefstand_van, zoekstand


def zichtbare_bereiken(user: object) -> frozenset[str] | None:
    """None: all of them, for a regional role. Otherwise one's own municipalities."""
    persoon = persoon_van(user)
    if persoon.alles or persoon.heeft_regionale_rol():
        return None
    return frozenset(Gemeente.objects.filter(pk__in=persoon.gemeenten).values_list("slug", flat=True))


@require_safe
def zoekindex(request: HttpRequest) -> HttpResponse:
    bereiken = zichtbare_bereiken(request.user)
    stand = zoekstand(bereiken=bereiken)
    afgekeurd = stand.afgekeurd
    return render(
        request,
        "sync/zoekindex.html",
        {
            "stand": stand,
            "afgekeurd_proef": proefstand_van(afgekeurd, bereiken) if afgekeurd and afgekeurd.proef else None,
        },
    )
