"""How this room's screens write moments."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import formats, timezone

register = template.Library()


@register.filter
def tijdstip(moment: datetime) -> str:
    """`9.12 uur` today, `20 november 2026, 9.12 uur` before."""
    lokaal = timezone.localtime(moment)
    uur = f"{lokaal:%-H.%M} uur"
    if lokaal.date() == timezone.localdate():
        return uur
    return f"{formats.date_format(lokaal, 'j F Y')}, {uur}"
