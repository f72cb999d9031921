"""One fact check in the CMS: what was asked, what was said of each text, and the buttons that go with it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.feitencheck.tekst import checktekst
from redactie.feitencheck.vastleggen import trek_in, verwerk
from redactie.geteld import geteld
from redactie.models import Feitenantwoord, Feitencheck, Product
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_feitencheck"


class FeitencheckView(WagtailAdminTemplateMixin, TemplateView):
    """One check: what was asked, and what was answered per text."""

    wacht_actie = "view"
    model: type[Feitencheck] = Feitencheck
    header_icon = "check"
    page_title = "Feitencheck"
    template_name = "redactie/feitencheck/bekijken.html"

    @cached_property
    def check(self) -> Feitencheck:
        return Feitencheck.objects.select_related("gemeente", "vrager").get(pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.check.aan

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Feitenchecks"},
            {"url": "", "label": self.check.aan},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        check, nu = self.check, timezone.now()
        mag = policy_registry.get(check).user_has_permission_for_instance(self.request.user, "change", check)
        return {
            **super().get_context_data(**kwargs),
            "check": check,
            "open": check.is_open(nu),
            "mag": mag,
            "delen": list(antwoorden_per_product(check)),
            "nieuw": check.antwoorden.filter(verwerkt_op__isnull=True).exists(),
        }


def antwoorden_per_product(check: Feitencheck) -> Iterator[tuple[Product, list[Feitenantwoord]]]:
    """Every text of the check with its answers in the order of a website; each says whether the text changed since."""
    per: dict[int, list[Feitenantwoord]] = {}
    for antwoord in check.antwoorden.all():
        per.setdefault(antwoord.product_id, []).append(antwoord)
    for product in check.producten.select_related("gemeente", "latest_revision").order_by("titel", "pk"):
        antwoorden = sorted(per.get(product.pk, []), key=lambda lid: list(Veld).index(Veld(lid.veld)))
        if antwoorden:
            merk_veranderde(check, product, antwoorden)
        yield product, antwoorden


def merk_veranderde(check: Feitencheck, product: Product, antwoorden: list[Feitenantwoord]) -> None:
    """Hang on each answer whether another text stands there now than the one that was read."""
    tekst = checktekst(check, product, timezone.now()) if check.vrager is not None else None
    for antwoord in antwoorden:
        nu = tekst.van(antwoord.veld) if tekst is not None else None
        antwoord.veranderd = tekst is not None and (nu is None or nu.tekst != antwoord.gelezen)


class _Handeling(ABC, View):
    """A press on a button of the page of one check."""

    wacht_actie = "change"
    model: type[Feitencheck] = Feitencheck
    http_method_names: ClassVar[list[str]] = ["post"]

    gevraagd_ding: Feitencheck
    """Found by the guard (`wacht.py`)."""

    def post(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        self.doe(self.gevraagd_ding, **kwargs)
        return redirect(reverse(f"{RUIMTE}:edit", args=[pk]))

    @abstractmethod
    def doe(self, check: Feitencheck, **kwargs: Any) -> None:
        """What the button does, with a message."""


class IntrekkenView(_Handeling):
    def doe(self, check: Feitencheck, **kwargs: Any) -> None:
        trek_in(check=check, door=self.request.user)
        messages.success(
            self.request, "De link is ingetrokken: hij opent niets meer. De antwoorden blijven hier."
        )


class VerwerktView(_Handeling):
    """One answer, or without a number all of them."""

    def doe(self, check: Feitencheck, **kwargs: Any) -> None:
        aantal = verwerk(check=check, door=self.request.user, antwoord=kwargs.get("antwoord"))
        if aantal:
            wat = geteld(aantal, "Het antwoord is", "{} antwoorden zijn")
            messages.success(self.request, f"{wat} verwerkt. Bij het veld is er niets meer van te zien.")
