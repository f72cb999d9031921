"""The screen “Uitkomsten” of the CMS: for who leads a desk and for who writes the texts. Nobody's own figures."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from kennisbank.melden.namen import namen_van_bereiken
from kennisbank.models import Uitkomst
from kennisbank.uitkomst import grafieken, lijst
from kennisbank.uitkomst.cijfers import MINSTENS, Topvraag, per_uitkomst, topvragen, uren, weken
from redactie import wie
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from sync.schermen import zichtbare_bereiken

NAAM = "antwoord_uitkomsten"
MAG = frozenset({Rol.CENTRAAL, Rol.REDACTEUR, Rol.PUBLICIST, Rol.KCC_REDACTEUR})
LAATST = timedelta(days=28)


@require_safe
def uitkomsten(request: HttpRequest) -> HttpResponse:
    """`?gemeente=…`: of one bereik."""
    if not mag_zien(request.user):
        raise Http404
    keuzes = _keuzes(request.user)
    gekozen = request.GET.get("gemeente", "")
    gekozen = gekozen if gekozen in keuzes else ""
    alle = zichtbare_bereiken(request.user)
    rijen = lijst.tellingen([gekozen] if gekozen else alle)
    nu = timezone.localtime()
    per_dag = lijst.per_dag(rijen, nu)
    reeks, vandaag = weken(per_dag, nu.date()), uren(lijst.van_vandaag(rijen, nu), nu.date())
    top = topvragen(lijst.van_dit_uur(rijen, nu), nu)
    titels = lijst.titels(lid.sleutel for lid in top)
    som = per_uitkomst(per_dag, (nu - LAATST).date())
    context = {
        "keuzes": keuzes,
        "gekozen": gekozen,
        "weken": reeks,
        "weken_svg": _tekening(grafieken.weken_svg(reeks)),
        "uren": vandaag,
        "uren_svg": _tekening(grafieken.dag_svg(vandaag)),
        "top": [(lid, titels.get(lid.sleutel, lid.sleutel), incident(lid, titels, gekozen)) for lid in top],
        "top_svg": _tekening(grafieken.top_svg(top, titels, MINSTENS)),
        "per_uitkomst": [(lid.label, som.get(lid.value, 0)) for lid in Uitkomst],
        "dagen": LAATST.days,
        "minstens": MINSTENS,
        "iets": any(week.totaal for week in reeks),
    }
    return render(request, "kennisbank/uitkomsten.html", context)


def _tekening(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308  `tekenblad` and `grafieken` escape every text; the rest is numbers


def incident(lid: Topvraag, titels: dict[str, str], bereik: str) -> str:
    """The form of a new notice about this product, filled in: for the desk, important, from now."""
    velden = {
        "tekst": f"Er komen veel vragen over: {titels.get(lid.sleutel, lid.sleutel)}.",
        "betreft": f"product:{lid.sleutel}",
        **({"gemeente": bereik} if bereik not in ("", REGIO) else {}),
    }
    return f"{reverse('wagtailsnippets_redactie_mededeling:add')}?{urlencode(velden)}"


def mag_zien(user: Any) -> bool:
    return user.is_superuser or not MAG.isdisjoint(wie.rollen(user))


def _keuzes(user: Any) -> dict[str, str]:
    mag = zichtbare_bereiken(user)
    namen = namen_van_bereiken()
    return {slug: naam for slug, naam in namen.items() if mag is None or slug in mag}


class UitkomstenItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return mag_zien(request.user)


def menu_item() -> UitkomstenItem:
    return UitkomstenItem("Uitkomsten", reverse(NAAM), name="uitkomsten", icon_name="view", order=345)
