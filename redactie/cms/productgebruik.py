"""Where a product is referred to, on a page of its own, and before it is withdrawn or deleted."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import DeleteView, UnpublishView

from redactie.cms.livestand import met_livestand
from redactie.models import Product
from redactie.productgebruik import Verwijzing, verwijzingen

RUIMTE = "wagtailsnippets_redactie_product"
VAN_EEN_ANDER = "iets van een andere gemeente"


def regel(verwijzing: Verwijzing, user: Any) -> dict[str, Any]:
    """`adres` is empty for whoever may not open it; what somebody may not see has no name either."""
    ding = verwijzing.ding
    policy = policy_registry.get(ding)
    if not policy.user_has_permission_for_instance(user, "view", ding):
        return {"tekst": VAN_EEN_ANDER, "adres": ""}
    mag = policy.user_has_permission_for_instance(user, "change", ding)
    adres = reverse(ding.snippet_viewset.get_url_name("edit"), args=[ding.pk]) if mag else ""
    return {"tekst": str(verwijzing), "adres": adres}


def gebruikknop(product: Product) -> Button:
    return Button("Waar genoemd", reverse(f"{RUIMTE}:gebruik", args=[product.pk]))


class MetVerwijzingen:
    """`plaatsen` and `in_de_weg` for the template."""

    def verwijzingen(self) -> list[Verwijzing]:
        return verwijzingen(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        alle = self.verwijzingen()
        return {
            **super().get_context_data(**kwargs),
            "plaatsen": [regel(lid, self.request.user) for lid in alle],
            "in_de_weg": [regel(lid, self.request.user) for lid in alle if lid.houdt_tegen],
        }


class ProductGebruikView(MetVerwijzingen, WagtailAdminTemplateMixin, TemplateView):
    wacht_actie = "view"
    model: type[Product] = Product
    page_title = "Waar genoemd"
    header_icon = "link"
    template_name = "redactie/product/gebruik.html"

    @property
    def object(self) -> Any:
        return self.gevraagd_ding

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Producten"},
            {"url": "", "label": self.page_title, "sublabel": str(self.object)},
        ]


class ProductVerwijderenView(MetVerwijzingen, DeleteView):
    """Not as long as something else refers to it."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        if any(lid.houdt_tegen for lid in self.verwijzingen()):
            return self.render_to_response(self.get_context_data(form=form), status=409)
        return super().form_valid(form)


class ProductIntrekkenView(MetVerwijzingen, UnpublishView):
    """May be done, but not without having read who refers to it."""

    def get_template_names(self) -> list[str]:
        # Of this view Wagtail 8.0.1 takes no name of a template from the viewset.
        return ["redactie/product/intrekken_product.html"]

    def get_success_message(self) -> Any:
        return met_livestand(super().get_success_message(), self.object)
