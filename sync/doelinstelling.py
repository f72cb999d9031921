"""The screen on which an administrator says how a WordPress target works: below which page, and what of edits there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from sync.doelbeheer import stel_in
from sync.doelformulieren import InstellingForm
from sync.doelschermen import DOEL, eis_beheer, wanneer_gaat_het
from sync.models import Doel, DoelSoort

INSTELLING = "antwoord_doel_instelling"


@require_http_methods(["GET", "HEAD", "POST"])
def instelling(request: HttpRequest, pk: int) -> HttpResponse:
    eis_beheer(request)
    doel = get_object_or_404(Doel, pk=pk, soort=DoelSoort.WORDPRESS)
    form = InstellingForm(request.POST or None, initial=doel.instelling)
    if form.is_valid():
        stel_in(doel=doel, instelling=form.instelling(), door=str(request.user))
        messages.success(request, f"Bewaard. Wat geweigerd was, gaat {wanneer_gaat_het(doel)} opnieuw mee.")
        return redirect(DOEL, pk)
    return render(request, "sync/doel_instelling.html", {"form": form, "doel": doel})


def adressen() -> list[URLPattern]:
    """Hook `register_admin_urls`."""
    return [path("doelen/<int:pk>/instelling/", instelling, name=INSTELLING)]
