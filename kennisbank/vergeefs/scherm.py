"""The screen "Zonder antwoord" of the CMS: for who may keep synonyms, and nobody else."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from kennisbank.models import VergeefseVraag
from kennisbank.vergeefs.lijst import aantal, regels
from kennisbank.vergeefs.noteren import DREMPEL
from kennisbank.vergeefs.vergeten import vergeet
from redactie.synoniemen import mag_bijhouden

NAAM = "antwoord_vergeefs"


@require_http_methods(["GET", "HEAD", "POST"])
def vergeefse_vragen(request: HttpRequest) -> HttpResponse:
    """GET shows the list; POST puts one question away."""
    if not mag_bijhouden(request.user):
        raise Http404
    if request.method == "POST":
        return _leg_weg(request)
    vergeet(timezone.localdate())
    context = {"regels": regels(), "aantal": aantal(timezone.localdate()), "drempel": DREMPEL}
    return render(request, "kennisbank/vergeefs.html", context)


def _leg_weg(request: HttpRequest) -> HttpResponse:
    welke = request.POST.get("weg", "")
    if welke.isdecimal() and VergeefseVraag.objects.filter(pk=welke).update(weggelegd=True):
        messages.success(request, "Weggelegd. Deze vraag komt niet terug in de lijst.")
    return redirect(NAAM)


class VergeefsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return mag_bijhouden(request.user)


def menu_item() -> VergeefsItem:
    return VergeefsItem("Zonder antwoord", reverse(NAAM), name="zonder-antwoord", icon_name="help", order=910)
