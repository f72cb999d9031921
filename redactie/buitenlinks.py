"""Where texts link to other sites: published texts, planned ones, deviations, channels, facts, contact points, notices.

Only reads; the addresses themselves are found by `koppelingen.py`, and asked by the process of the loop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.utils import timezone

from redactie.keuzes import GegevenSoort
from redactie.koppelingen import links_in, webadres
from redactie.models import (
    Afwijking,
    Contactpunt,
    Gegeven,
    Kanaal,
    LokaalKanaal,
    LokaleVersie,
    Mededeling,
    Product,
    Tekstversie,
)
from redactie.veld import Veld

HEEFT = "https://"
MODELLEN: tuple[type[Model], ...] = (Product, LokaleVersie, Gegeven, Contactpunt, Mededeling)
"""The kinds of things a link can stand in: what an editor opens to mend it."""


@dataclass(frozen=True, slots=True)
class Buitenlink:
    """`model` and `pk`: the thing to open. `gemeente`: its owner (id), None for the region."""

    adres: str
    model: str
    pk: int
    titel: str
    waar: str
    gemeente: int | None


def buitenlinks() -> Iterator[Buitenlink]:
    """Every link of what readers see now, or will see as planned. 10 queries, whatever there is."""
    yield from _producten()
    yield from _lokaal()
    vandaag = timezone.localdate()
    geldig = Q(geldig_tot=None) | Q(geldig_tot__gte=vandaag)
    for feit in Gegeven.objects.filter(geldig, soort=GegevenSoort.URL):
        yield from _van(feit, str(feit.sleutel), "Waarde", [feit.waarde], feit.gemeente_id)
    for punt in Contactpunt.objects.exclude(website=""):
        yield from _van(punt, punt.naam, "Website", [punt.website], punt.gemeente_id)
    lopend = Mededeling.objects.filter(Q(tot=None) | Q(tot__gte=timezone.now()))
    for bericht in lopend.prefetch_related("gemeenten"):
        adressen = links_in(f"{bericht.tekst}\n\n{bericht.interne_tekst}")
        for gemeente in [lid.pk for lid in bericht.gemeenten.all()] or [None]:
            yield from _van(bericht, str(bericht), "Tekst", adressen, gemeente)


def _producten() -> Iterator[Buitenlink]:
    kolommen = [*(veld.value for veld in Veld), "vervallen_toelichting"]
    labels = {veld.value: veld.kolom_label for veld in Veld} | {
        "vervallen_toelichting": "Uitleg bij het einde"
    }
    vraag = Q(pk__in=[])
    for kolom in kolommen:
        vraag |= Q(**{f"{kolom}__icontains": HEEFT})
    live = Product.objects.filter(live=True)
    for product in live.filter(vraag).only("titel", "gemeente_id", *kolommen):
        for kolom in kolommen:
            yield from _van(
                product, product.titel, labels[kolom], links_in(getattr(product, kolom)), product.gemeente_id
            )
    gepland = Tekstversie.objects.filter(tekst__icontains=HEEFT, vanaf__gt=timezone.now(), product__live=True)
    for versie in gepland.select_related("product"):
        waar = f"{Veld(versie.veld).kolom_label}, gepland"
        product = versie.product
        yield from _van(product, product.titel, waar, links_in(versie.tekst), product.gemeente_id)
    for kanaal in Kanaal.objects.filter(adres__istartswith=HEEFT, product__live=True).select_related(
        "product"
    ):
        product = kanaal.product
        yield from _van(product, product.titel, "Kanalen", [kanaal.adres], product.gemeente_id)


def _lokaal() -> Iterator[Buitenlink]:
    verwant = ("versie__product", "versie__gemeente")
    geldt = Q(tot=None) | Q(tot__gte=timezone.localdate())
    rijen = Afwijking.objects.filter(geldt, tekst__icontains=HEEFT, versie__live=True)
    for rij in rijen.select_related(*verwant):
        waar = Veld(rij.veld).kolom_label
        yield from _van(rij.versie, str(rij.versie), waar, links_in(rij.tekst), rij.versie.gemeente_id)
    kanalen = LokaalKanaal.objects.filter(adres__istartswith=HEEFT, vervalt=False, versie__live=True)
    for rij in kanalen.select_related(*verwant):
        yield from _van(rij.versie, str(rij.versie), "Kanalen", [rij.adres], rij.versie.gemeente_id)
    versies = LokaleVersie.objects.filter(toelichting__icontains=HEEFT, live=True)
    for versie in versies.select_related("product", "gemeente"):
        yield from _van(versie, str(versie), "Toelichting", links_in(versie.toelichting), versie.gemeente_id)


def _van(
    ding: Any, titel: str, waar: str, adressen: Iterable[str], gemeente: int | None
) -> Iterator[Buitenlink]:
    for adres in adressen:
        if kaal := webadres(adres):
            yield Buitenlink(kaal, ding._meta.model_name, ding.pk, titel, waar, gemeente)
