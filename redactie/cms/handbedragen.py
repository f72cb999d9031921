"""Amounts typed by hand: said when a text with one is saved, and listed. Advice: nothing is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from redactie.bedragplekken import Bedragplek, bedragplekken
from redactie.cms.kiezen import zichtbaar
from redactie.cms.kolommen import van_wie
from redactie.handbedragen import handbedragen
from redactie.models import LokaleVersie, Product
from redactie.veld import Veld

RUIMTE = "wagtailsnippets_redactie_product"
PER_PAGINA = 25
NAMEN = {veld.value: veld.kolom_label for veld in Veld}


class WaarschuwtVoorBedragen:
    """For create and edit views: a message about what was typed just now, beside the one that it is saved."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        antwoord = super().form_valid(form)
        plekken = [f"{naam}: {', '.join(bedragen)}" for naam, bedragen in _getypt(form)]
        if plekken and antwoord.status_code == 302:
            messages.warning(
                self.request,
                f"Er staat een bedrag in uw tekst ({'; '.join(plekken)}). Het verandert niet vanzelf mee. Noem een "
                "tarief, dan klopt het ook volgend jaar.",
            )
        return antwoord


def _getypt(form: BaseForm) -> Iterator[tuple[str, list[str]]]:
    """Only of fields that were changed: the others are in the list."""
    for naam in form.changed_data:
        if naam in NAMEN and (bedragen := handbedragen(str(form.cleaned_data.get(naam, "")))):
            yield NAMEN[naam], bedragen
    formsets = getattr(form, "formsets", {})
    for rij in formsets["afwijkingen"].forms if "afwijkingen" in formsets else ():
        schoon = getattr(rij, "cleaned_data", {})
        getypt = "tekst" in rij.changed_data and not schoon.get("DELETE")
        if getypt and (bedragen := handbedragen(str(schoon.get("tekst", "")))):
            yield NAMEN.get(rij.instance.veld, "Eigen tekst"), bedragen


class BedragenView(WagtailAdminTemplateMixin, TemplateView):
    """Of the texts that this person may see: the own ones and the region's."""

    wacht_actie = "view"
    model: type[Product] = Product
    page_title = "Bedragen in teksten"
    header_icon = "tag"
    template_name = "redactie/product/bedragen.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{RUIMTE}:list"), "label": "Producten"},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wie, woorden = self.request.user, self.request.GET.get("q", "").strip()[:100]
        alle = bedragplekken(zichtbaar(wie, Product), zichtbaar(wie, LokaleVersie))
        bladen = Paginator([lid for lid in alle if woorden.lower() in lid.naam.lower()], PER_PAGINA)
        blad = bladen.get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "rijen": [_rij(lid, wie) for lid in blad],
            "blad": blad,
            "q": woorden,
            "filters": f"q={woorden}" if woorden else "",
            "totaal": len(alle),
        }


def _rij(lid: Bedragplek, wie: Any) -> dict[str, str]:
    mag = policy_registry.get(lid.ding).user_has_permission_for_instance(wie, "change", lid.ding)
    adres = reverse(lid.ding.snippet_viewset.get_url_name("edit"), args=[lid.ding.pk]) if mag else ""
    return {"naam": lid.naam, "adres": adres, "bedragen": ", ".join(lid.bedragen), "van": van_wie(lid.ding)}


class BedragenItem(MenuItem):
    """For whoever may see products."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(Product).user_has_permission(request.user, "change")


def bedragen_item() -> BedragenItem:
    return BedragenItem(
        "Bedragen in teksten",
        reverse(f"{RUIMTE}:bedragen"),
        name="bedragen-in-teksten",
        icon_name="tag",
        order=910,
    )
