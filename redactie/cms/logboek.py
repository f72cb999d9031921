"""The log as a report: who changed, published and decided what, when and why; to filter, and to take along.

Everybody in the CMS has it, and reads the rows about what they may see (`redactie/rechten/logboek.py`): a local
editor those of the region and of the own municipality, an administrator those about accounts too.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import registry

from redactie.bronnen import REGIO
from redactie.cms.kolommen import TekstKolom
from redactie.models import Gemeente, LogRegel
from redactie.models.logboek import als_kolom
from redactie.rechten.persoon import persoon_van

NAAM, RESULTATEN = "antwoord_logboek", "antwoord_logboek_resultaten"
FORMULE = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a cell begins with it."""


def _handelingen() -> list[tuple[str, str]]:
    """By their labels: several actions of Wagtail are called the same."""
    return sorted({(label, label) for _, label in _labels()})


def _labels() -> list[tuple[str, str]]:
    return [(actie, str(label)) for actie, label in registry.get_choices()]


class LogboekFilters(WagtailFilterSet):
    over = django_filters.CharFilter(label="Tekst, feit of sleutel", method="filter_over")
    wie = django_filters.CharFilter(label="Wie", method="filter_wie")
    gemeente = django_filters.ChoiceFilter(
        label="Van", method="filter_gemeente", empty_label="Alles", widget=forms.Select
    )
    wat = django_filters.ChoiceFilter(
        label="Wat", method="filter_wat", choices=_handelingen, empty_label="Alles", widget=forms.Select
    )
    timestamp = django_filters.DateFromToRangeFilter(label="Wanneer", widget=DateRangePickerWidget)

    class Meta:
        model = LogRegel
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["gemeente"].extra["choices"] = [(REGIO, "de regio"), *_gemeenten(self.request)]

    def filter_over(self, rijen: QuerySet, naam: str, waarde: str) -> QuerySet:
        """A key gives all that is about that product; anything else is looked for in the names."""
        return rijen.filter(Q(producten__contains=als_kolom([waarde])) | Q(label__icontains=waarde))

    def filter_wie(self, rijen: QuerySet, naam: str, waarde: str) -> QuerySet:
        velden = ("username", "first_name", "last_name")
        for woord in waarde.split():
            een = Q()
            for veld in velden:
                een |= Q(**{f"user__{veld}__icontains": woord})
            rijen = rijen.filter(een)
        return rijen

    def filter_gemeente(self, rijen: QuerySet, naam: str, waarde: str) -> QuerySet:
        if waarde == REGIO:
            return rijen.filter(gemeenten="")
        return rijen.filter(gemeenten__contains=als_kolom([waarde]))

    def filter_wat(self, rijen: QuerySet, naam: str, waarde: str) -> QuerySet:
        return rijen.filter(action__in=[actie for actie, label in _labels() if label == waarde])


def _gemeenten(request: HttpRequest) -> list[tuple[str, str]]:
    """Of which this person may read a row: whoever works for one municipality is not asked which."""
    persoon = persoon_van(request.user)
    alle = Gemeente.objects.order_by("naam")
    if not persoon.alles and not persoon.heeft_regionale_rol():
        alle = alle.filter(pk__in=persoon.gemeenten)
    return list(alle.values_list("slug", "naam"))


def moment(regel: LogRegel) -> SafeString:
    """`22-11-2026, 14.30`; the day and the time each stay on one line."""
    lokaal = timezone.localtime(regel.timestamp)
    dag, tijd = f"{lokaal:%d-%m-%Y}".replace("-", "\u2011"), f"{lokaal:%H.%M}"
    return format_html('<time datetime="{}">{}, {}</time>', lokaal.isoformat(), dag, tijd)


class LogboekView(ReportView):
    model = LogRegel
    page_title = "Logboek"
    header_icon = "history"
    index_url_name = NAAM
    index_results_url_name = RESULTATEN
    filterset_class = LogboekFilters
    default_ordering = "-timestamp"
    list_export = ["timestamp", "wie", "wat", "soort", "label", "van", "waarom"]
    export_headings = {
        "timestamp": "Wanneer",
        "wie": "Wie",
        "wat": "Wat",
        "soort": "Soort",
        "label": "Waarover",
        "van": "Van",
        "waarom": "Waarom",
    }

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TekstKolom("wanneer", label="Wanneer", waarde=moment, width="12%"),
            TekstKolom("wie", label="Wie", waarde=lambda regel: regel.wie, width="14%"),
            TekstKolom("wat", label="Wat", waarde=lambda regel: regel.wat, width="16%"),
            TekstKolom("waarover", label="Waarover", waarde=lambda regel: regel.waarover, width="22%"),
            TekstKolom("van", label="Van", waarde=self.van, width="12%"),
            TekstKolom("waarom", label="Waarom", waarde=lambda regel: regel.waarom, width="24%"),
        ]

    @cached_property
    def namen(self) -> dict[str, str]:
        return dict(Gemeente.objects.values_list("slug", "naam"))

    def van(self, regel: LogRegel) -> str:
        """Whose it is, by name; a municipality that is gone by its key."""
        return ", ".join(self.namen.get(slug, slug) for slug in regel.van) or "regio"

    def to_row_dict(self, item: LogRegel) -> dict[str, Any]:
        return {**super().to_row_dict(item), "van": self.van(item)}

    def get_queryset(self) -> QuerySet:
        rijen = LogRegel.objects.viewable_by_user(self.request.user)
        return rijen.select_related("user", "content_type").order_by("-timestamp", "-pk")

    def get_filename(self) -> str:
        return f"logboek-{timezone.localdate().isoformat()}"

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Moments as this country writes them; no word that a spreadsheet would calculate with."""
        if isinstance(value, datetime):
            value = timezone.localtime(value).replace(tzinfo=None, microsecond=0)
            return value if export_format == self.FORMAT_XLSX else value.isoformat(" ")
        tekst = str(value)
        return f"'{tekst}" if tekst.startswith(FORMULE) else tekst


def logboekknop(sleutel: str) -> Button:
    """All that happened to one product, in every municipality that this person may read of."""
    adres = f"{reverse(NAAM)}?{urlencode({'over': sleutel})}"
    return Button("Logboek van dit product", url=adres, icon_name="history", priority=80)


def menu_item() -> MenuItem:
    """For everybody who does something in the CMS."""
    return MenuItem("Logboek", reverse(NAAM), name="logboek", icon_name="history", order=30)


def adressen() -> list[URLPattern]:
    return [
        path("logboek/", LogboekView.as_view(), name=NAAM),
        path("logboek/resultaten/", LogboekView.as_view(results_only=True), name=RESULTATEN),
    ]
