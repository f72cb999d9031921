"""The picker above a text field: what fits the typed words, as it reads in the chosen municipality. Keeps nothing."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_safe

from redactie.bronnen import REGIO
from redactie.cms.invoegsels import Zoeker, bereik_van, gemeenten_van

NAAM = "antwoord_invoegen"
TE_LANG = 200


@require_safe
def invoegen(request: HttpRequest) -> JsonResponse:
    """`?begin=ja`: which municipalities one can choose; else what fits `?q=`, as it reads in `?gemeente=<slug>`."""
    op = timezone.now()
    gemeenten = gemeenten_van(request.user, op)
    if request.GET.get("begin"):
        keuzes = [{"slug": REGIO, "naam": "de regio", "nummer": ""}]
        keuzes += [{"slug": lid.slug, "naam": lid.naam, "nummer": str(lid.pk)} for lid in gemeenten]
        return JsonResponse({"gemeenten": keuzes})
    bereik = bereik_van(request.GET.get("gemeente", ""), gemeenten)
    opties, aantal = Zoeker(request.user, bereik, op).zoek(request.GET.get("q", "").strip()[:TE_LANG])
    return JsonResponse({"opties": [optie.als_json() for optie in opties], "aantal": aantal})


def adressen() -> list[URLPattern]:
    """Wagtail asks of these addresses that one may enter the CMS."""
    return [path("invoegen/", invoegen, name=NAAM)]
