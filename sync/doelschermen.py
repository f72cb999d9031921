"""The screens of targets outside the house, for administrators: add one, pause and resume it, change its secret.

A secret is typed in and never shown again, not even after a mistake in the same form.
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
from sync.doelbeheer import DoelFout, hervat, keur_wezen_goed, maak_doel, pauzeer, vergelijk_nu
from sync.doelstand import Doelstand, doelstanden
from sync.geheimen import GeheimFout, beeindig, keur_geheim, voeg_toe
from sync.models import Doel, DoelSoort, DoelToestand
from sync.stand import namen_van_bereiken

LIJST, NIEUW, DOEL, DOEN = "antwoord_doelen", "antwoord_doel_nieuw", "antwoord_doel", "antwoord_doel_doen"


class GeheimVeld(forms.CharField):
    """Never put back in the page."""

    def __init__(self) -> None:
        super().__init__(
            label="Geheim",
            max_length=200,
            widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
            help_text="Van de leverancier: begint met whsec_. Het wordt versleuteld bewaard en nooit meer getoond.",
        )

    def clean(self, value: Any) -> str:
        geheim = str(super().clean(value))
        try:
            keur_geheim(geheim)
        except GeheimFout as fout:
            raise forms.ValidationError(str(fout)) from fout
        return geheim


class DoelForm(forms.Form):
    naam = forms.CharField(
        max_length=120, help_text="Waaraan u dit doel herkent, bijvoorbeeld de leverancier."
    )
    bereik = forms.ChoiceField(
        label="Gemeente", help_text="Het doel krijgt de openbare teksten van deze gemeente."
    )
    adres = forms.CharField(
        max_length=500, help_text="Het adres waar /publicaties en /manifest achter komen, met https://."
    )
    geheim = GeheimVeld()

    def __init__(self, *args: Any, namen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["bereik"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Kies een gemeente"), *namen.items()]


class GeheimForm(forms.Form):
    geheim = GeheimVeld()


def mag_beheren(user: Any) -> bool:
    return bool(user.is_superuser) or Rol.BEHEERDER in wie.rollen(user)


def eis_beheer(request: HttpRequest) -> None:
    if not mag_beheren(request.user):
        raise Http404


@require_safe
def doelen(request: HttpRequest) -> HttpResponse:
    eis_beheer(request)
    return render(request, "sync/doelen.html", {"standen": doelstanden(namen_van_bereiken())})


@sensitive_post_parameters("geheim")
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    eis_beheer(request)
    form = DoelForm(request.POST or None, namen=namen_van_bereiken())
    if form.is_valid():
        try:
            doel = maak_doel(**form.cleaned_data, door=str(request.user))
        except DoelFout as fout:
            form.add_error(fout.veld or None, str(fout))
        else:
            messages.success(request, f"{doel.naam} krijgt nu alle teksten van deze gemeente.")
            return redirect(DOEL, doel.pk)
    return render(request, "sync/doel_nieuw.html", {"form": form})


@require_safe
def doel(request: HttpRequest, pk: int) -> HttpResponse:
    eis_beheer(request)
    return _toon(request, pk, GeheimForm())


@sensitive_post_parameters("geheim")
@require_POST
def doen(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the buttons. What is refused is said, and nothing has happened."""
    eis_beheer(request)
    rij = get_object_or_404(Doel.objects.exclude(soort=DoelSoort.INDEX), pk=pk)
    handeling = HANDELINGEN.get(request.POST.get("doen", ""))
    if handeling is None:
        raise Http404
    form = GeheimForm(request.POST)
    if handeling is _nieuw_geheim and not form.is_valid():
        return _toon(request, pk, form)
    try:
        messages.success(request, handeling(request, rij))
    except (DoelFout, GeheimFout) as fout:
        messages.error(request, str(fout))
    return redirect(LIJST) if rij.pk is None else redirect(DOEL, pk)


def _pauzeer(request: HttpRequest, rij: Doel) -> str:
    pauzeer(doel=rij, door=str(request.user))
    return "Gepauzeerd. Wat intussen verandert, wacht."


def _hervat(request: HttpRequest, rij: Doel) -> str:
    hervat(doel=rij, door=str(request.user))
    return "Hervat. Alles wat wachtte, gaat nu weg."


def _vergelijk(request: HttpRequest, rij: Doel) -> str:
    vergelijk_nu(doel=rij)
    return "De vergelijking begint zodra er niets meer wacht. Kijk over een minuut weer."


def _nieuw_geheim(request: HttpRequest, rij: Doel) -> str:
    voeg_toe(doel=rij, geheim=request.POST["geheim"])
    return (
        "Vanaf nu ondertekent dit geheim mee. Beëindig het oude als de leverancier het niet meer nodig heeft."
    )


def _beeindig(request: HttpRequest, rij: Doel) -> str:
    beeindig(geheim=get_object_or_404(rij.geheimen, kenmerk=request.POST.get("kenmerk", "")))
    return "Dat geheim ondertekent niet meer."


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


def _toon(request: HttpRequest, pk: int, form: GeheimForm) -> HttpResponse:
    standen: list[Doelstand] = doelstanden(namen_van_bereiken(), pk=pk)
    if not standen:
        raise Http404
    stand = standen[0]
    context = {"stand": stand, "doel": stand.doel, "geheimen": stand.doel.geheimen.all(), "form": form}
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
