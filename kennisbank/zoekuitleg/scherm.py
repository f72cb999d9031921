"""The screen: choose a municipality, a product and a question. The question travels in the body, as at the desk.

An editor of one municipality explains the results of that municipality and of the region. Internal words take part
only for who reads internal text at that desk.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.admin.menu import MenuItem

from kennisbank.publicaties import lijst
from kennisbank.zoekuitleg.uitleg import NietTeZeggen, uitleg
from redactie import wie
from redactie.bronnen import REGIO
from search.bereik import Scope
from sync.schermen import zichtbare_bereiken

NAAM = "antwoord_zoekuitleg"
LANGSTE_VRAAG = 200


@sensitive_post_parameters("vraag")
@require_http_methods(["GET", "HEAD", "POST"])
def zoekuitleg(request: HttpRequest) -> HttpResponse:
    if not wie.rollen(request.user) and not request.user.is_superuser:
        raise Http404
    keuzes = _bereiken(request.user)
    gegeven = request.POST if request.method == "POST" else request.GET
    bereik = gegeven.get("gemeente", REGIO)
    if bereik not in dict(keuzes):
        bereik = REGIO
    context: dict[str, Any] = {
        "keuzes": keuzes,
        "bereik": bereik,
        "producten": lijst(bereik),
        "sleutel": gegeven.get("product", ""),
        "vraag": request.POST.get("vraag", "").strip()[:LANGSTE_VRAAG],
    }
    if context["vraag"] and context["sleutel"]:
        context |= _leg_uit(request, bereik, context["sleutel"], context["vraag"])
    return render(request, "kennisbank/zoekuitleg.html", context)


def _leg_uit(request: HttpRequest, bereik: str, sleutel: str, vraag: str) -> dict[str, Any]:
    intern = any(balie.intern for balie in wie.balies(request.user) if balie.bereik == bereik)
    try:
        return {"uitleg": uitleg(vraag, sleutel, Scope(bereik, intern=intern)), "intern": intern}
    except NietTeZeggen as reden:
        return {"waarom_niet": str(reden)}


def _bereiken(user: Any) -> list[tuple[str, str]]:
    mag = zichtbare_bereiken(user)
    gemeenten = [(lid.slug, lid.naam) for lid in wie.gemeenten() if mag is None or lid.slug in mag]
    return [(REGIO, "De hele regio"), *gemeenten]


class UitlegItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(wie.rollen(request.user)) or request.user.is_superuser


def menu_item() -> UitlegItem:
    return UitlegItem(
        "Waarom dit resultaat?", reverse(NAAM), name="zoekuitleg", icon_name="info-circle", order=910
    )
