"""The import as one function: read → check → compare → write. `manage.py importeer` shows what it returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from redactie.invoer.controle import controleer
from redactie.invoer.controle.concepten import waarschuw_voor_concepten, waarschuw_voor_tweede_paar
from redactie.invoer.documenten import Soort
from redactie.invoer.fouten import Fouten, Melding
from redactie.invoer.lezen import lees_bundel
from redactie.invoer.schrijven.plan import Uitvoering
from redactie.invoer.stand import lees_stand
from redactie.invoer.verschil import Plan, laat_gepland_staan, vergelijk
from redactie.models import Product


@dataclass(frozen=True)
class Voorbereid:
    """A checked import that has written nothing yet."""

    plan: Plan
    waarschuwingen: list[Melding]
    concept: bool
    in_gebruik: bool


def bereid_voor(bron: Path, *, nu: datetime, concept: bool = False, verwijder: bool = False) -> Voorbereid:
    """Raises InvoerFout with every fault; nothing is written either way."""
    fouten = Fouten()
    bundel = lees_bundel(bron, fouten)
    stand = lees_stand(nu=nu, concepten=concept)
    controleer(bundel, stand, fouten, nu=nu, verwijder=verwijder)
    fouten.stop_bij_fouten()
    if concept:
        gepubliceerd = set(Product.objects.filter(live=True).values_list("sleutel", flat=True))
        bundel = laat_gepland_staan(bundel, stand, fouten, nu=nu, gepubliceerd=gepubliceerd)
    plan = vergelijk(bundel, stand, nu=nu, verwijder=verwijder)
    waarschuw_voor_concepten(plan, fouten)
    in_gebruik = bool(stand.van(Soort.GEMEENTE))
    if in_gebruik and not concept:
        waarschuw_voor_tweede_paar(plan, fouten)
    return Voorbereid(plan, fouten.waarschuwingen, concept, in_gebruik)


def importeer(voorbereid: Voorbereid, *, klaar: Callable[[int], object] = lambda aantal: None) -> None:
    Uitvoering(
        plan=voorbereid.plan, concept=voorbereid.concept, in_gebruik=voorbereid.in_gebruik, klaar=klaar
    ).voer_uit()
