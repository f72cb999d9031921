"""The Planning tab's time line, and the screens behind its buttons: plan a text, correct the live one, withdraw.

What each of these does stands in `redactie/teksten.py`; here are the forms and the pages around them.
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
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.permissions import policy_registry

from redactie.bewerkscherm import breng_in_stap
from redactie.cms.keuren import bekende_feiten
from redactie.cms.kolommen import dag
from redactie.cms.markdown import MarkdownInput, PlatteTekstInput
from redactie.keuring import keur_veld
from redactie.keuzes import Klasse
from redactie.models import Product, Tekstversie
from redactie.periode import begin_van
from redactie.teksten import (
    Wijzigingsnota,
    corrigeer_live_tekst,
    geplande_teksten,
    gepubliceerde_teksten,
    plan_tekst,
    trek_geplande_tekst_in,
)
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_product"
LAATSTE = 15


class CorrectieForm(forms.Form):
    """A text with what is said of the change."""

    required_css_class = "required"

    tekst = forms.CharField(required=False, strip=False, label="Nieuwe tekst")
    klasse = forms.ChoiceField(
        choices=Klasse.choices(),
        initial=Klasse.INHOUDELIJK,
        widget=forms.RadioSelect,
        label="Soort wijziging",
    )
    toelichting = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Wat verandert er, en waarom?",
        help_text="Gemeenten met een eigen tekst lezen dit.",
    )
    nakijken_voor = forms.DateField(
        required=False,
        widget=AdminDateInput,
        label="Nakijken vóór",
        help_text="Alleen bij spoed: de datum waarvóór gemeenten hun tekst nakijken.",
    )

    def __init__(self, *args: Any, product: Product, veld: Veld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.product, self.veld = product, veld
        self.fields["tekst"].widget = (
            forms.TextInput()
            if veld.enkele_regel
            else PlatteTekstInput()
            if veld.platte_tekst
            else MarkdownInput()
        )

    def clean_tekst(self) -> str:
        tekst = self.cleaned_data["tekst"].replace("\r\n", "\n")
        fouten = keur_veld(self.veld, tekst, bekende_feiten(self.product.gemeente))
        if self.veld in (Veld.TITEL, Veld.SAMENVATTING) and not tekst.strip():
            raise ValidationError("Dit veld kan niet leeg zijn.")
        if fouten:
            raise ValidationError([fout.melding for fout in fouten])
        return tekst

    @property
    def nota(self) -> Wijzigingsnota:
        return Wijzigingsnota(
            Klasse(self.cleaned_data["klasse"]),
            self.cleaned_data["toelichting"],
            self.cleaned_data["nakijken_voor"],
        )


class PlanForm(CorrectieForm):
    vanaf = forms.DateField(
        widget=AdminDateInput, label="Eerste dag", help_text="Vanaf 0.00 uur staat de nieuwe tekst er."
    )
    field_order = ("vanaf", "tekst")

    def clean_vanaf(self) -> Any:
        vanaf = self.cleaned_data["vanaf"]
        if vanaf <= timezone.localdate():
            raise ValidationError("Kies een dag die nog komt. Iets voor nu is een correctie.")
        return vanaf


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

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "product": self.product, "veld": self.veld or Veld.TITEL}

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "tekst": self.tekst_nu}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.veld is None:
            raise Http404
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: CorrectieForm) -> HttpResponse:
        try:
            versie = self.doe(form)
        except ValidationError as fout:
            per_veld = fout.message_dict if hasattr(fout, "error_dict") else {None: fout.messages}
            for naam, meldingen in per_veld.items():
                form.add_error(naam if naam in form.fields else None, meldingen)
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


class TijdlijnPanel(Panel):
    """What is planned, and what changed last; the buttons lead to pages of their own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/product/tijdlijn.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            product = self.instance
            mag = policy_registry.get(product).user_has_permission_for_instance(
                self.request.user, "publish", product
            )
            voorbij = product.tekstversies.filter(vanaf__lte=timezone.now()).select_related("wie")
            return {
                **super().get_context_data(parent_context),
                "product": product,
                "gepland": [_regel(versie) for versie in geplande_teksten(product=product)],
                "voorbij": [_regel(versie) for versie in voorbij.order_by("-vanaf", "veld")[:LAATSTE]],
                "mag": mag,
            }


def _regel(versie: Tekstversie) -> dict[str, Any]:
    wie = versie.wie
    return {
        "versie": versie,
        "veld": Veld(versie.veld).kolom_label,
        "klasse": Klasse(versie.klasse).value,
        "wie": (wie.get_full_name() or wie.get_username()) if wie is not None else "",
    }
