"""Own texts that could go: equal to the region's, over, or standing long without anybody having looked.

Only reads; ending one is `beeindigen.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from redactie.afwijkcontrole import is_gelijk
from redactie.keuzes import AfwijkingWijze, Besluit, Keuze
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Afwijking

LANG = timedelta(days=183)
"""Standing longer than half a year, somebody may be expected to have looked."""


class Opruimreden(Keuze):
    GELIJK = "gelijk", "Gelijk aan de regio"
    VOORBIJ = "voorbij", "Voorbij"
    NOOIT_HERZIEN = "nooit_herzien", "Nooit herzien"


@dataclass(frozen=True, slots=True)
class EigenTekst:
    """A published own text; `redenen` is empty where nothing stands out. `gezien_op`: last judged or checked."""

    afwijking: Afwijking
    redenen: tuple[Opruimreden, ...]
    gezien_op: date | None = None

    @property
    def naam(self) -> str:
        return f"{self.afwijking.versie.product} · {Veld(self.afwijking.veld).kolom_label}"


def eigen_teksten(versies: QuerySet) -> list[EigenTekst]:
    """The published own texts of these local versions, the longest standing first. 3 queries."""
    from redactie.models import Afwijking

    rijen = Afwijking.objects.filter(versie__in=versies, versie__live=True)
    gelezen = rijen.select_related("versie__product", "versie__gemeente")
    return bekeken(
        list(gelezen.defer(*(f"versie__product__{veld}" for veld in Veld if veld is not Veld.TITEL)))
    )


def bekeken(rijen: Sequence[Afwijking]) -> list[EigenTekst]:
    """These published own texts, the longest standing first, each with why it could go. 2 queries."""
    regio, gezien, vandaag = _regio(rijen), _gezien(rijen), timezone.localdate()
    uit = []
    for rij in rijen:
        sleutel = (rij.versie.product_id, rij.versie.gemeente_id, rij.veld)
        dagen = [dag for dag in (gezien.get(sleutel), rij.versie.nagekeken_op) if dag is not None]
        gezien_op = max(dagen, default=None)
        tekst = regio.get((rij.versie.product_id, rij.veld), "")
        uit.append(EigenTekst(rij, tuple(_redenen(rij, tekst, gezien_op, vandaag)), gezien_op))
    return sorted(uit, key=lambda lid: (lid.afwijking.sinds or date.min, lid.naam, lid.afwijking.pk))


def _redenen(rij: Afwijking, regio: str, gezien_op: date | None, vandaag: date) -> list[Opruimreden]:
    if rij.tot is not None and rij.tot < vandaag:
        return [Opruimreden.VOORBIJ]
    redenen = []
    if is_gelijk(AfwijkingWijze(rij.wijze), rij.tekst, regio):
        redenen.append(Opruimreden.GELIJK)
    if gezien_op is None and (rij.sinds is None or rij.sinds < vandaag - LANG):
        redenen.append(Opruimreden.NOOIT_HERZIEN)
    return redenen


def _regio(rijen: Sequence[Afwijking]) -> dict[tuple[int, str], str]:
    """(product, veld) → the central text that holds now, for the texts that stand in its place."""
    from redactie.models import Tekstversie

    producten = {rij.versie.product_id for rij in rijen if rij.wijze == AfwijkingWijze.VERVANGEN}
    velden = {rij.veld for rij in rijen}
    tijdlijn = Tekstversie.objects.filter(product__in=producten, veld__in=velden, vanaf__lte=timezone.now())
    waarden = tijdlijn.order_by("vanaf", "pk").values_list("product_id", "veld", "tekst")
    return {(product, veld): tekst for product, veld, tekst in waarden}


def _gezien(rijen: Sequence[Afwijking]) -> dict[tuple[int, int, str], date]:
    """The day of the newest judgement of each field; putting off is no judgement."""
    from redactie.models import Herziening

    besluiten = Herziening.objects.filter(
        product__in={rij.versie.product_id for rij in rijen},
        gemeente__in={rij.versie.gemeente_id for rij in rijen},
    ).exclude(besluit=Besluit.LATER)
    per: dict[tuple[int, int, str], date] = defaultdict(lambda: date.min)
    for product, gemeente, veld, wanneer in besluiten.values_list("product", "gemeente", "veld", "wanneer"):
        sleutel = (product, gemeente, veld)
        per[sleutel] = max(per[sleutel], timezone.localdate(wanneer))
    return dict(per)
