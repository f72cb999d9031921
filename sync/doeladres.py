"""The screen on which an administrator changes the address of a target."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from sync.doelbeheer import DoelFout
from sync.doelformulieren import ADRES_UITLEG, AanmeldingForm, adres_van
from sync.doelschermen import DOEL, eis_beheer, wanneer_gaat_het
from sync.models import Doel, DoelSoort
from sync.verhuizen import verhuis

ADRES = "antwoord_doel_adres"


class AdresForm(forms.Form):
    adres = forms.CharField(max_length=500)

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = DoelSoort(soort)
        self.fields["adres"].help_text = ADRES_UITLEG[self.soort]

    def clean_adres(self) -> str:
        return adres_van(self.soort, str(self.cleaned_data["adres"]))

    def nieuw_geheim(self) -> str:
        """Empty: what it has stays."""
        return ""


class WordpressAdresForm(AanmeldingForm, AdresForm):
    """Another website is signed in at in another way: what is kept goes nowhere else."""

    field_order = ("adres", "gebruiker", "wachtwoord")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("gebruiker", "wachtwoord"):
            self.fields[naam].required = False
            self.fields[naam].help_text = "Alleen nodig als het nieuwe adres een andere website is."

    def clean(self) -> dict[str, Any]:
        gegevens = self.cleaned_data
        return super().clean() if gegevens.get("gebruiker") or gegevens.get("wachtwoord") else gegevens

    def nieuw_geheim(self) -> str:
        return str(self.cleaned_data.get("geheim", ""))


@sensitive_post_parameters("wachtwoord")
@require_http_methods(["GET", "HEAD", "POST"])
def adres(request: HttpRequest, pk: int) -> HttpResponse:
    eis_beheer(request)
    doel = get_object_or_404(Doel.objects.exclude(soort=DoelSoort.INDEX), pk=pk)
    soort = WordpressAdresForm if doel.soort == DoelSoort.WORDPRESS else AdresForm
    form = soort(request.POST or None, initial={"adres": doel.adres}, soort=doel.soort)
    if form.is_valid():
        try:
            verhuisd = verhuis(
                doel=doel,
                adres=form.cleaned_data["adres"],
                geheim=form.nieuw_geheim(),
                door=str(request.user),
            )
        except DoelFout as fout:
            form.add_error(fout.veld or None, str(fout))
        else:
            wanneer = wanneer_gaat_het(verhuisd)
            messages.success(request, f"Het adres is veranderd. Alle teksten gaan {wanneer} daarheen.")
            return redirect(DOEL, pk)
    return render(request, "sync/doel_adres.html", {"form": form, "doel": doel})


def adressen() -> list[URLPattern]:
    """Hook `register_admin_urls`."""
    return [path("doelen/<int:pk>/adres/", adres, name=ADRES)]
