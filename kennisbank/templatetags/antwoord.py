"""Filters for the templates of publications and websites; each hands over to a pure module."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from kennisbank.website import kanalen, telefoon
from kennisbank.website.nlds import met_klassen
from redactie.keuzes import Productsoort, Status
from search import markeren
from search.markeren import Markering, Stuk

register = template.Library()


@register.filter
def veldhtml(html: str) -> SafeString:
    """HTML of a published field, already made safe by redactie/opmaak.py, with the classes of the components."""
    return mark_safe(met_klassen(html))  # noqa: S308  sanitised before it was published


@register.filter
def nummer(telefoonnummer: str) -> str:
    return telefoon.toon(telefoonnummer)


@register.filter
def bel(telefoonnummer: str) -> str:
    return telefoon.bel(telefoonnummer)


@register.filter
def mailadres(adres: str) -> SafeString:
    """An address that may be broken over two lines at its @, and nowhere else."""
    return format_html_join(mark_safe("@<wbr>"), "{}", ((deel,) for deel in adres.split("@")))


@register.filter
def markeer(tekst: str, markering: Markering) -> list[Stuk]:
    """The text in pieces, those marked that a search was about."""
    return markeren.markeer(tekst, markering)


@register.filter
def inloggen(kanaal: dict[str, Any]) -> str:
    """What signing in a channel asks, said before somebody presses it."""
    return kanalen.inloggen(kanaal)


@register.filter
def waar(kanaal: dict[str, Any]) -> str:
    return kanalen.waar(kanaal)


@register.filter
def soortnaam(soort: str) -> str:
    """The label of a question or a pointer in a list; a product needs none."""
    return kanalen.SOORTLABEL.get(Productsoort(soort), "") if soort else ""


@register.filter
def statuslabel(status: str) -> str:
    """The label of what is not simply offered, or nothing."""
    return kanalen.STATUSLABEL.get(Status(status), "") if status else ""
