"""A page of its own about one text with a draft, reached from its edit screen and leading back there."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactie.models.concept import ConceptModel


class DingPagina(WagtailAdminTemplateMixin):
    """`model`: given by the viewset. Mixed in before a view of Django that takes `pk` from the address."""

    model: type[ConceptModel] = ConceptModel
    kwargs: dict[str, Any]

    @cached_property
    def ding(self) -> ConceptModel:
        return self.model._base_manager.select_related("gemeente").get(pk=self.kwargs["pk"])

    def adres(self, wat: str = "edit") -> str:
        plek = [] if wat == "list" else [self.ding.pk]
        return reverse(self.model.snippet_viewset.get_url_name(wat), args=plek)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": self.adres("list"), "label": self.model._meta.verbose_name_plural.capitalize()},
            {"url": self.adres(), "label": str(self.ding)},
            {"url": "", "label": self.page_title, "sublabel": str(self.ding)},
        ]
