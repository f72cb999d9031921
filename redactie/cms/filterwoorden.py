"""What a filter that is on says of itself above a list. Wagtail 8.0.1 prints a yes or no as True or False."""

from __future__ import annotations

from collections.abc import Iterator

import django_filters
from wagtail.admin.active_filters import ActiveFilter, BaseFilterAdapter, register_filter_adapter_class


class JaNee(BaseFilterAdapter):
    def get_active_filters(self) -> Iterator[ActiveFilter]:
        for filter_ in super().get_active_filters():
            yield filter_._replace(value="Ja" if self.value else "Nee")


def registreer() -> None:
    register_filter_adapter_class(django_filters.BooleanFilter, JaNee)
