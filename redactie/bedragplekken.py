"""Where published texts hold amounts typed by hand: central ones and those of municipalities. Only reads."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from redactie.handbedragen import handbedragen
from redactie.models import Afwijking, LokaleVersie, Product
from redactie.veld import Veld


@dataclass(frozen=True, slots=True)
class Bedragplek:
    ding: Product | LokaleVersie
    waar: str
    bedragen: tuple[str, ...]

    @property
    def naam(self) -> str:
        return f"{self.ding} · {self.waar}"


def bedragplekken(producten: QuerySet[Product], versies: QuerySet[LokaleVersie]) -> list[Bedragplek]:
    """Of these products and local versions, as far as published; by name. 2 queries."""
    kolommen = [veld.value for veld in Veld]
    gevonden = [
        Bedragplek(product, Veld(kolom).kolom_label, tuple(bedragen))
        for product in producten.filter(_heeft(*kolommen), live=True).select_related("gemeente")
        for kolom in kolommen
        if (bedragen := handbedragen(getattr(product, kolom)))
    ]
    eigen = Afwijking.objects.filter(
        _heeft("tekst"), versie__in=versies.filter(live=True).order_by().values("pk")
    )
    for rij in eigen.select_related("versie__product", "versie__gemeente"):
        if bedragen := handbedragen(rij.tekst):
            gevonden.append(Bedragplek(rij.versie, Veld(rij.veld).kolom_label, tuple(bedragen)))
    return sorted(gevonden, key=lambda lid: lid.naam.casefold())


def _heeft(*kolommen: str) -> Q:
    vraag = Q(pk__in=[])
    for kolom in kolommen:
        vraag |= Q(**{f"{kolom}__contains": "€"}) | Q(**{f"{kolom}__icontains": "euro"})
    return vraag
