"""A telephone system that chooses the municipality of the caller: `/balie/?gemeente=…&product=…`.

Only pages of this desk and of origins that the operator named may choose. What cannot be checked chooses nothing: the
agent then does. See docs/adr/0032-wie-de-gemeente-mag-kiezen.md.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest
from django.urls import reverse

from redactie.bronnen import REGIO
from redactie.wie import Balie
from search.bereik import is_slug

NIET_GEKOZEN = "kies"
"""In the address: that a municipality was asked for and not taken over."""


def mag_kiezen(request: HttpRequest, toegestaan: Collection[str]) -> bool:
    """Whether a browser says that a page of ours, or of an origin that is named, sent it here."""
    if request.headers.get("Sec-Fetch-Site") == "same-origin":
        return True
    eigen = f"{request.scheme}://{request.get_host()}"
    return _herkomst(request) in {eigen, *toegestaan}


def _herkomst(request: HttpRequest) -> str:
    """The origin that the browser names; empty when it names none, or one that is not to be read."""
    genoemd = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        delen = urlsplit(genoemd)
    except ValueError:
        return ""
    return f"{delen.scheme}://{delen.netloc}".lower() if delen.scheme and delen.netloc else ""


def bereik_uit(gevraagd: str, balies: Sequence[Balie]) -> str:
    """The bereik of this slug or name, or of the only name that begins so; empty when it is none of these desks."""
    gezocht = gevraagd.strip().casefold()
    if not gezocht:
        return ""
    namen = {balie.bereik: balie.naam.casefold() for balie in balies}
    heel = [bereik for bereik, naam in namen.items() if gezocht in (bereik, naam)]
    begin = [bereik for bereik, naam in namen.items() if naam.startswith(gezocht)]
    return heel[0] if heel else begin[0] if len(begin) == 1 else ""


def adres(bereik: str, product: str) -> str:
    """Of the desk, or of a product there. Without a bereik: the whole region, which asks to choose."""
    waar = bereik or REGIO
    pad = (
        reverse("balie:product", args=[waar, product])
        if is_slug(product)
        else reverse("balie:balie", args=[waar])
    )
    return pad if bereik else f"{pad}?{urlencode({NIET_GEKOZEN: 1})}"
