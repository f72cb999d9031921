"""Bringing our copy of the list in step with a file, in one transaction, with the change records of the products
that carry a changed name (their publications show its legal grounds)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from redactie.models import Product, UplNaam
from redactie.upl.lijst import Grondslag, UplFout, UplNaamRij
from redactie.upl.verschil import Soort, Verandering, vergelijk

MAX_DEEL_VERVALLEN = 0.1
"""From 2021 to 2025 6.5 % of the names went; more than this in one go is rather a file that was cut off."""


def lees_in(*, lijst: dict[str, UplNaamRij], toch: bool = False, proef: bool = False) -> list[Verandering]:
    """Returns what changed (or would change). UplFout when too much would vanish and `toch` is not given."""
    with transaction.atomic():
        rijen = {rij.uri: rij for rij in UplNaam.objects.all()}
        weg = {uri for uri, rij in rijen.items() if rij.vervallen_op is not None}
        veranderingen = vergelijk({uri: _als_rij(rij) for uri, rij in rijen.items()}, lijst, vervallen=weg)
        _controleer_omvang(veranderingen, len(rijen) - len(weg), toch)
        if not proef:
            _schrijf(veranderingen, rijen)
            _leg_producten_vast({verandering.uri for verandering in veranderingen})
    return veranderingen


def _controleer_omvang(veranderingen: list[Verandering], totaal: int, toch: bool) -> None:
    aantal = sum(verandering.soort is Soort.VERVALLEN for verandering in veranderingen)
    if not toch and aantal > MAX_DEEL_VERVALLEN * totaal:
        raise UplFout(
            f"Er zouden {aantal} van de {totaal} namen vervallen; is dit de hele lijst?", toch_mag=True
        )


def _als_rij(rij: UplNaam) -> UplNaamRij:
    return UplNaamRij(
        uri=rij.uri,
        naam=rij.naam,
        bestuurslagen=tuple(rij.bestuurslagen),
        doelgroepen=tuple(rij.doelgroepen),
        sdg=tuple(rij.sdg),
        kenmerken=tuple(rij.kenmerken),
        grondslagen=tuple(Grondslag(g["uri"], g["label"], g["link"]) for g in rij.grondslagen),
    )


def _schrijf(veranderingen: Iterable[Verandering], rijen: dict[str, UplNaam]) -> None:
    nu = timezone.now()
    nieuw, gewijzigd = [], []
    for verandering in veranderingen:
        rij = rijen.get(verandering.uri) or UplNaam(uri=verandering.uri)
        rij.vervallen_op = nu if verandering.nieuw is None else None
        if verandering.nieuw is not None:
            _vul(rij, verandering.nieuw)
        rij.clean_fields()
        (gewijzigd if rij.pk else nieuw).append(rij)
    UplNaam.objects.bulk_create(nieuw, batch_size=200)
    velden = ["naam", "bestuurslagen", "doelgroepen", "sdg", "kenmerken", "grondslagen", "vervallen_op"]
    UplNaam.objects.bulk_update(gewijzigd, velden, batch_size=100)


def _vul(rij: UplNaam, bron: UplNaamRij) -> None:
    rij.naam = bron.naam
    rij.bestuurslagen = list(bron.bestuurslagen)
    rij.doelgroepen = list(bron.doelgroepen)
    rij.sdg = list(bron.sdg)
    rij.kenmerken = list(bron.kenmerken)
    rij.grondslagen = [grond.als_json() for grond in bron.grondslagen]


def _leg_producten_vast(uris: set[str]) -> None:
    """JSON columns cannot be searched alike in both databases; a region has hundreds of products, not millions."""
    for product in Product.objects.filter(live=True).exclude(upn=[]).only("sleutel", "upn", "live"):
        if uris.intersection(product.upn):
            product.leg_vast()
