"""Where facts are used: the texts, planned texts, deviations, explanations and channels that name their tokens.

Only reads. A draft is not looked at: publishing one that names what is gone is refused already (`keuring.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from redactie.models import (
    Afwijking,
    Gegeven,
    Gemeente,
    Kanaal,
    LokaalKanaal,
    LokaleVersie,
    Product,
    Tarief,
    Tekstversie,
)
from redactie.veld import Veld


@dataclass(frozen=True, slots=True)
class Plaats:
    """`ding`: the product or local version to open; `waar`: the field in it."""

    ding: Product | LokaleVersie
    waar: str

    def __str__(self) -> str:
        return f"{self.ding} ({self.waar})"


def tokens_van(feit: Gegeven | Tarief) -> tuple[str, ...]:
    return tuple(feit.tokens())


def plaatsen(tokens: Collection[str], gemeente: Gemeente | None) -> list[Plaats]:
    """Of the region's facts all places; of a municipality's, those in the region's texts and its own. 6 queries."""
    return plaatsen_met([f"{{{token}}}" for token in tokens], gemeente)


def plaatsen_met(namen: list[str], gemeente: Gemeente | None) -> list[Plaats]:
    """The places whose text holds one of these, letter by letter. 6 queries."""
    gevonden = {(type(lid.ding), lid.ding.pk, lid.waar): lid for lid in _alle(namen, gemeente)}
    return sorted(gevonden.values(), key=lambda lid: (str(lid.ding).casefold(), lid.waar))


def breekt(feit: Gegeven | Tarief) -> tuple[str, ...]:
    """The tokens that would have no row left at all for this owner, if this row went away. 2 queries at most."""
    rijen = type(feit)._base_manager.exclude(pk=feit.pk)
    rijen = rijen.filter(Q(gemeente=None) | Q(gemeente=feit.gemeente))
    weg = []
    if not rijen.filter(sleutel=feit.sleutel).exists():
        weg.append(f"{feit.naam_in_tekst}:{feit.sleutel}")
    if isinstance(feit, Tarief) and feit.groep and not rijen.filter(groep=feit.groep).exists():
        weg.append(f"tarieven:{feit.groep}")
    return tuple(weg)


def in_de_weg(feit: Gegeven | Tarief) -> list[Plaats]:
    """The places that keep this row from being deleted."""
    weg = breekt(feit)
    return plaatsen(weg, feit.gemeente) if weg else []


def _alle(namen: list[str], gemeente: Gemeente | None) -> Iterator[Plaats]:
    kolommen = [veld.value for veld in Veld]
    for product in _van(Product.objects.filter(_heeft(namen, *kolommen, "vervallen_toelichting")), gemeente):
        for veld in Veld:
            if _in(namen, getattr(product, veld.value)):
                yield Plaats(product, veld.kolom_label)
        if _in(namen, product.vervallen_toelichting):
            yield Plaats(product, "Uitleg bij het einde")
    gepland = Tekstversie.objects.filter(_heeft(namen, "tekst"), vanaf__gt=timezone.now())
    for versie in _van(gepland.select_related("product"), gemeente, "product__"):
        yield Plaats(versie.product, f"{Veld(versie.veld).kolom_label}, gepland")
    for kanaal in _van(
        Kanaal.objects.filter(_heeft(namen, "adres", "label")).select_related("product"),
        gemeente,
        "product__",
    ):
        yield Plaats(kanaal.product, "Kanalen")
    yield from _lokaal(namen, gemeente)


def _lokaal(namen: list[str], gemeente: Gemeente | None) -> Iterator[Plaats]:
    verwant = ("versie__product", "versie__gemeente")
    for rij in _eigen(Afwijking.objects.filter(_heeft(namen, "tekst")), gemeente, "versie__").select_related(
        *verwant
    ):
        yield Plaats(rij.versie, Veld(rij.veld).kolom_label)
    for rij in _eigen(
        LokaalKanaal.objects.filter(_heeft(namen, "adres", "label")), gemeente, "versie__"
    ).select_related(*verwant):
        yield Plaats(rij.versie, "Kanalen")
    versies = _eigen(LokaleVersie.objects.filter(_heeft(namen, "toelichting")), gemeente)
    for versie in versies.select_related("product", "gemeente"):
        yield Plaats(versie, "Toelichting")


def _heeft(namen: list[str], *kolommen: str) -> Q:
    vraag = Q(pk__in=[])
    for kolom in kolommen:
        for naam in namen:
            vraag |= Q(**{f"{kolom}__contains": naam})
    return vraag


def _in(namen: list[str], tekst: str) -> bool:
    return any(naam in tekst for naam in namen)


def _van(rijen: QuerySet, gemeente: Gemeente | None, voor: str = "") -> QuerySet:
    if gemeente is None:
        return rijen
    return rijen.filter(Q(**{f"{voor}gemeente": None}) | Q(**{f"{voor}gemeente": gemeente}))


def _eigen(rijen: QuerySet, gemeente: Gemeente | None, voor: str = "") -> QuerySet:
    return rijen if gemeente is None else rijen.filter(**{f"{voor}gemeente": gemeente})
