"""The page on which an editor takes a decision on an own text back, and reads first what comes back."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactie.bedenktijd import neem_terug, stond_er, terug_te_nemen
from redactie.herzien import te_herzien
from redactie.keuzes import AfwijkingWijze, Besluit
from redactie.models import Bedenktijd, LokaleVersie
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_lokaleversie"
BESLOTEN = {
    Besluit.VOLGEN.value: "de regio te volgen",
    Besluit.HOUDEN.value: "uw tekst te houden",
    Besluit.COMBINEREN.value: "uw tekst te vervangen door het voorstel",
    Besluit.LATER.value: "deze vraag uit te stellen",
    "": "uw eigen tekst te beëindigen",
}


class TerugnemenView(WagtailAdminTemplateMixin, TemplateView):
    """GET tells, POST does."""

    wacht_actie = "change"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Besluit terugnemen"
    header_icon = "undo"
    template_name = "redactie/lokaal/terugnemen.html"

    @cached_property
    def veld(self) -> Veld:
        if self.kwargs["veld"] not in set(Veld):
            raise Http404
        return Veld(self.kwargs["veld"])

    @cached_property
    def versie(self) -> LokaleVersie:
        return LokaleVersie.objects.select_related("product", "gemeente").get(pk=self.kwargs["pk"])

    @cached_property
    def bedenktijd(self) -> Bedenktijd | None:
        return terug_te_nemen(self.versie, self.veld)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Lokale versies"},
            {"url": reverse(f"{RUIMTE}:te_herzien"), "label": "Te herzien"},
            {"url": "", "label": self.page_title, "sublabel": str(self.versie)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        besluit = self.bedenktijd
        return {
            **super().get_context_data(**kwargs),
            "versie": self.versie,
            "veld": self.veld,
            "bedenktijd": besluit,
            "besloten": BESLOTEN[besluit.besluit] if besluit is not None else "",
            "stond_er": [
                (AfwijkingWijze(rij["wijze"]).label, rij["tekst"])
                for rij in (stond_er(besluit) if besluit else ())
            ],
            "terug": reverse(f"{RUIMTE}:edit", args=[self.versie.pk]),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        waarover = f"{self.versie.product} · {self.veld.kolom_label}"
        if self.bedenktijd is None:
            messages.error(request, f"{waarover}: er is geen besluit dat u nog kunt terugnemen.")
            return redirect(f"{RUIMTE}:te_herzien")
        try:
            live = neem_terug(bedenktijd=self.bedenktijd, door=request.user)
        except ValidationError as fout:
            messages.error(request, f"{waarover}: {' '.join(fout.messages)}")
            return redirect(f"{RUIMTE}:edit", self.versie.pk)
        hoe = "" if live else " Het staat in uw concept; wat gepubliceerd is, verandert daar niet door."
        messages.success(request, f"{waarover}: uw besluit is teruggenomen.{hoe}")
        wacht = te_herzien([LokaleVersie.objects.get(pk=self.versie.pk)])[self.versie.pk]
        if self.veld in wacht:
            return redirect(f"{RUIMTE}:herzien", self.versie.pk, self.veld.value)
        return redirect(f"{RUIMTE}:edit", self.versie.pk)
