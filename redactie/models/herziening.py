"""Herziening: what a local editor decided about a deviation whose central text has changed.

Rows of their own, identified by (gemeente, product, veld): a base kept in the revision alone comes back old when
an older draft is published.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models

from redactie.bronnen import HerzieningBron
from redactie.keuzes import Besluit
from redactie.models.gemeente import Gemeente
from redactie.models.product import Product
from redactie.models.tekstversie import Tekstversie
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort
from redactie.veld import Veld


class Herziening(VastgelegdModel):
    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="herzieningen")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="herzieningen")
    veld = models.CharField(max_length=30, choices=Veld.choices())
    tekstversie = models.ForeignKey(Tekstversie, on_delete=models.CASCADE, related_name="+")
    besluit = models.CharField(max_length=20, choices=Besluit.choices())
    later_op = models.DateField(null=True, blank=True)
    reden = models.TextField(blank=True)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wanneer = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "herziening"
        verbose_name_plural = "herzieningen"
        ordering = ["-wanneer", "-pk"]

    def __str__(self) -> str:
        return (
            f"{self.product} · {Veld(self.veld).kolom_label} · {self.gemeente}: {Besluit(self.besluit).label}"
        )

    def als_bron(self) -> HerzieningBron:
        return HerzieningBron(tekstversie=self.tekstversie_id, besluit=self.besluit, wanneer=self.wanneer)

    def wijzigingen(self) -> Iterable[Wijziging]:
        # The desk shows since when a field is te herzien.
        yield Wijziging(
            soort=WijzigingSoort.PRODUCT, sleutel=self.product.sleutel, gemeente=self.gemeente.slug
        )
