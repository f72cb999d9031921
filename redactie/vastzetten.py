"""A field of a product becomes fixed: which own texts of municipalities then stop counting, and telling them so.

A deviation on a fixed field stays kept and the merge ignores it (`samenvoegen.py`). So that no text goes quietly,
whoever publishes names each of those texts (`eindigend`), and the log of each municipality says why
(`meld_vastgezet`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log

from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Afwijking, Product

VASTGEZET = "antwoord.afwijking.vastgezet"


def eindigend(product: Product) -> list[Afwijking]:
    """The published own texts in fields that this draft newly fixes. 1 query at most."""
    if not product.vaste_velden:
        return []
    return [rij for rij in lopende_eigen_teksten(product) if eindigt_door(rij, product)]


def eindigt_door(afwijking: Afwijking, concept: Product) -> bool:
    """`afwijking` with its published product."""
    live = afwijking.versie.product
    was_vast = live.live and afwijking.veld in live.vaste_velden
    return afwijking.veld in concept.vaste_velden and not was_vast


def lopende_eigen_teksten(product: Product) -> list[Afwijking]:
    """What municipalities published, now or later in force, by field and municipality. 1 query at most."""
    from redactie.models import Afwijking

    if product.pk is None:
        return []
    niet_voorbij = Q(tot__isnull=True) | Q(tot__gte=timezone.localdate())
    rijen = Afwijking.objects.filter(niet_voorbij, versie__live=True, versie__product=product.pk)
    volgorde = list(Veld)
    return sorted(
        rijen.select_related("versie__gemeente", "versie__product"),
        key=lambda rij: (volgorde.index(Veld(rij.veld)), rij.versie.gemeente.naam, rij.pk),
    )


def telt_niet_mee(afwijking: Afwijking, vandaag: date) -> bool:
    """Whether this published own text, not yet past, stands in a field that is fixed for readers."""
    versie, product = afwijking.versie, afwijking.versie.product
    voorbij = afwijking.tot is not None and afwijking.tot < vandaag
    return versie.live and product.live and afwijking.veld in product.vaste_velden and not voorbij


def meld_vastgezet(product: Product, afwijkingen: Sequence[Afwijking], *, door: Any = None) -> None:
    """A row in the log of each local version, with its fields and the note of the change."""
    velden = defaultdict(list)
    versies = {rij.versie_id: rij.versie for rij in afwijkingen}
    for rij in afwijkingen:
        velden[rij.versie_id].append(Veld(rij.veld).kolom_label)
    for pk, versie in versies.items():
        gegevens = {"velden": velden[pk], "reden": product.toelichting.strip()}
        log(instance=versie, action=VASTGEZET, user=door, data=gegevens)
