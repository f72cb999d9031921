"""The list of products: what stands where, and for a municipality what it does differently.

What the cells show besides the row itself is fetched for a whole page at once (`verrijk`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry

from redactie.cms.afwijkingen import aanbod_chip
from redactie.cms.goedkeurlijst import hang_ingediend_op, ingediend_chips
from redactie.cms.kolommen import Chip, ChipsColumn, TekstKolom, dag, publicatie_chips
from redactie.cms.lijst import LijstView
from redactie.geteld import geteld
from redactie.herzien import te_herzien
from redactie.models import LokaleVersie, Product, Tekstversie
from redactie.rechten.persoon import persoon_van

RUIMTE = "wagtailsnippets_redactie_lokaleversie"


def product_chips(product: Product) -> Iterable[Chip]:
    yield from publicatie_chips(product)
    yield from ingediend_chips(product)
    if gepland := getattr(product, "aantal_gepland", 0):
        yield Chip(geteld(gepland, "1 tekst gepland", "{} teksten gepland"))
    if product.vervalt_op is not None:
        yield Chip(f"vervalt {dag(product.vervalt_op)}", "let-op")


def bij_ons_chips(product: Product) -> Iterable[Chip]:
    """For whoever works for a municipality: what it does with this product."""
    for versie in getattr(product, "eigen_versies", ()):
        if aanbod := aanbod_chip(versie):
            yield Chip(aanbod)
        aantal = len({afwijking.veld for afwijking in versie.afwijkingen.all()})
        if aantal:
            yield Chip(geteld(aantal, "eigen tekst: 1 veld", "eigen tekst: {} velden"))
        if versie.te_herzien_velden:
            yield Chip("te herzien", "let-op")
        if not versie.live or versie.has_unpublished_changes:
            yield Chip("concept klaar", "let-op")


def wijken_af(product: Product) -> str:
    """For whoever sees all: how many municipalities deviate."""
    aantal = getattr(product, "aantal_afwijkend", 0)
    return geteld(aantal, "1 gemeente", "{} gemeenten") if aantal else ""


BIJ_ONS = ChipsColumn("bij_ons", label="Bij ons", chips=bij_ons_chips, width="20%")
WIJKT_AF = TekstKolom("wijkt_af", label="Wijkt af", waarde=wijken_af, width="10%")


class ProductLijst(LijstView):
    @cached_property
    def eigen_gemeenten(self) -> frozenset[int]:
        return persoon_van(self.request.user).gemeenten

    @cached_property
    def columns(self) -> list[BaseColumn]:
        if not self.eigen_gemeenten:
            return [*super().columns, WIJKT_AF]
        # When the region looks its text over is the region's affair; the title needs the room.
        return [*(kolom for kolom in super().columns if kolom.name != "controledatum"), BIJ_ONS]

    def verrijk(self, rijen: list[Product]) -> None:
        gepland = Counter(
            Tekstversie.objects.filter(product__in=rijen, verwerkt=False).values_list("product", flat=True)
        )
        for product in rijen:
            product.aantal_gepland = gepland[product.pk]
        hang_ingediend_op(rijen)
        if self.eigen_gemeenten:
            self._verrijk_lokaal(rijen)
        else:
            self._verrijk_regionaal(rijen)

    def _verrijk_lokaal(self, rijen: list[Product]) -> None:
        versies = list(
            LokaleVersie.objects.filter(product__in=rijen, gemeente__in=self.eigen_gemeenten)
            .select_related("gemeente")
            .prefetch_related("afwijkingen")
        )
        wacht, per_product = te_herzien(versies), defaultdict(list)
        for versie in versies:
            versie.te_herzien_velden = wacht[versie.pk]
            per_product[versie.product_id].append(versie)
        for product in rijen:
            product.eigen_versies = per_product[product.pk]

    def _verrijk_regionaal(self, rijen: list[Product]) -> None:
        afwijkend = dict(
            LokaleVersie.objects.filter(product__in=rijen, live=True)
            .filter(Q(afwijkingen__isnull=False) | Q(aangeboden__in=("nee", "valt_onder")))
            .order_by()
            .values_list("product")
            .annotate(Count("gemeente", distinct=True))
        )
        for product in rijen:
            product.aantal_afwijkend = afwijkend.get(product.pk, 0)

    def get_list_more_buttons(self, instance: Product) -> list[Any]:
        return [*super().get_list_more_buttons(instance), *self._lokale_knoppen(instance)]

    def _lokale_knoppen(self, product: Product) -> Iterable[Button]:
        """To one's own text of this product: the one there is, or a new one."""
        versies = getattr(product, "eigen_versies", ())
        for versie in versies:
            url = reverse(f"{RUIMTE}:edit", args=[versie.pk])
            yield Button(f"Eigen tekst {versie.gemeente.naam}", url=url, icon_name="edit", priority=5)
        mogelijk = len(self.eigen_gemeenten) - len(versies)
        if mogelijk and product.gemeente_id is None and self._maakt_lokale_versies:
            url = f"{reverse(f'{RUIMTE}:add')}?product={product.pk}"
            yield Button("Maak een eigen tekst", url=url, icon_name="plus", priority=6)

    @cached_property
    def _maakt_lokale_versies(self) -> bool:
        return policy_registry.get_by_type(LokaleVersie).user_has_permission(self.request.user, "add")
