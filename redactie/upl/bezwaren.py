"""Which products carry a uniform product name that the national list does not have (any more), for editors.

Derived, never stored: the list and the products each change on their own. Such a product stays published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from redactie.keuzes import Keuze, Productsoort
from redactie.models import Product, UplNaam

GEMEENTE = "gemeente"


class Reden(Keuze):
    ONBEKEND = "onbekend", "Staat niet in de landelijke lijst"
    VERVALLEN = "vervallen", "Staat niet meer in de landelijke lijst"
    VERPLAATST = "verplaatst", "Is in de landelijke lijst geen product van gemeenten"


@dataclass(frozen=True, slots=True)
class UpnBezwaar:
    """`sinds` is known only for a name that has vanished."""

    product_id: int
    sleutel: str
    titel: str
    uri: str
    naam: str
    reden: Reden
    sinds: datetime | None = None


def producten_met_vervallen_upn(van: QuerySet[Product] | None = None) -> list[UpnBezwaar]:
    """By title of the product, of all of them or of these; two queries.

    A pointer may carry a name of another layer of government.
    """
    rijen = Product.objects.all() if van is None else van
    producten = list(rijen.only("sleutel", "titel", "upn", "productsoort").order_by("titel", "sleutel"))
    uris = {uri for product in producten for uri in product.upn}
    lijst = {rij.uri: rij for rij in UplNaam.objects.filter(uri__in=uris).defer("grondslagen")}
    gevonden = []
    for product in producten:
        for uri in product.upn:
            reden = _reden(lijst.get(uri), Productsoort(product.productsoort))
            if reden is not None:
                gevonden.append(_bezwaar(product, uri, lijst.get(uri), reden))
    return gevonden


def _reden(rij: UplNaam | None, soort: Productsoort) -> Reden | None:
    if rij is None:
        return Reden.ONBEKEND
    if rij.vervallen_op is not None:
        return Reden.VERVALLEN
    if soort is Productsoort.PRODUCT and GEMEENTE not in rij.bestuurslagen:
        return Reden.VERPLAATST
    return None


def _bezwaar(product: Product, uri: str, rij: UplNaam | None, reden: Reden) -> UpnBezwaar:
    return UpnBezwaar(
        product_id=product.pk,
        sleutel=product.sleutel,
        titel=product.titel,
        uri=uri,
        naam=rij.naam if rij is not None else "",
        reden=reden,
        sinds=rij.vervallen_op if rij is not None else None,
    )
