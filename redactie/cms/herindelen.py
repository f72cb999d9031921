"""The screen on which a change gets another class afterwards; `redactie/herclasseren.py` does it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from redactie.cms.formulierfouten import zet_fouten
from redactie.cms.tijdlijn import ProductDeelView
from redactie.herclasseren import aantal_met_eigen_tekst, herclasseer
from redactie.keuzes import Klasse
from redactie.models import Tekstversie
from redactie.veld import Veld


class HerindeelForm(forms.Form):
    required_css_class = "required"

    klasse = forms.ChoiceField(choices=Klasse.choices(), widget=forms.RadioSelect, label="Soort wijziging")
    nakijken_voor = forms.DateField(
        required=False,
        widget=AdminDateInput,
        label="Nakijken vóór",
        help_text="Alleen bij spoed: de datum waarvóór gemeenten hun tekst nakijken.",
    )
    toelichting = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Toelichting bij de wijziging",
        help_text="Gemeenten met een eigen tekst lezen dit.",
    )
    reden = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Waarom verandert de soort?",
        help_text="Dit komt in het logboek.",
        error_messages={"required": "Schrijf op waarom de soort verandert. Dit komt in het logboek."},
    )


class HerindeelView(ProductDeelView, FormView):
    page_title = "Verander de soort wijziging"
    template_name = "redactie/product/herindelen.html"
    form_class = HerindeelForm

    @cached_property
    def tekstversie(self) -> Tekstversie:
        versie = self.product.tekstversies.filter(pk=self.kwargs["tekstversie"]).first()
        if versie is None:
            raise Http404
        return versie

    def get_initial(self) -> dict[str, Any]:
        versie = self.tekstversie
        return {naam: getattr(versie, naam) for naam in ("klasse", "nakijken_voor", "toelichting")}

    def form_valid(self, form: HerindeelForm) -> HttpResponse:
        schoon = form.cleaned_data
        try:
            herclasseer(
                tekstversie=self.tekstversie,
                klasse=Klasse(schoon["klasse"]),
                reden=schoon["reden"],
                nakijken_voor=schoon["nakijken_voor"],
                toelichting=schoon["toelichting"],
                door=self.request.user,
            )
        except ValidationError as fout:
            zet_fouten(form, fout)
            return self.form_invalid(form)
        messages.success(self.request, "De soort wijziging is veranderd. De tekst zelf bleef zoals hij was.")
        return redirect(f"{self.adres()}#tab-planning")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "tekstversie": self.tekstversie,
            "veld": Veld(self.tekstversie.veld),
            "aantal": aantal_met_eigen_tekst(self.tekstversie),
            "terug": self.adres(),
            "media": context["form"].media,
        }
