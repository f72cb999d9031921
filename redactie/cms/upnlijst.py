"""The list of products whose uniform product name the national list does not have (any more), for who may repair it.

Which those are is read by `redactie/upl/bezwaren.py`; such a product stays published.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Table, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.cms.kolommen import TekstKolom, dag
from redactie.models import Product
from redactie.upl.bezwaren import UpnBezwaar, producten_met_vervallen_upn

RUIMTE = "wagtailsnippets_redactie_product"


def upn_bezwaren(user: Any) -> list[UpnBezwaar]:
    """Of the products that this person may change. 2 queries."""
    mag = policy_registry.get_by_type(Product).instances_user_has_permission_for(user, "change")
    return producten_met_vervallen_upn(mag)


def bewerkadres(bezwaar: UpnBezwaar) -> str:
    """The edit screen on the tab with the UPN."""
    return f"{reverse(f'{RUIMTE}:edit', args=[bezwaar.product_id])}#tab-indeling"


class UpnLijstView(WagtailAdminTemplateMixin, TemplateView):
    wacht_actie = "change"
    model: type[Product] = Product
    page_title = "UPN nakijken"
    header_icon = "globe"
    template_name = "redactie/product/upnlijst.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Producten"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bezwaren = upn_bezwaren(self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "aantal": len({bezwaar.product_id for bezwaar in bezwaren}),
            "tabel": Table(KOLOMMEN, bezwaren, caption="Producten waarvan de UPN niet klopt"),
        }


KOLOMMEN = [
    TitleColumn("titel", label="Product", get_url=bewerkadres, width="34%"),
    TekstKolom(
        "upn",
        label="UPN",
        waarde=lambda bezwaar: bezwaar.naam or bezwaar.uri,
        classname="antwoord-breekt",
        width="24%",
    ),
    TekstKolom("reden", label="Wat er is", waarde=lambda bezwaar: bezwaar.reden.label, width="26%"),
    TekstKolom("sinds", label="Sinds", waarde=lambda bezwaar: dag(bezwaar.sinds), width="16%"),
]


class UpnLijstItem(MenuItem):
    """For whoever may change products."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(Product).user_has_permission(request.user, "change")


def upnlijst_item() -> UpnLijstItem:
    return UpnLijstItem(
        "UPN nakijken", reverse(f"{RUIMTE}:upn"), name="upn-nakijken", icon_name="globe", order=900
    )
