"""The page on which somebody undoes the last publication: what changes, why, and one button.

Wagtail's own comparison of two revisions shows the differences; `redactie/terugzetten.py` does it.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.generic import RevisionsCompareView
from wagtail.admin.widgets.button import Button

from redactie.bewerkscherm import breng_in_stap
from redactie.cms.formulierfouten import zet_fouten
from redactie.cms.keuren import fouten_van
from redactie.models import Product
from redactie.models.concept import ConceptModel
from redactie.terugzetten import Terugweg, terugweg, zet_terug

KNOP = "Draai de laatste publicatie terug"
NOTA = ("klasse", "nakijken_voor", "toelichting")


class TerugzetForm(forms.Form):
    required_css_class = "required"

    regel = forms.CharField(required=False, widget=forms.HiddenInput)
    reden = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Waarom draait u de publicatie terug?",
        help_text="Dit komt in het logboek. Gemeenten met een eigen tekst lezen het ook.",
        error_messages={"required": "Schrijf op waarom u de publicatie terugdraait."},
    )


class TerugzetView(RevisionsCompareView):
    """From what is live to what would be live."""

    wacht_actie = "publish"
    page_title = KNOP
    header_icon = "rotate"
    template_name = "redactie/scherm/terugzetten.html"
    weg: Terugweg

    def setup(self, request: HttpRequest, pk: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, pk, "live", "terug", *args, **kwargs)
        if isinstance(self.object, Product):
            breng_in_stap(product=self.object)
        self._zoek_weg()
        self.form = TerugzetForm(initial={"regel": self.weg.regel})

    def _zoek_weg(self) -> None:
        weg = terugweg(self.object)
        if weg is None:
            raise Http404
        self.weg = weg

    def _get_revision_and_heading(self, revision_id: str) -> tuple[Any, str]:
        # Wagtail 8.0.1 has no other way in: what would be live is no revision yet.
        if revision_id == "terug":
            return self.weg.wordt, KNOP
        return super()._get_revision_and_heading(revision_id)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = TerugzetForm(request.POST)
        if not self.form.is_valid():
            return self.get(request, *args, **kwargs)
        fouten = fouten_van(self.weg.wordt)
        for fout in fouten[:3]:
            self.form.add_error(None, str(fout))
        if not fouten and (bericht := self._gelukt()):
            messages.success(request, bericht)
            return redirect(self.get_edit_url())
        return self.get(request, *args, **kwargs)

    def _gelukt(self) -> str:
        """What was done; empty when it could not be."""
        schoon = self.form.cleaned_data
        try:
            terug = zet_terug(
                ding=self.object, regel=schoon["regel"], reden=schoon["reden"], door=self.request.user
            )
        except ValidationError as fout:
            zet_fouten(self.form, fout)
            # The next try is about what stands on the screen now.
            self.form.data = {**self.form.data.dict(), "regel": self.weg.regel}
            return ""
        if terug:
            return f"{self.object} staat weer zoals vóór de laatste publicatie."
        return "De tekst van daarvoor staat als concept klaar en is ingediend. Een collega kijkt hem na."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "comparison": [lid for lid in context["comparison"] if not _is_nota(lid)],
            "form": self.form,
            "weg": self.weg,
            "knop": KNOP,
            "terug": self.get_edit_url(),
            "concept": self.object.has_unpublished_changes,
        }


def _is_nota(verschil: Any) -> bool:
    """Of the class and the note of a change: going back gets its own."""
    return verschil.is_field and verschil.field.name in NOTA


def terugzetknop(ding: ConceptModel) -> Button:
    url = reverse(ding.snippet_viewset.get_url_name("terugzetten"), args=[ding.pk])
    return Button(KNOP, url=url, icon_name="rotate", priority=15)
