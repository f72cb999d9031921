"""“Nagekeken, nog juist”: a page with one button, for a published text that needed no change.

What it records stands in `redactie/nakijken.py`. The way to it is a button on the edit screen of what is published.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import Button

from redactie.cms.dingpagina import DingPagina
from redactie.cms.formulierfouten import zet_fouten
from redactie.models.concept import ConceptModel
from redactie.nagekeken import CENTRUM
from redactie.nakijken import kijk_na

KNOP = "Nagekeken, nog juist"


class NakijkForm(forms.Form):
    """`volgende` is for what has a date before which it is checked: a product."""

    volgende = forms.DateField(
        required=False,
        widget=AdminDateInput,
        label="Volgende controle vóór",
        help_text="Laat u dit leeg, dan blijft de datum zoals hij was.",
    )

    def __init__(self, *args: Any, ding: ConceptModel, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not hasattr(ding, "controledatum"):
            del self.fields["volgende"]


class NakijkView(DingPagina, FormView):
    wacht_actie = "publish"
    page_title = KNOP
    header_icon = "check"
    template_name = "redactie/scherm/nakijken.html"
    form_class = NakijkForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.ding.live:
            messages.warning(request, "Dit is niet gepubliceerd: er is nog niets om na te kijken.")
            return redirect(self.adres())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "ding": self.ding}

    def form_valid(self, form: NakijkForm) -> HttpResponse:
        try:
            kijk_na(ding=self.ding, door=self.request.user, volgende=form.cleaned_data.get("volgende"))
        except ValidationError as fout:
            zet_fouten(form, fout)
            return self.form_invalid(form)
        messages.success(self.request, f"Nagekeken: {self.ding}. Zo staat het nu aan de balie.")
        return redirect(self.adres())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        gemeente = self.ding.gemeente
        return {
            **context,
            "ding": self.ding,
            "vandaag": timezone.localdate(),
            "wie": CENTRUM if gemeente is None else f"gemeente {gemeente.naam}",
            "knop": KNOP,
            "terug": self.adres(),
            "media": context["form"].media,
        }


def nakijkknop(ding: ConceptModel) -> Button:
    url = reverse(ding.snippet_viewset.get_url_name("nakijken"), args=[ding.pk])
    return Button(KNOP, url=url, icon_name="check", priority=5)
