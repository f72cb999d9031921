"""What to ask back when a question may mean several answers: `uitvragen` of the first, with links to what it names."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from kennisbank.balie.toegang import Plek
from kennisbank.balie.wegwijzer import met_links
from kennisbank.publicaties import Regel, inhoud_van, lijst
from redactie.veld import Veld
from sync.models import Documentsoort, Publicatie, Toestand


def vraag_eerst(plek: Plek, treffers: Sequence[Regel]) -> str:
    """Safe HTML; empty for who reads no internal text. 1 or 2 queries."""
    if not plek.intern:
        return ""
    eerste = treffers[0].sleutel
    rij = (
        Publicatie.objects.filter(
            bereik=plek.bereik, documentsoort=Documentsoort.PRODUCT, sleutel=eerste, toestand=Toestand.LIVE
        )
        .order_by()
        .values_list("hash", "publieke_hash")
        .first()
    )
    if rij is None:
        return ""
    balie, publiek = inhoud_van(rij[0]), inhoud_van(rij[1])
    html = next((lid["html"] for lid in balie["velden"] if lid["veld"] == Veld.UITVRAGEN), "")
    if not html:
        return ""
    regels = (*treffers, *(lijst(plek.bereik, publiek["verwant"]) if publiek["verwant"] else ()))
    return gewezen(plek, html, {regel.sleutel: regel.titel for regel in regels if regel.sleutel != eerste})


def gewezen(plek: Plek, html: str, titels: dict[str, str]) -> str:
    return met_links(html, titels, lambda sleutel: reverse("balie:product", args=[plek.bereik, sleutel]))
