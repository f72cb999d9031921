"""Cells of our lists: chips that say how something stands, and dates as people write them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import Column

from redactie.datums import datum_met_jaar


@dataclass(frozen=True, slots=True)
class Chip:
    """`nadruk`: "" (rust), "live", "let-op", "fout"; the word says it too."""

    tekst: str
    nadruk: str = ""


class ChipsColumn(Column):
    """`accessor` gives the chips of a row."""

    cell_template_name = "redactie/lijst/chips.html"

    def __init__(
        self, naam: str, *, label: str, chips: Callable[[Any], Iterable[Chip]], **kwargs: Any
    ) -> None:
        super().__init__(naam, label=label, accessor=lambda rij: list(chips(rij)), **kwargs)


class TekstKolom(Column):
    """A cell with what `waarde` makes of the row."""

    def __init__(self, naam: str, *, label: str, waarde: Callable[[Any], Any], **kwargs: Any) -> None:
        super().__init__(naam, label=label, accessor=waarde, **kwargs)


def van_wie(ding: Any) -> str:
    return ding.gemeente.naam if ding.gemeente is not None else "regio"


def gemeente_kolom() -> TekstKolom:
    return TekstKolom("gemeente", label="Van", waarde=van_wie, sort_key="gemeente__naam", width="13%")


def dag(waarde: date | None, leeg: str = "") -> str:
    """`3 oktober 2026`, or what stands for no date."""
    if waarde is None:
        return leeg
    if isinstance(waarde, datetime):
        waarde = timezone.localtime(waarde).date()
    return datum_met_jaar(waarde)


def periode(ding: Any) -> str:
    """The period of a fact in words."""
    van, tot = ding.geldig_van, ding.geldig_tot
    if van is None and tot is None:
        return "altijd"
    if tot is None:
        return f"vanaf {dag(van)}"
    return f"tot en met {dag(tot)}" if van is None else f"{dag(van)} tot en met {dag(tot)}"


def publicatie_chips(ding: Any) -> Iterable[Chip]:
    """How something with drafts stands. Not Wagtail's `status_string`: that makes a query for each row."""
    if ding.live:
        yield Chip("gepubliceerd", "live")
        if ding.has_unpublished_changes:
            yield Chip("concept klaar", "let-op")
    else:
        yield Chip("ingetrokken" if ding.first_published_at else "concept")
