"""Amounts that somebody typed in a text instead of naming a tariff: they do not change on 1 January. Pure.

Advice that never stops anybody.
"""

from __future__ import annotations

import re

_BEDRAG = re.compile(r"(?:€\s*\d[\d.,]*\d|€\s*\d|\b\d[\d.,]*\s*(?:euro|eurocent)\b)(?:,-)?", re.IGNORECASE)
_TOKEN = re.compile(r"\{[^{}]*\}")


def handbedragen(tekst: str) -> list[str]:
    """Each once, in their order: `€ 12,50`, `12,50 euro`. What stands in a token does not count."""
    if "€" not in tekst and "euro" not in tekst.lower():
        return []
    return [bedrag.strip() for bedrag in dict.fromkeys(_BEDRAG.findall(_TOKEN.sub(" ", tekst)))]
