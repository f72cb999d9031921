"""The bereiken: what they are called, and in which a Wijziging can change a document (what can have it, or had it)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from redactie.bronnen import REGIO, GemeenteBron
from redactie.geteld import geteld
from redactie.keuzes import Aanbod
from redactie.lezen import lees_bereiken
from redactie.models import Gemeente, LokaleVersie, Product, Regio
from sync.models import Documentsoort, Publicatie
from sync.proefdocument import BEREIK


def betrokken_bereiken(
    soort: Documentsoort, sleutel: str, gevraagd: Collection[str]
) -> dict[str, GemeenteBron]:
    """Slug → source, in key order, of the bereiken that are asked for ('' = every one) and that matter.

    A municipality that is gone still has pages to withdraw.
    """
    if soort == Documentsoort.KETENPROEF:
        return {BEREIK.slug: BEREIK}
    alle = lees_bereiken()
    slugs = set(alle)
    if soort == Documentsoort.PRODUCT:
        slugs = _mogelijk(sleutel, slugs)
    slugs |= set(
        Publicatie.objects.filter(documentsoort=soort, sleutel=sleutel).values_list("bereik", flat=True)
    )
    if "" not in gevraagd:
        slugs &= set(gevraagd)
    return {slug: alle.get(slug) or GemeenteBron(slug, slug) for slug in sorted(slugs)}


def deelnemende_bereiken(op: datetime) -> set[str]:
    """The region and the municipalities that take part at that moment."""
    return {REGIO, *(gemeente.slug for gemeente in Gemeente.objects.deelnemend(op))}


def namen_van_bereiken() -> dict[str, str]:
    """bereik → its name, the region first. 2 queries."""
    return {REGIO: Regio.haal().naam} | dict(Gemeente.objects.order_by("naam").values_list("slug", "naam"))


def in_aantallen(bereiken: Collection[str]) -> str:
    """How many municipalities they are, and whether the region is among them; empty when there are none."""
    aantal = len(set(bereiken) - {REGIO})
    gemeenten = geteld(aantal, "1 gemeente", "{} gemeenten") if aantal else ""
    return " en ".join(filter(None, (gemeenten, "de regio" if REGIO in bereiken else "")))


def _mogelijk(sleutel: str, alle: set[str]) -> set[str]:
    """Where a product can be published at all: keeps 342 empty rows away per product of one municipality."""
    product = Product.objects.filter(sleutel=sleutel).values("aanbod", "gemeente__slug").first()
    if product is None:
        return set()
    if product["gemeente__slug"]:
        return {product["gemeente__slug"]}
    if product["aanbod"] == Aanbod.NA_KEUZE:
        return set(
            LokaleVersie.objects.filter(product__sleutel=sleutel).values_list("gemeente__slug", flat=True)
        )
    return alle
