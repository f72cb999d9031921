"""The screens “Meldingen” of the CMS: what agents flagged, and one flag to answer.

The owner answers; a KCC-redacteur sees how it stands. Who flagged is shown to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from kennisbank.balie.publicaties import haal_product, haal_product_versie
from kennisbank.melden.eigenaar import GEHEEL, kop_van
from kennisbank.melden.lijst import OPEN, STANDEN, TE_LAAT, Filters, Rechten, aantallen, bladzijde
from kennisbank.melden.namen import namen_van_bereiken
from kennisbank.melden.vastleggen import LANGSTE_ANTWOORD, over_hetzelfde, sluit
from kennisbank.models import Melding, Meldtoestand
from redactie.geteld import geteld

LIJST, EEN = "antwoord_meldingen", "antwoord_melding"
UITKOMSTEN = [(lid.value, lid.label) for lid in (Meldtoestand.VERBETERD, Meldtoestand.KLOPT)]


class AntwoordForm(forms.Form):
    toestand = forms.ChoiceField(
        choices=UITKOMSTEN,
        widget=forms.RadioSelect,
        label="Wat is er gedaan?",
        error_messages={"required": "Kies of u het hebt verbeterd, of dat het klopt zoals het er staat."},
    )
    antwoord = forms.CharField(
        max_length=LANGSTE_ANTWOORD,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Antwoord aan de medewerker",
        help_text="Wie het meldde, leest dit aan de balie. Noem geen namen of nummers van mensen.",
    )
    ook_de_andere = forms.BooleanField(required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        if schoon.get("toestand") == Meldtoestand.KLOPT and not schoon.get("antwoord", "").strip():
            self.add_error("antwoord", "Leg uit waarom het klopt. De medewerker twijfelde.")
        return schoon


@require_safe
def meldingen(request: HttpRequest) -> HttpResponse:
    rechten = Rechten.van(request.user)
    if not rechten.ziet_iets:
        raise Http404
    filters = Filters.uit(request.GET)
    namen = namen_van_bereiken()
    context = {
        "blad": bladzijde(rechten, filters, namen, request.GET.get("p", "")),
        "filters": filters,
        "standen": STANDEN,
        "bereiken": namen,
    }
    return render(request, "kennisbank/meldingen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def melding(request: HttpRequest, pk: int) -> HttpResponse:
    rechten = Rechten.van(request.user)
    ding = rechten.zichtbaar().filter(pk=pk).first()
    if ding is None:
        raise Http404
    mag = rechten.mag_antwoorden(ding) and ding.toestand == Meldtoestand.OPEN
    if request.method == "POST" and not mag:
        raise Http404
    form = AntwoordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _antwoord(request, ding, form.cleaned_data)
    namen = namen_van_bereiken()
    andere = over_hetzelfde(ding, Melding.objects.filter(toestand=Meldtoestand.OPEN)).exclude(pk=ding.pk)
    context = {
        "melding": ding,
        "plek": kop_van(ding.plek),
        "bereik": namen.get(ding.bereik, ding.bereik),
        "eigenaar": namen.get(ding.eigenaar, ding.eigenaar),
        "uitkomst": "" if ding.toestand == Meldtoestand.OPEN else Meldtoestand(ding.toestand).label,
        "te_laat": ding.toestand == Meldtoestand.OPEN and ding.uiterlijk_op < timezone.now(),
        "form": form if mag else None,
        "naar_veld": _naar_veld(ding) if mag else "",
        "andere": andere.count() if mag else 0,
        **(_tekst(ding) if rechten.mag_antwoorden(ding) else {}),
    }
    return render(request, "kennisbank/melding.html", context)


def _antwoord(request: HttpRequest, ding: Melding, schoon: dict[str, Any]) -> HttpResponse:
    aantal = sluit(
        ding,
        Meldtoestand(schoon["toestand"]),
        schoon["antwoord"],
        ook_de_andere=schoon["ook_de_andere"],
    )
    wie = geteld(aantal, "De medewerker leest", "De {} medewerkers lezen")
    messages.success(request, f"Beantwoord. {wie} uw antwoord aan de balie.")
    return redirect(LIJST)


def _naar_veld(ding: Melding) -> str:
    adres = reverse("antwoord_naar_veld", args=[ding.eigenaar, ding.sleutel, ding.plek or "geheel"])
    return f"{adres}?{urlencode({'feit': ding.feiten[0]})}" if ding.feiten else adres


def _tekst(ding: Melding) -> dict[str, str | bool]:
    """What the agent had on the screen at that place, and whether something else stands there now. 2 queries."""
    toen = haal_product_versie(ding.bereik, ding.sleutel, ding.versie)
    nu = haal_product(ding.bereik, ding.sleutel)
    gezien, staat = _html(toen, ding.plek), _html(nu, ding.plek)
    return {"gezien": gezien, "veranderd": ding.plek != GEHEEL and nu is not None and gezien != staat}


def _html(product: Any, plek: str) -> str:
    if product is None:
        return ""
    velden = (*product.publiek["talen"]["nl"]["velden"], *product.balie["velden"])
    return next((lid["html"] for lid in velden if lid["veld"] == plek), "")


def wachtzinnen(user: Any) -> Iterator[dict[str, Any]]:
    """Hook `antwoord_wachtzinnen`: what waits for this person on the start page."""
    open_, laat = aantallen(Rechten.van(user))
    for aantal, woorden, stand in ((laat, "te laat", TE_LAAT), (open_ - laat, "open", OPEN)):
        if aantal:
            wat = geteld(aantal, "1 melding van de balie is", "{} meldingen van de balie zijn")
            yield {
                "tekst": f"{wat} {'nog ' if stand == OPEN else ''}{woorden}.",
                "knop": "Geef antwoord",
                "adres": f"{reverse(LIJST)}?stand={stand}",
                "dringend": stand == TE_LAAT,
            }


class MeldingenItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return Rechten.van(request.user).ziet_iets


def menu_item() -> MeldingenItem:
    return MeldingenItem("Meldingen", reverse(LIJST), name="meldingen", icon_name="warning", order=340)
