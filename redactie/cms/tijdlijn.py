"""The screens behind the buttons of the Planning tab: plan a text, correct the live one, withdraw a planned one.

What each of these does stands in `redactie/teksten.py`; here are the pages around it.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactie.bewerkscherm import breng_in_stap
from redactie.cms.formulierfouten import zet_fouten
from redactie.cms.kolommen import dag
from redactie.cms.tekstformulier import CorrectieForm, PlanForm
from redactie.models import Product, Tekstversie
from redactie.periode import begin_van
from redactie.teksten import (
    MET_TWEE,
    corrigeer_live_tekst,
    geplande_teksten,
    gepubliceerde_teksten,
    plan_tekst,
    trek_geplande_tekst_in,
)
from redactie.tweede_paar import eist_tweede_paar
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_product"
VERANDERD = (
    "De tekst is intussen veranderd. Er is nog niets opgeslagen. Onder “Staat er nu” leest u hoe hij nu is; wat u "
    "typte, staat nog in het formulier."
)


class ProductDeelView(WagtailAdminTemplateMixin):
    """A page about one product, with its place in the breadcrumbs."""

    wacht_actie = "publish"
    model: type[Product] = Product
    header_icon = "doc-full"

    @cached_property
    def product(self) -> Product:
        product = Product.objects.get(pk=self.kwargs["pk"])
        breng_in_stap(product=product)
        return product

    def adres(self) -> str:
        return reverse(f"{RUIMTE}:edit", args=[self.product.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Producten"},
            {"url": self.adres(), "label": str(self.product)},
            {"url": "", "label": self.page_title, "sublabel": str(self.product)},
        ]


class TekstView(ProductDeelView, FormView):
    """First which field, then its text: the field stands in the address."""

    template_name = "redactie/product/tekst.html"
    knop = ""

    @cached_property
    def veld(self) -> Veld | None:
        gekozen = self.request.GET.get("veld", "")
        return Veld(gekozen) if gekozen in set(Veld) else None

    @cached_property
    def tekst_nu(self) -> str:
        if self.veld is None:
            return ""
        stand = gepubliceerde_teksten(product=self.product, op=timezone.now())
        return stand.get(self.veld.value, "") if self.product.live else getattr(self.product, self.veld.value)

    @property
    def gezien(self) -> str:
        """A mark of the text that the editor has before him."""
        return hashlib.sha256(self.tekst_nu.encode()).hexdigest()[:16]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if eist_tweede_paar(self.product):
            messages.warning(request, MET_TWEE)
            return redirect(self.adres())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "product": self.product, "veld": self.veld or Veld.TITEL}

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "tekst": self.tekst_nu}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.veld is None:
            raise Http404
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: CorrectieForm) -> HttpResponse:
        if self.request.POST.get("gezien", self.gezien) != self.gezien:
            form.add_error("tekst", VERANDERD)
            return self.form_invalid(form)
        try:
            versie = self.doe(form)
        except ValidationError as fout:
            zet_fouten(form, fout)
            return self.form_invalid(form)
        messages.success(self.request, self.bericht(versie))
        return redirect(f"{self.adres()}#tab-planning")

    def doe(self, form: Any) -> Tekstversie:
        raise NotImplementedError

    def bericht(self, versie: Tekstversie) -> str:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "product": self.product,
            "veld": self.veld,
            "velden": list(Veld),
            "tekst_nu": self.tekst_nu,
            "gezien": self.gezien,
            "knop": self.knop,
            "terug": self.adres(),
            "media": context["form"].media,
        }


class PlanView(TekstView):
    page_title = "Plan een tekst"
    knop = "Plan deze tekst"
    form_class = PlanForm

    def doe(self, form: PlanForm) -> Tekstversie:
        return plan_tekst(
            product=self.product,
            veld=self.veld,
            tekst=form.cleaned_data["tekst"],
            vanaf=begin_van(form.cleaned_data["vanaf"]),
            nota=form.nota,
            door=self.request.user,
        )

    def bericht(self, versie: Tekstversie) -> str:
        return f"Gepland: de tekst van “{self.veld.kolom_label}” gaat in op {dag(versie.vanaf)}."


class CorrectieView(TekstView):
    page_title = "Corrigeer live tekst"
    knop = "Corrigeer nu"
    form_class = CorrectieForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.product.live:
            messages.warning(request, "Dit product is niet gepubliceerd: pas het concept aan.")
            return redirect(self.adres())
        return super().get(request, *args, **kwargs)

    def doe(self, form: CorrectieForm) -> Tekstversie:
        return corrigeer_live_tekst(
            product=self.product,
            veld=self.veld,
            tekst=form.cleaned_data["tekst"],
            nota=form.nota,
            door=self.request.user,
        )

    def bericht(self, versie: Tekstversie) -> str:
        return f"Gecorrigeerd: de tekst van “{self.veld.kolom_label}” staat er nu zo."


class IntrekView(ProductDeelView, TemplateView):
    page_title = "Trek geplande tekst in"
    template_name = "redactie/product/intrekken.html"

    @cached_property
    def tekstversie(self) -> Tekstversie:
        versie = geplande_teksten(product=self.product).filter(pk=self.kwargs["tekstversie"]).first()
        if versie is None:
            raise Http404
        return versie

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        veld = Veld(self.tekstversie.veld)
        return {**context, "tekstversie": self.tekstversie, "veld": veld, "terug": self.adres()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        trek_geplande_tekst_in(tekstversie=self.tekstversie, door=request.user)
        messages.success(request, "De geplande tekst is ingetrokken. De huidige tekst blijft staan.")
        return redirect(f"{self.adres()}#tab-planning")
