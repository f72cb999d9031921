"""Screens that take the list of synonyms out as a file and bring one in; `redactie/invoer/synoniemen.py` does it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.cms.kiezen import zichtbaar
from redactie.invoer.fouten import InvoerFout, Melding
from redactie.invoer.synoniemen import BESTAND, Ingelezen, als_csv, lees_in
from redactie.models import Synoniem

RUIMTE = "wagtailsnippets_redactie_synoniem"


class UitvoerView(View):
    """What this person may see, as `synoniemen.csv`."""

    wacht_actie = "view"
    model: type[Synoniem] = Synoniem

    def get(self, request: HttpRequest) -> HttpResponse:
        tekst = als_csv(zichtbaar(request.user, Synoniem).select_related("gemeente"))
        # With the mark that tells a spreadsheet that it is UTF-8.
        antwoord = HttpResponse(tekst.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
        antwoord["Content-Disposition"] = f'attachment; filename="{BESTAND}"'
        return antwoord


class BestandForm(forms.Form):
    bestand = forms.FileField(
        label="CSV-bestand", widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}), allow_empty_file=True
    )


class InleesView(WagtailAdminTemplateMixin, FormView):
    wacht_actie = "add"
    model: type[Synoniem] = Synoniem
    form_class = BestandForm
    template_name = "redactie/synoniem/inlezen.html"
    page_title = "Synoniemen inlezen"
    header_icon = "upload"
    fouten: list[Melding] = []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Synoniemen"},
            {"url": "", "label": self.page_title},
        ]

    def form_valid(self, form: BestandForm) -> HttpResponse:
        policy = policy_registry.get_by_type(Synoniem)
        try:
            with transaction.atomic():
                ingelezen = lees_in(
                    form.cleaned_data["bestand"].read(),
                    mag=lambda actie, rij: policy.user_has_permission_for_instance(
                        self.request.user, actie, rij
                    ),
                )
        except InvoerFout as fout:
            self.fouten = fout.meldingen
            return self.render_to_response(self.get_context_data(form=form), status=422)
        messages.success(self.request, in_woorden(ingelezen))
        return redirect(f"{RUIMTE}:list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "fouten": self.fouten}


def in_woorden(ingelezen: Ingelezen) -> str:
    delen = (
        f"{len(ingelezen.nieuw)} nieuw",
        f"{len(ingelezen.gewijzigd)} gewijzigd",
        f"{ingelezen.ongewijzigd} stonden er al zo",
    )
    return f"Ingelezen: {', '.join(delen)}. Wat niet in het bestand staat, is gebleven."
