"""The page that WordPress gets of a product: the same parts as our own websites, from the public projection alone.

WordPress puts the title above it and its theme around it. What it would still read into a text is kept from it:
a word between square brackets is no command of a plug-in, a line with an address alone is no film to show.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape

from sync.wordpress.pagina import Tekst

SJABLOON = "publicatie/wordpress.html"


def tekst_van(publiek: Mapping[str, Any]) -> Tekst:
    """Of the public content of a product."""
    inhoud = render_to_string(SJABLOON, {"publiek": publiek})
    inhoud = " ".join(inhoud.split()).replace("[", "&#91;").replace("]", "&#93;")
    return Tekst(titel=escape(publiek["talen"]["nl"]["titel"]), inhoud=inhoud)
