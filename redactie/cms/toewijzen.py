"""Asking one colleague to look at what was handed in; `redactie/indienen.py` does it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from redactie.cms.dingpagina import DingPagina
from redactie.cms.formulierfouten import zet_fouten
from redactie.indienen import collegas, wijs_toe
from redactie.models.concept import ConceptModel
from redactie.persoonsnaam import persoonsnaam

KNOP = "Vraag een collega"


class ToewijsForm(forms.Form):
    required_css_class = "required"

    aan = forms.TypedChoiceField(
        label="Aan wie vraagt u het?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een collega."},
    )

    def __init__(self, *args: Any, wie: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aan"].choices = [(lid.pk, persoonsnaam(lid)) for lid in wie]


class ToewijsView(DingPagina, FormView):
    wacht_actie = "change"
    page_title = KNOP
    header_icon = "user"
    template_name = "redactie/goedkeuren/toewijzen.html"
    form_class = ToewijsForm

    @cached_property
    def wie(self) -> list[Any]:
        return collegas(self.ding)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.ding.workflow_in_progress:
            messages.warning(request, "Dit is niet ingediend. Dien het eerst in.")
            return redirect(self.adres())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "wie": self.wie}

    def form_valid(self, form: ToewijsForm) -> HttpResponse:
        aan = next(lid for lid in self.wie if lid.pk == form.cleaned_data["aan"])
        try:
            wijs_toe(ding=self.ding, aan=aan, door=self.request.user)
        except ValidationError as fout:
            zet_fouten(form, fout)
            return self.form_invalid(form)
        messages.success(self.request, f"Gevraagd aan {persoonsnaam(aan)}: {self.ding}.")
        return redirect(self.adres())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "wie": self.wie, "knop": KNOP, "terug": self.adres()}


def toewijsknop(ding: ConceptModel) -> Button:
    url = reverse(ding.snippet_viewset.get_url_name("toewijzen"), args=[ding.pk])
    return Button(KNOP, url=url, icon_name="user", priority=3)
