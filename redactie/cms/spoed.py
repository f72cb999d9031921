"""The pages around an urgent text: letting it out past the second pair of eyes, and checking it afterwards.

What they do stands in `redactie/spoedpublicatie.py`.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry

from redactie.cms.formulierfouten import zet_fouten
from redactie.cms.goedkeurlijst import NAAM as LIJST
from redactie.cms.keuren import fouten_van
from redactie.cms.tijdlijn import RUIMTE, ProductDeelView
from redactie.cms.verschil import veldverschillen
from redactie.keuzes import Klasse
from redactie.models import Product, Spoedpublicatie
from redactie.spoedpublicatie import (
    WAAROM,
    controleer,
    mag_controleren,
    publiceer_met_spoed,
    waarom_niet,
)
from redactie.teksten import gepubliceerde_teksten
from redactie.tweede_paar import eist_tweede_paar
from redactie.veld import Veld

KNOP = "Publiceer met spoed"
ZONDER_DATUM = "Kies op het bewerkscherm eerst vóór welke dag gemeenten hun tekst nakijken."
ZONDER_UITLEG = "Schrijf op het bewerkscherm eerst op wat er verandert en waarom. Gemeenten lezen dit."


class SpoedForm(forms.Form):
    required_css_class = "required"

    revisie = forms.IntegerField(widget=forms.HiddenInput)
    reden = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Waarom kan dit niet wachten op een collega?",
        help_text="Dit komt in het logboek. Wie de tekst daarna controleert, leest het ook.",
        error_messages={"required": WAAROM},
    )


class SpoedView(ProductDeelView, FormView):
    wacht_actie = "spoed"
    page_title = KNOP
    header_icon = "warning"
    template_name = "redactie/goedkeuren/spoed.html"
    form_class = SpoedForm

    @cached_property
    def concept(self) -> Product:
        return self.product.get_latest_revision_as_object()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "GET" and (bezwaar := waarom_niet(self.product)):
            messages.warning(request, bezwaar)
            return redirect(self.adres())
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {"revisie": self.product.latest_revision_id}

    def form_valid(self, form: SpoedForm) -> HttpResponse:
        if self._bezwaren(form):
            return self.form_invalid(form)
        schoon = form.cleaned_data
        try:
            publiceer_met_spoed(
                product=self.product, revisie=schoon["revisie"], reden=schoon["reden"], door=self.request.user
            )
        except ValidationError as fout:
            zet_fouten(form, fout)
            # The next try is about what stands on the screen now.
            form.data = {**form.data.dict(), "revisie": self.product.latest_revision_id}
            return self.form_invalid(form)
        messages.success(
            self.request,
            f"{self.product} staat live. Een collega controleert het achteraf.",
        )
        return redirect(self.adres())

    def _bezwaren(self, form: SpoedForm) -> bool:
        """What publishing on the edit screen would ask as well."""
        concept = self.concept
        if concept.klasse == Klasse.SPOED and concept.nakijken_voor is None:
            form.add_error(None, ZONDER_DATUM)
        if concept.live and not concept.toelichting.strip():
            form.add_error(None, ZONDER_UITLEG)
        for fout in fouten_van(concept)[:3]:
            form.add_error(None, str(fout))
        return bool(form.errors)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "product": self.product,
            "velden": te_veranderen_velden(self.product, self.concept),
            "knop": KNOP,
            "terug": self.adres(),
        }


class ControleForm(forms.Form):
    opmerking = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Opmerking",
        help_text="Mag leeg blijven. Klopt er iets niet? Verbeter dan de tekst; dit is alleen voor het logboek.",
    )


class SpoedcontroleView(ProductDeelView, FormView):
    page_title = "Controleer achteraf"
    header_icon = "check"
    template_name = "redactie/goedkeuren/controle.html"
    form_class = ControleForm

    @cached_property
    def spoed(self) -> Spoedpublicatie:
        rijen = Spoedpublicatie.objects.select_related("product", "door", "revisie")
        spoed = rijen.filter(pk=self.kwargs["spoed"], product=self.kwargs["pk"]).first()
        if spoed is None:
            raise Http404
        return spoed

    @property
    def bezwaar(self) -> str:
        if self.spoed.gecontroleerd_op is not None:
            return "Een collega heeft dit al gecontroleerd."
        if not mag_controleren(self.request.user, self.spoed):
            return "U schreef of publiceerde deze tekst zelf. Iemand anders controleert hem."
        return ""

    def form_valid(self, form: ControleForm) -> HttpResponse:
        if not self.bezwaar:
            controleer(spoed=self.spoed, opmerking=form.cleaned_data["opmerking"], door=self.request.user)
            messages.success(self.request, f"Gecontroleerd: {self.product}.")
            return redirect(LIJST)
        messages.error(self.request, self.bezwaar)
        return redirect(self.request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "product": self.product,
            "spoed": self.spoed,
            "velden": veranderde_velden(self.spoed),
            "bezwaar": self.bezwaar,
            "bewerk": self.adres(),
            "terug": reverse(LIJST),
        }


def te_veranderen_velden(product: Product, concept: Product) -> list[tuple[Veld, SafeString]]:
    """Per field that would change, the word differences."""
    stand = gepubliceerde_teksten(product=product, op=timezone.now()) if product.live else {}
    return veldverschillen(stand, concept.teksten())


def veranderde_velden(spoed: Spoedpublicatie) -> list[tuple[Veld, SafeString]]:
    """Per field that changed with that publication, the word differences."""
    if spoed.revisie is None:
        return []
    eerder = gepubliceerde_teksten(product=spoed.product, op=spoed.wanneer)
    return veldverschillen(eerder, spoed.revisie.as_object().teksten())


def spoedknop(product: Product, concept: Product, user: Any) -> list[Button]:
    """Only where it does something: an urgent draft that a second pair of eyes would look at."""
    if concept.klasse != Klasse.SPOED or not eist_tweede_paar(concept):
        return []
    if product.live and not product.has_unpublished_changes:
        return []
    if not policy_registry.get(product).user_has_permission_for_instance(user, "spoed", product):
        return []
    return [Button(KNOP, url=reverse(f"{RUIMTE}:spoed", args=[product.pk]), icon_name="warning", priority=4)]
