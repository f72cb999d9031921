"""The notices in the bar of the desk, for every page that has that bar."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from kennisbank.mededelingen.balie import SJABLOON
from kennisbank.mededelingen.blok import mededelingenblok

register = template.Library()


@register.inclusion_tag(SJABLOON, takes_context=True)
def mededelingen(context: Context) -> dict[str, Any]:
    """Takes `plek` and `request` of the page. 1 or 2 queries."""
    plek, request = context["plek"], context["request"]
    blok = mededelingenblok(plek, request.user, timezone.localtime())
    return {"plek": plek, "blok": blok, "csrf_token": context.get("csrf_token")}
