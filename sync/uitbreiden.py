"""Expanding broad Wijzigingen: changed facts, or a whole municipality, become one row per product concerned.

One transaction, so a crash leaves either the broad rows or all the narrow ones. Which texts use a fact is asked of
the texts themselves; there is no second administration that could fall behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Q

from redactie.bronnen import REGIO
from redactie.models import (
    Afwijking,
    Kanaal,
    LokaalKanaal,
    LokaleVersie,
    Product,
    Tarief,
    Tekstversie,
    Wijziging,
    WijzigingSoort,
)
from redactie.tokens import TokenSoort

BREED = (WijzigingSoort.FEIT, WijzigingSoort.ALLES)
MEEST = 200_000
"""Broad rows at a time. All fees of a country in January are some: reading every text for each few would take hours."""
PER_KEER = 10_000
MEESTE_APART = 20
"""Of facts of so many municipalities a product gets a row for each."""
PER_VRAAG = 40
"""Tokens in one query: SQLite refuses an expression that is a thousand deep."""


class Breed(NamedTuple):
    """What is read of a broad row."""

    pk: int
    soort: str
    sleutel: str
    gemeente: str
    vastgelegd_op: datetime


def breid_uit() -> int:
    """Replace the broad rows by the narrow rows they mean; returns how many broad ones there were."""
    with transaction.atomic():
        rijen = Wijziging.objects.filter(soort__in=BREED).order_by("pk")
        if connection.features.has_select_for_update_skip_locked:
            rijen = rijen.select_for_update(skip_locked=True)
        breed = [Breed(*rij) for rij in rijen.values_list(*Breed._fields)[:MEEST]]
        if breed:
            _vervang(breed)
    return len(breed)


def _vervang(breed: list[Breed]) -> None:
    oudste: dict[tuple[str, str], datetime] = {}
    for sleutel, bereik, sinds in _bedoeld(breed):
        oudste[sleutel, bereik] = min(sinds, oudste.get((sleutel, bereik), sinds))
    Wijziging.objects.bulk_create(
        Wijziging(soort=WijzigingSoort.PRODUCT, sleutel=sleutel, gemeente=bereik, vastgelegd_op=sinds)
        for (sleutel, bereik), sinds in sorted(oudste.items())
    )
    for van in range(0, len(breed), PER_KEER):
        rijen = Wijziging.objects.filter(pk__in=[lid.pk for lid in breed[van : van + PER_KEER]])
        rijen._raw_delete(rijen.db)  # without reading each first, for signals that nobody needs


def _bedoeld(breed: list[Breed]) -> Iterator[tuple[str, str, datetime]]:
    """(product, bereik, since when)."""
    feiten = [wijziging for wijziging in breed if wijziging.soort == WijzigingSoort.FEIT]
    if feiten:
        sinds = min(wijziging.vastgelegd_op for wijziging in feiten)
        tokens = {wijziging.sleutel for wijziging in feiten}
        bereiken = _bereiken_van({wijziging.gemeente for wijziging in feiten})
        for sleutel in producten_met_tokens(tokens | _groepen_van(tokens)):
            for bereik in bereiken:
                yield sleutel, bereik, sinds
    alles: dict[str, datetime] = {}
    for wijziging in breed:
        if wijziging.soort == WijzigingSoort.ALLES:
            eerder = alles.get(wijziging.gemeente, wijziging.vastgelegd_op)
            alles[wijziging.gemeente] = min(eerder, wijziging.vastgelegd_op)
    if alles:
        live = list(Product.objects.filter(live=True).values_list("sleutel", flat=True))
        for gemeente, sinds in alles.items():
            for sleutel in live:
                yield sleutel, gemeente, sinds


def _bereiken_van(gemeenten: set[str]) -> set[str]:
    """Where facts of these municipalities ('': of the region) are read: at home, and by the region itself, which says
    of them that they differ. Of many at once it is everywhere: one row for each product."""
    return {""} if "" in gemeenten or len(gemeenten) > MEESTE_APART else {*gemeenten, REGIO}


def _groepen_van(tokens: Iterable[str]) -> set[str]:
    """`tarieven:groep` of each `tarief:sleutel` among these: a row without a group counts in the group of its key."""
    soort = f"{TokenSoort.TARIEF}:"
    sleutels = sorted(token.removeprefix(soort) for token in tokens if token.startswith(soort))
    rijen = Tarief.objects.filter(sleutel__in=sleutels).exclude(groep="").order_by()
    return {f"{TokenSoort.TARIEVEN}:{groep}" for groep in rijen.values_list("groep", flat=True).distinct()}


def producten_met_tokens(tokens: Iterable[str]) -> set[str]:
    """Keys of products of which some text, of any layer or moment, uses one of the tokens (`tarieven:paspoort`)."""
    sleutels: set[str] = set()
    over = iter(sorted(tokens))
    while blok := list(islice(over, PER_VRAAG)):
        sleutels |= _met_een_van(["{" + token + "}" for token in blok])
    return sleutels


def _met_een_van(merken: list[str]) -> set[str]:
    lokaal = (
        _bevat("toelichting", merken)
        | Q(pk__in=Afwijking.objects.filter(_bevat("tekst", merken)).values("versie"))
        | Q(pk__in=LokaalKanaal.objects.filter(_bevat("adres", merken)).values("versie"))
    )
    return {
        *Tekstversie.objects.filter(_bevat("tekst", merken)).values_list("product__sleutel", flat=True),
        *Product.objects.filter(_bevat("vervallen_toelichting", merken)).values_list("sleutel", flat=True),
        *Kanaal.objects.filter(_bevat("adres", merken)).values_list("product__sleutel", flat=True),
        *LokaleVersie.objects.filter(lokaal).values_list("product__sleutel", flat=True),
    }


def _bevat(kolom: str, merken: list[str]) -> Q:
    voorwaarde = Q()
    for merk in merken:
        voorwaarde |= Q(**{f"{kolom}__contains": merk})
    return voorwaarde
