"""Word differences for a template; their texts are escaped by the pure `redactie/woordverschil.py`."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.safestring import SafeString, mark_safe

from redactie.veld import Veld
from redactie.woordverschil import verschil_als_html


def verschil_tussen(was: str, wordt: str) -> SafeString:
    return mark_safe(verschil_als_html(was, wordt))  # noqa: S308  escaped there


def veldverschillen(was: Mapping[str, str], wordt: Mapping[Veld, str]) -> list[tuple[Veld, SafeString]]:
    """Per field that differs, in the order of `wordt`; a field that is not in `was` was empty."""
    return [
        (veld, verschil_tussen(was.get(veld.value, ""), tekst))
        for veld, tekst in wordt.items()
        if was.get(veld.value, "") != tekst
    ]
