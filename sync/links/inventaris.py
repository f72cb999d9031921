"""Keep what is stored about places and addresses equal to what the texts say now; nothing is asked of anybody here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from redactie.buitenlinks import Buitenlink, buitenlinks
from sync.links.vragen import site_van
from sync.models import Vindplaats, Webadres
from sync.models.weblink import kenmerk_van

PER_KEER = 200
"""Rows in one transaction: the database is not held for long."""
Sleutel = tuple[str, str, int, str, str, int | None]


def werk_bij() -> None:
    """Add what is new, drop what is gone, and forget an address that nothing names any more."""
    wil = {_sleutel(lid): lid for lid in buitenlinks()}
    velden = ("webadres__kenmerk", "model", "ding", "waar", "titel", "gemeente_id")
    heeft = {tuple(rij[1:]): rij[0] for rij in Vindplaats.objects.values_list("pk", *velden)}
    for deel in _delen([heeft[sleutel] for sleutel in heeft if sleutel not in wil]):
        Vindplaats.objects.filter(pk__in=deel).delete()
    for deel in _delen([lid for sleutel, lid in wil.items() if sleutel not in heeft]):
        _voeg_toe(deel)
    weg = Webadres.objects.filter(vindplaatsen=None).values_list("pk", flat=True)
    for deel in _delen(list(weg)):
        Webadres.objects.filter(pk__in=deel, vindplaatsen=None).delete()


def _sleutel(lid: Buitenlink) -> Sleutel:
    return kenmerk_van(lid.adres), lid.model, lid.pk, lid.waar[:120], lid.titel[:300], lid.gemeente


@transaction.atomic
def _voeg_toe(links: list[Buitenlink]) -> None:
    nieuw = {kenmerk_van(lid.adres): lid.adres for lid in links}
    Webadres.objects.bulk_create(
        [Webadres(kenmerk=lid, adres=adres, site=site_van(adres)) for lid, adres in nieuw.items()],
        ignore_conflicts=True,
    )
    nummers = dict(Webadres.objects.filter(kenmerk__in=nieuw).values_list("kenmerk", "pk"))
    Vindplaats.objects.bulk_create(
        Vindplaats(
            webadres_id=nummers[kenmerk], model=model, ding=pk, waar=waar, titel=titel, gemeente_id=gemeente
        )
        for kenmerk, model, pk, waar, titel, gemeente in map(_sleutel, links)
    )


def _delen(rijen: list[Any]) -> Iterable[list[Any]]:
    return (rijen[begin : begin + PER_KEER] for begin in range(0, len(rijen), PER_KEER))
