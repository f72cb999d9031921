"""In which bereiken a Wijziging can change a document: those that can have it, and those that have had it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from redactie.bronnen import REGIO, GemeenteBron
from redactie.keuzes import Aanbod
from redactie.lezen import lees_bereiken
from redactie.models import Gemeente, LokaleVersie, Product
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
