"""Expanding broad Wijzigingen: a changed fact, or a whole municipality, becomes one row per product concerned.

One transaction each, so a crash leaves either the broad row or all the narrow ones. Which texts use a fact is asked
of the texts themselves; there is no second administration that could fall behind.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from redactie.models import (
    Afwijking,
    Kanaal,
    LokaalKanaal,
    LokaleVersie,
    Product,
    Tekstversie,
    Wijziging,
    WijzigingSoort,
)

BREED = (WijzigingSoort.FEIT, WijzigingSoort.ALLES)


def breid_uit(wijziging: Wijziging) -> int:
    """Replace a broad row by the narrow rows it means; returns how many."""
    if wijziging.soort == WijzigingSoort.FEIT:
        sleutels = producten_met_token(wijziging.sleutel)
    else:
        sleutels = set(Product.objects.filter(live=True).values_list("sleutel", flat=True))
    with transaction.atomic():
        for sleutel in sorted(sleutels):
            Wijziging.objects.create(
                soort=WijzigingSoort.PRODUCT, sleutel=sleutel, gemeente=_bereik(wijziging)
            )
        wijziging.delete()
    return len(sleutels)


def _bereik(wijziging: Wijziging) -> str:
    """A fact of one municipality also changes what the region says ("verschilt per gemeente"): look everywhere."""
    return "" if wijziging.soort == WijzigingSoort.FEIT else wijziging.gemeente


def producten_met_token(token: str) -> set[str]:
    """Keys of products of which some text, of any layer or moment, uses the token (`tarieven:paspoort`)."""
    merk = "{" + token + "}"
    sleutels = set(
        Tekstversie.objects.filter(tekst__contains=merk).values_list("product__sleutel", flat=True)
    )
    sleutels |= set(
        Product.objects.filter(vervallen_toelichting__contains=merk).values_list("sleutel", flat=True)
    )
    sleutels |= set(Kanaal.objects.filter(adres__contains=merk).values_list("product__sleutel", flat=True))
    sleutels |= set(
        LokaleVersie.objects.filter(
            Q(toelichting__contains=merk)
            | Q(pk__in=Afwijking.objects.filter(tekst__contains=merk).values("versie"))
            | Q(pk__in=LokaalKanaal.objects.filter(adres__contains=merk).values("versie"))
        ).values_list("product__sleutel", flat=True)
    )
    return sleutels
