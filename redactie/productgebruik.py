"""Where a product is referred to: related products, successors, answers “falls under”, notices, checks, and texts.

Only reads. Own texts of the product itself are named as well: they go away with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone

from redactie.gebruik import plaatsen_met
from redactie.models import Feitencheck, LokaleVersie, Mededeling, Product

ACHTER_EEN_SLEUTEL = (")", "/", "#", "?", ">", " ")
"""What ends the key of a product in an address."""


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """`ding`: what to open; `hoe` it refers. `houdt_tegen`: deleting the product would break it."""

    ding: Any
    hoe: str
    houdt_tegen: bool = True

    def __str__(self) -> str:
        return f"{self.ding} ({self.hoe})"


def verwijzingen(product: Product) -> list[Verwijzing]:
    """Everything that names this product, drafts of products not included. 12 queries, whatever there is."""
    gevonden = [
        *(Verwijzing(lid, "verwant product") for lid in Product.objects.filter(verwant=product)),
        *(Verwijzing(lid, "heeft dit als opvolger") for lid in Product.objects.filter(opvolger=product)),
    ]
    versies = LokaleVersie.objects.filter(Q(valt_onder=product) | Q(product=product))
    for versie in versies.select_related("product", "gemeente"):
        if versie.product_id == product.pk:
            gevonden.append(Verwijzing(versie, "antwoord of eigen tekst", houdt_tegen=False))
        else:
            gevonden.append(Verwijzing(versie, "valt hieronder"))
    lopend = Mededeling.objects.filter(Q(tot=None) | Q(tot__gte=timezone.now()))
    gevonden += [
        Verwijzing(lid, "mededeling") for lid in lopend if f"product:{product.sleutel}" in (lid.betreft or [])
    ]
    checks = Feitencheck.objects.open(timezone.now()).filter(producten=product)
    gevonden += [Verwijzing(lid, "feitencheck die nog loopt", houdt_tegen=False) for lid in checks]
    gevonden += [
        Verwijzing(plek.ding, f"link bij {plek.waar}")
        for plek in plaatsen_met([f"/product/{product.sleutel}{teken}" for teken in ACHTER_EEN_SLEUTEL], None)
        if plek.ding != product
    ]
    return gevonden
