"""Where a screen says how far a text is live: an empty place with the address of the fragment, filled by its script.

What it says is for a room further down the flow, which answers at that address.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from redactie.models import LokaleVersie, Product

NAAM = "antwoord_live"


def live_adres(ding: Any) -> str:
    """Empty for what is no text. Of a local version: that municipality alone."""
    if isinstance(ding, Product):
        return reverse(NAAM, args=[ding.sleutel])
    if isinstance(ding, LokaleVersie):
        gemeente = urlencode({"gemeente": ding.gemeente.slug})
        return f"{reverse(NAAM, args=[ding.product.sleutel])}?{gemeente}"
    return ""


def met_livestand(melding: str, ding: Any) -> SafeString | str:
    """The message that it is published, and behind it how far."""
    adres = live_adres(ding)
    if not adres:
        return melding
    # Wagtail's messages are a status region: what changes in it is read aloud when the reader is at rest.
    return format_html('{} <span data-antwoord-live="{}"></span>', melding, adres)
