"""The screens on which an administrator holds publishing, or takes one text away everywhere, with the receipt of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from redactie.bronnen import REGIO
from redactie.models import Product
from redactie.persoonsnaam import persoonsnaam
from sync.bereiken import namen_van_bereiken
from sync.doelschermen import eis_beheer
from sync.intrekbewijs import bewijs
from sync.intrekken import IntrekFout, raakt, trek_overal_in
from sync.models import Intrekking, Pauze
from sync.pauzeren import ALLES, PauzeFout, hervat, pauzeer, pauzes

PAUZES, HERVATTEN = "antwoord_pauzes", "antwoord_pauze_hervat"
LIJST, INTREKKEN, BEWIJS = "antwoord_intrekkingen", "antwoord_intrekken", "antwoord_intrekking"
ALLES_TEKST = "alles: elke gemeente"
PER_BLAD = 50


class PauzeForm(forms.Form):
    bereik = forms.ChoiceField(label="Wat", error_messages={"required": "Kies wat u wilt pauzeren."})
    reden = forms.CharField(
        max_length=200,
        help_text="Iedereen die de publicatie bekijkt, leest dit.",
        error_messages={"required": "Zeg waarom: anderen lezen dit op het publicatiebord."},
    )

    def __init__(self, *args: Any, namen: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["bereik"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Kies"), ("alles", ALLES_TEKST), *namen.items()]


class IntrekForm(forms.Form):
    reden = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit komt op het bewijs.",
        error_messages={"required": "Zeg waarom: dit komt op het bewijs."},
    )
    gezien = forms.IntegerField(widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
def pauze_scherm(request: HttpRequest) -> HttpResponse:
    eis_beheer(request)
    namen = namen_van_bereiken()
    form = PauzeForm(request.POST or None, namen=namen)
    if form.is_valid():
        gekozen = form.cleaned_data["bereik"]
        try:
            pauzeer(
                bereik=ALLES if gekozen == "alles" else gekozen,
                reden=form.cleaned_data["reden"],
                door=persoonsnaam(request.user),
            )
        except PauzeFout as fout:
            form.add_error("bereik", str(fout))
        else:
            naam = namen.get(gekozen)
            wat = f"{naam} is gepauzeerd. Daar" if naam else "Gepauzeerd. Er"
            messages.success(request, f"{wat} gaat niets nieuws meer live. Intrekken kan wel.")
            return redirect(PAUZES)
    rijen = [(pauze, namen.get(pauze.bereik, pauze.bereik) or "alles") for pauze in Pauze.objects.all()]
    return render(request, "sync/ingrijpen/pauzes.html", {"form": form, "pauzes": rijen})


@require_POST
def hervat_scherm(request: HttpRequest, pk: int) -> HttpResponse:
    eis_beheer(request)
    pauze = get_object_or_404(Pauze, pk=pk)
    try:
        hervat(bereik=pauze.bereik, door=persoonsnaam(request.user))
        messages.success(request, _hervat_zin(pauze.bereik))
    except PauzeFout as fout:
        messages.error(request, str(fout))
    return redirect(PAUZES)


def _hervat_zin(bereik: str) -> str:
    """What goes live now: not what another pause still holds."""
    nog = pauzes()
    if nog.alles is not None:
        return "Hervat. Alles staat nog op pauze: er gaat pas iets nieuws live als u ook dat hervat."
    if bereik == ALLES and nog.per_bereik:
        return "Hervat. Wat intussen veranderde, gaat nu live, behalve waar de pauze nog duurt."
    return "Hervat. Wat intussen veranderde, gaat nu live."


@require_safe
def intrekkingen(request: HttpRequest) -> HttpResponse:
    eis_beheer(request)
    blad = Paginator(Intrekking.objects.all(), PER_BLAD).get_page(request.GET.get("p"))
    return render(request, "sync/ingrijpen/intrekkingen.html", {"blad": blad})


@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: HttpRequest, sleutel: str) -> HttpResponse:
    """What will happen, and then the receipt."""
    eis_beheer(request)
    product = Product.objects.filter(sleutel=sleutel, live=True).first()
    if product is None:
        return _al_ingetrokken(request, sleutel)
    bereiken, doelen = raakt(sleutel)
    form = IntrekForm(request.POST or None, initial={"gezien": len(bereiken)})
    if form.is_valid():
        try:
            rij = trek_overal_in(product=product, door=request.user, **form.cleaned_data)
        except IntrekFout as fout:
            form = IntrekForm({**form.data.dict(), "gezien": len(bereiken)})
            form.add_error(None, str(fout))
        else:
            return redirect(BEWIJS, rij.pk)
    namen = namen_van_bereiken()
    context = {
        "form": form,
        "product": product,
        "namen": [namen.get(slug, slug) for slug in bereiken],
        "gemeenten": len([slug for slug in bereiken if slug != REGIO]),
        "doelen": doelen,
    }
    return render(request, "sync/ingrijpen/intrekken.html", context)


def _al_ingetrokken(request: HttpRequest, sleutel: str) -> HttpResponse:
    """For who clicks twice, or comes after a colleague: the receipt of it."""
    rij = Intrekking.objects.filter(sleutel=sleutel).first()
    if rij is None:
        raise Http404
    messages.info(request, "Deze tekst is al ingetrokken. Dit is het bewijs.")
    return redirect(BEWIJS, rij.pk)


@require_safe
def intrekbewijs(request: HttpRequest, pk: int) -> HttpResponse:
    """To read, now and years later, and to print."""
    eis_beheer(request)
    rij = get_object_or_404(Intrekking, pk=pk)
    namen = namen_van_bereiken()
    context = {
        "rij": rij,
        "regels": bewijs(rij),
        "namen": [namen.get(slug, slug) for slug in rij.bereiken],
    }
    return render(request, "sync/ingrijpen/bewijs.html", context)


def adressen() -> list[URLPattern]:
    """Hook `register_admin_urls`."""
    return [
        path("pauzes/", pauze_scherm, name=PAUZES),
        path("pauzes/<int:pk>/hervat/", hervat_scherm, name=HERVATTEN),
        path("intrekkingen/", intrekkingen, name=LIJST),
        path("intrekkingen/tekst/<slug:sleutel>/", intrekken, name=INTREKKEN),
        path("intrekkingen/<int:pk>/", intrekbewijs, name=BEWIJS),
    ]
