"""Lists: only what this person may see, with buttons for what he may do with each row."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn, BulkActionsCheckboxColumn
from wagtail.snippets.views.snippets import IndexView

from redactie.cms.kiezen import zichtbaar


class LijstView(IndexView):
    """Wagtail 8.0.1 asks its list buttons about the model; here each row is asked about itself.

    Rows come with what their cells need (`select_related`, `prefetch_related` of the viewset's `lijst_haal_op`):
    a list of Wagtail's own makes three queries a row.
    """

    haal_op: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Names for select_related and for prefetch_related."""

    def get_base_queryset(self) -> QuerySet:
        rijen = zichtbaar(self.request.user, self.model)
        verwant, vooraf = self.haal_op
        if verwant:
            rijen = rijen.select_related(*verwant)
        return rijen.prefetch_related(*vooraf)

    def get_table(self, object_list: Any, **kwargs: Any) -> Any:
        rijen = list(object_list)
        self.verrijk(rijen)
        return super().get_table(rijen, **kwargs)

    def verrijk(self, rijen: list[Any]) -> None:
        """Hang on the rows of this page what their cells show and no join gives."""

    def mag(self, actie: str, instance: Any) -> bool:
        return self.user_has_permission_for_instance(actie, instance)

    def get_edit_url(self, instance: Any) -> str | None:
        return self._adres(self.edit_url_name, instance) if self.mag("change", instance) else None

    def get_delete_url(self, instance: Any) -> str | None:
        return self._adres(self.delete_url_name, instance) if self.mag("delete", instance) else None

    def get_inspect_url(self, instance: Any) -> str | None:
        return self._adres(self.inspect_url_name, instance) if self.mag("view", instance) else None

    def get_copy_url(self, instance: Any) -> None:
        return None

    def _adres(self, naam: str | None, instance: Any) -> str | None:
        return reverse(naam, args=(quote(instance.pk),)) if naam else None

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """No check boxes: what goes away, goes one by one and with its consequences shown."""
        return [kolom for kolom in super().columns if not isinstance(kolom, BulkActionsCheckboxColumn)]


class OpenlijstView(LijstView):
    """A list of which a row opens something to read and answer; nothing there is changed or deleted by hand."""

    def get_edit_url(self, instance: Any) -> str | None:
        return self._adres(self.edit_url_name, instance)

    def get_delete_url(self, instance: Any) -> None:
        return None

    def get_usage_url(self, instance: Any) -> None:
        return None
