"""What to ask back when a question may mean several answers, with links to the answers that it names."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse

from kennisbank.balie.wegwijzer import met_links


def gewezen(bereik: str, html: str, titels: Mapping[str, str]) -> str:
    """Safe HTML: what `uitvragen` of a product says, with links. `titels`: what may be linked to."""
    return met_links(html, titels, lambda sleutel: reverse("balie:product", args=[bereik, sleutel]))
