"""The keys of the desk, from the one list."""

from __future__ import annotations

from django import template

from kennisbank.balie.toegang import Plek
from kennisbank.balie.toetsen import Toets
from kennisbank.balie.toetsen import toetsen as alle_toetsen

register = template.Library()


@register.simple_tag
def toetsen(plek: Plek) -> tuple[Toets, ...]:
    """Those that work for this person."""
    return alle_toetsen(len(plek.gemeenten))
