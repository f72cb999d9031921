"""The screens of targets outside the house, for administrators: add one, pause and resume it, change its secret.

What is typed of a target differs per kind: that is `doelformulieren.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from redactie import wie
from redactie.keuzes import Rol
from sync.bereiken import namen_van_bereiken
from sync.doelbeheer import DoelFout, hervat, keur_wezen_goed, maak_doel, pauzeer, vergelijk_nu
from sync.doelformulieren import GEHEIM
from sync.doelformulieren import NIEUW as FORMULIEREN
from sync.doelstand import Doelstand, doelstanden
from sync.geheimen import GeheimFout, beeindig, voeg_toe
from sync.models import Doel, DoelSoort, DoelToestand
from sync.wordpress.pagina import Instelling

LIJST, NIEUW, DOEL, DOEN = "antwoord_doelen", "antwoord_doel_nieuw", "antwoord_doel", "antwoord_doel_doen"


def mag_beheren(user: Any) -> bool:
    return bool(user.is_superuser) or Rol.BEHEERDER in wie.rollen(user)


def eis_beheer(request: HttpRequest) -> None:
    if not mag_beheren(request.user):
        raise Http404


def wanneer_gaat_het(doel: Doel) -> str:
    """When what was just decided about this target takes effect, in a sentence."""
    return "nu" if doel.toestand == DoelToestand.ACTIEF else "na het hervatten"


@require_safe
def doelen(request: HttpRequest) -> HttpResponse:
    eis_beheer(request)
    return render(request, "sync/doelen.html", {"standen": doelstanden(namen_van_bereiken())})


@sensitive_post_parameters("geheim", "wachtwoord")
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    eis_beheer(request)
    gevraagd = request.GET.get("soort", DoelSoort.HTTP)
    soort = next((lid for lid in FORMULIEREN if lid == gevraagd), None)
    if soort is None:
        raise Http404
    form = FORMULIEREN[soort](request.POST or None, namen=namen_van_bereiken())
    if form.is_valid():
        try:
            doel = maak_doel(**form.gegevens(), door=str(request.user))
        except DoelFout as fout:
            form.add_error(fout.veld or None, str(fout))
        else:
            messages.success(request, f"{doel.naam} krijgt nu alle teksten van deze gemeente.")
            return redirect(DOEL, doel.pk)
    soorten = [(lid, lid is soort) for lid in FORMULIEREN]
    return render(request, "sync/doel_nieuw.html", {"form": form, "soorten": soorten})


@require_safe
def doel(request: HttpRequest, pk: int) -> HttpResponse:
    eis_beheer(request)
    return _toon(request, pk)


@sensitive_post_parameters("geheim", "wachtwoord")
@require_POST
def doen(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the buttons. What is refused is said, and nothing has happened."""
    eis_beheer(request)
    rij = get_object_or_404(Doel.objects.exclude(soort=DoelSoort.INDEX), pk=pk)
    handeling = HANDELINGEN.get(request.POST.get("doen", ""))
    if handeling is None:
        raise Http404
    if handeling is _nieuw_geheim and not (form := _geheimform(rij, request.POST)).is_valid():
        return _toon(request, pk, form)
    try:
        messages.success(request, handeling(request, rij))
    except (DoelFout, GeheimFout) as fout:
        messages.error(request, str(fout))
    return redirect(LIJST) if rij.pk is None else redirect(DOEL, pk)


def _pauzeer(request: HttpRequest, rij: Doel) -> str:
    pauzeer(doel=rij, door=str(request.user))
    return "Gepauzeerd. Wat intussen verandert, wacht. Wat iemand intrekt, gaat wel weg."


def _hervat(request: HttpRequest, rij: Doel) -> str:
    hervat(doel=rij, door=str(request.user))
    return "Hervat. Alles wat wachtte, gaat nu weg."


def _vergelijk(request: HttpRequest, rij: Doel) -> str:
    vergelijk_nu(doel=rij)
    return "De vergelijking begint zodra er niets meer wacht. Kijk over een minuut weer."


def _nieuw_geheim(request: HttpRequest, rij: Doel) -> str:
    form = _geheimform(rij, request.POST)
    form.full_clean()
    voeg_toe(doel=rij, geheim=form.cleaned_data["geheim"])
    if rij.soort == DoelSoort.WORDPRESS:
        return "Vanaf nu meldt Antwoord zich hiermee aan. Werkt het nog niet, dan geldt het vorige."
    return (
        "Vanaf nu ondertekent dit geheim mee. Beëindig het oude als de leverancier het niet meer nodig heeft."
    )


def _beeindig(request: HttpRequest, rij: Doel) -> str:
    beeindig(geheim=get_object_or_404(rij.geheimen, kenmerk=request.POST.get("kenmerk", "")))
    return "Dat geheim wordt niet meer gebruikt."


def _wezen(request: HttpRequest, rij: Doel) -> str:
    aantal = request.POST.get("aantal", "")
    keur_wezen_goed(doel=rij, aantal=int(aantal) if aantal.isdecimal() else -1, door=str(request.user))
    return "Ze worden ingetrokken bij de volgende vergelijking."


def _verwijder(request: HttpRequest, rij: Doel) -> str:
    if rij.toestand == DoelToestand.ACTIEF:
        raise DoelFout("Pauzeer dit doel eerst.")
    rij.delete()
    return f"{rij.naam} krijgt niets meer. Op de website zelf blijft staan wat er stond."


HANDELINGEN: dict[str, Callable[[HttpRequest, Doel], str]] = {
    "pauzeer": _pauzeer,
    "hervat": _hervat,
    "vergelijk": _vergelijk,
    "geheim": _nieuw_geheim,
    "beeindig": _beeindig,
    "wezen": _wezen,
    "verwijder": _verwijder,
}


def _geheimform(rij: Doel, gegevens: Any = None) -> forms.Form:
    return GEHEIM[DoelSoort(rij.soort)](gegevens)


def _toon(request: HttpRequest, pk: int, form: forms.Form | None = None) -> HttpResponse:
    standen: list[Doelstand] = doelstanden(namen_van_bereiken(), pk=pk)
    if not standen:
        raise Http404
    stand = standen[0]
    rij = stand.doel
    form = form or _geheimform(rij)
    context = {"stand": stand, "doel": rij, "geheimen": rij.geheimen.all(), "form": form}
    context["wordpress"] = Instelling.uit_json(rij.instelling) if rij.soort == DoelSoort.WORDPRESS else None
    return render(request, "sync/doel.html", context)


def adressen() -> list[URLPattern]:
    """Hook `register_admin_urls`."""
    return [
        path("doelen/", doelen, name=LIJST),
        path("doelen/nieuw/", nieuw, name=NIEUW),
        path("doelen/<int:pk>/", doel, name=DOEL),
        path("doelen/<int:pk>/doen/", doen, name=DOEN),
    ]


class DoelenMenu(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return mag_beheren(request.user)


def menu_item() -> MenuItem:
    return DoelenMenu("Doelen", reverse(LIJST), name="doelen", icon_name="site", order=650)
