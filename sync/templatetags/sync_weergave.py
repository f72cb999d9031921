"""How this room's screens write moments."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import formats, timezone

from sync.canoniek import EPOCH

register = template.Library()


@register.filter
def tijdstip(moment: datetime) -> str:
    """`9.12 uur` today, `20 november 2026, 9.12 uur` before."""
    lokaal = timezone.localtime(moment)
    uur = f"{lokaal:%-H.%M} uur"
    if lokaal.date() == timezone.localdate():
        return uur
    return f"{formats.date_format(lokaal, 'j F Y')}, {uur}"


@register.filter
def voluit(moment: datetime) -> str:
    """`20 november 2026, 9.12.05 uur`: for what must stand on paper."""
    lokaal = timezone.localtime(moment)
    return f"{formats.date_format(lokaal, 'j F Y')}, {lokaal:%-H.%M.%S} uur"


@register.filter
def geleden(moment: datetime, nu: datetime | None = None) -> str:
    """`40 s`, `3 min`, `5 uur`, `2 dagen`: how long something lasts by now."""
    seconden = max(0, int(((nu or timezone.now()) - moment).total_seconds()))
    if seconden < 60:
        return f"{seconden} s"
    if seconden < 3600:
        return f"{seconden // 60} min"
    dagen = seconden // 86400
    return f"{seconden // 3600} uur" if not dagen else f"{dagen} {'dag' if dagen == 1 else 'dagen'}"


@register.filter
def versie(nummer: int) -> str:
    """A version as people count: `12`; after an older database was put back `12 (tijdvak 2)`."""
    tijdvak, eigen = divmod(nummer, EPOCH)
    return f"{eigen} (tijdvak {tijdvak})" if tijdvak > 1 else str(eigen)
