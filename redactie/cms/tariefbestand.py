"""Screens that take the tariffs of a group out as a file, and bring one in: first shown, then done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.cms.kiezen import zichtbaar
from redactie.cms.kolommen import periode, van_wie
from redactie.cms.tariefrooster import RUIMTE, ZONDER_GROEP
from redactie.geteld import geteld
from redactie.invoer.fouten import InvoerFout, Melding
from redactie.models import Tarief
from redactie.tariefbestand import BESTAND, MAX_BYTES, Plan, Verandering, als_csv, gesorteerd, lees
from redactie.tariefrooster import getypt
from redactie.tarieven import zet_bedragen


def rijen_van(user: Any) -> QuerySet[Tarief]:
    return zichtbaar(user, Tarief).select_related("gemeente")


class TariefUitvoerView(View):
    """What this person may see, or one group of it (`?groep=`), as `tarieven.csv`."""

    wacht_actie = "view"
    model: type[Tarief] = Tarief

    def get(self, request: HttpRequest) -> HttpResponse:
        rijen = rijen_van(request.user)
        if groep := request.GET.get("groep", ""):
            rijen = rijen.filter(groep="" if groep == ZONDER_GROEP else groep)
        # With the mark that tells a spreadsheet that it is UTF-8.
        inhoud = als_csv(gesorteerd(rijen)).encode("utf-8-sig")
        antwoord = HttpResponse(inhoud, content_type="text/csv; charset=utf-8")
        antwoord["Content-Disposition"] = f'attachment; filename="{BESTAND}"'
        return antwoord


class BestandForm(forms.Form):
    """A file, or, from the second step on, its text (`tekst`)."""

    bestand = forms.FileField(
        label="CSV-bestand",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    tekst = forms.CharField(required=False, max_length=MAX_BYTES, strip=False, widget=forms.HiddenInput())

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or self.cleaned_data
        if not schoon.get("bestand") and not schoon.get("tekst"):
            self.add_error("bestand", "Kies een bestand.")
        return schoon

    def inhoud(self) -> bytes:
        bestand = self.cleaned_data.get("bestand")
        return bestand.read() if bestand else self.cleaned_data["tekst"].encode()


class TariefInvoerView(WagtailAdminTemplateMixin, FormView):
    """Nothing is written before somebody has seen what will change; nothing at all when a line is wrong."""

    wacht_actie = "change"
    model: type[Tarief] = Tarief
    form_class = BestandForm
    template_name = "redactie/feit/inlezen.html"
    page_title = "Tarieven inlezen"
    header_icon = "upload"
    fouten: list[Melding] = []
    plan: Plan | None = None

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:rooster"), "label": "Tarieven per jaar"},
            {"url": "", "label": self.page_title},
        ]

    def form_valid(self, form: BestandForm) -> HttpResponse:
        policy = policy_registry.get_by_type(Tarief)
        wie, inhoud = self.request.user, form.inhoud()
        try:
            self.plan = lees(
                inhoud,
                rijen_van(wie),
                mag=lambda actie, rij: policy.user_has_permission_for_instance(wie, actie, rij),
            )
        except InvoerFout as fout:
            self.fouten = fout.meldingen
            return self.render_to_response(self.get_context_data(form=form), status=422)
        if self.request.POST.get("stempel") == self.plan.stempel and self.plan.veranderingen:
            return self._schrijf()
        if self.request.POST.get("stempel"):
            messages.warning(self.request, "Intussen veranderde er iets. Kijk nog een keer wat er gebeurt.")
        vooruit = BestandForm(initial={"tekst": inhoud.decode("utf-8-sig")})
        return self.render_to_response(self.get_context_data(form=vooruit))

    def _schrijf(self) -> HttpResponse:
        assert self.plan is not None
        try:
            zet_bedragen(rijen=[lid.rij for lid in self.plan.veranderingen], door=self.request.user)
        except (ValidationError, PermissionDenied) as fout:
            messages.error(self.request, " ".join(getattr(fout, "messages", [str(fout)])))
            return self.render_to_response(self.get_context_data(form=BestandForm()), status=422)
        aantal = len(self.plan.veranderingen)
        messages.success(self.request, f"Ingelezen: {geteld(aantal, '1 bedrag', '{} bedragen')}.")
        return redirect(f"{RUIMTE}:rooster")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.plan
        return {
            **super().get_context_data(**kwargs),
            "fouten": self.fouten,
            "plan": plan,
            "rijen": [_regel(lid) for lid in plan.veranderingen] if plan is not None else [],
        }


def _regel(lid: Verandering) -> dict[str, str]:
    return {
        "naam": lid.rij.omschrijving,
        "sleutel": lid.rij.sleutel,
        "van": van_wie(lid.rij),
        "periode": periode(lid.rij),
        "was": f"€ {getypt(lid.was)}" if lid.was is not None else "nieuw, als concept",
        "wordt": f"€ {getypt(lid.rij.bedrag)}",
    }
