"""The page on which a local editor judges one deviation after the region changed its text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactie.cms.afwijkingen import RegioBij
from redactie.herzien import beslis, te_herzien, tekst_in_kracht
from redactie.keuzes import Besluit
from redactie.models import LokaleVersie
from redactie.te_herzien import TeHerzien
from redactie.veld import Veld
from redactie.woordverschil import verschil_als_html

RUIMTE = "wagtailsnippets_redactie_lokaleversie"
KEUZES = [(besluit.value, besluit.label) for besluit in (Besluit.VOLGEN, Besluit.HOUDEN)]


class BesluitForm(forms.Form):
    besluit = forms.ChoiceField(choices=KEUZES, widget=forms.HiddenInput)
    reden = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Reden",
        help_text="Nodig als u uw eigen tekst houdt.",
    )


class HerzienView(WagtailAdminTemplateMixin, FormView):
    wacht_actie = "change"
    model: type[LokaleVersie] = LokaleVersie
    page_title = "Herzien"
    header_icon = "rotate"
    template_name = "redactie/lokaal/herzien.html"
    form_class = BesluitForm

    @cached_property
    def versie(self) -> LokaleVersie:
        return LokaleVersie.objects.select_related("product", "gemeente").get(pk=self.kwargs["pk"])

    @cached_property
    def veld(self) -> Veld:
        if self.kwargs["veld"] not in set(Veld):
            raise Http404
        return Veld(self.kwargs["veld"])

    @cached_property
    def wacht(self) -> TeHerzien | None:
        return te_herzien([self.versie])[self.versie.pk].get(self.veld)

    def adres(self) -> str:
        return reverse(f"{RUIMTE}:edit", args=[self.versie.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Lokale versies"},
            {"url": self.adres(), "label": str(self.versie)},
            {"url": "", "label": self.page_title, "sublabel": self.veld.kolom_label},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        afwijking = self.versie.afwijkingen.filter(veld=self.veld).first()
        if afwijking is None:
            raise Http404
        basis = self.wacht.basis if self.wacht is not None else None
        nu = tekst_in_kracht(product_id=self.versie.product_id, veld=self.veld)
        bij = RegioBij(nu.tekst if nu is not None else "", afwijking.tekst, afwijking.wijze, self.wacht)
        was = basis.tekst if basis is not None else bij.tekst
        return {
            **context,
            "versie": self.versie,
            "veld": self.veld,
            "afwijking": afwijking,
            "wacht": self.wacht,
            "regio": bij,
            "eigen_verschil": verschil_als_html(was, afwijking.tekst),
            "keuzes": KEUZES,
            "terug": self.adres(),
        }

    def form_valid(self, form: BesluitForm) -> HttpResponse:
        besluit = Besluit(form.cleaned_data["besluit"])
        try:
            vastgelegd = beslis(
                versie=self.versie,
                veld=self.veld,
                besluit=besluit,
                reden=form.cleaned_data["reden"],
                door=self.request.user,
            )
        except ValidationError as fout:
            per_veld = fout.message_dict if hasattr(fout, "error_dict") else {None: fout.messages}
            for naam, meldingen in per_veld.items():
                form.add_error(naam if naam in form.fields else None, meldingen)
            return self.form_invalid(form)
        messages.success(self.request, self._bericht(besluit, vastgelegd is not None))
        return redirect(self.adres())

    def _bericht(self, besluit: Besluit, vastgelegd: bool) -> str:
        if besluit is Besluit.HOUDEN:
            return f"Uw tekst bij “{self.veld.kolom_label}” blijft staan."
        if vastgelegd:
            return f"“{self.veld.kolom_label}” volgt nu de regio."
        return (
            f"In uw concept volgt “{self.veld.kolom_label}” de regio. Dien het in om het te laten publiceren."
        )
