"""What to ask back when a question may mean several answers, with links to the answers that it names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from kennisbank.balie.wegwijzer import met_links
from redactie.veld import Veld


def vraag_eerst(bereik: str, balie: Mapping[str, Any] | None, titels: Mapping[str, str]) -> str:
    """Safe HTML: `uitvragen` of the internal content of a product, or nothing. `titels`: what may be linked to."""
    velden = balie["velden"] if balie is not None else ()
    html = next((lid["html"] for lid in velden if lid["veld"] == Veld.UITVRAGEN), "")
    return gewezen(bereik, html, titels)


def gewezen(bereik: str, html: str, titels: Mapping[str, str]) -> str:
    return met_links(html, titels, lambda sleutel: reverse("balie:product", args=[bereik, sleutel]))
