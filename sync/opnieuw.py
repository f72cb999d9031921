"""Doing it again on request: plan a municipality or a product anew and offer it again, or offer a target everything.

Only asks: the loop does the work. Nothing that is as it should be gets another version.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from redactie.bronnen import REGIO
from redactie.models import Gemeente, Product, Wijziging, WijzigingSoort
from sync.models import BELEVERD, Doel, Publicatie
from sync.vastleggen import vraag_alles, wens


class Onbekend(Exception):
    """There is no such municipality, product or target; the message is for the operator."""


class StaatStil(Exception):
    """This target is stopped or paused; the message is for the operator."""


def gemeente_opnieuw(slug: str, op: datetime) -> int:
    """Returns how many publications are offered again."""
    if slug != REGIO and not Gemeente.objects.filter(slug=slug).exists():
        raise Onbekend(f"Er is geen gemeente met de sleutel “{slug}”.")
    with transaction.atomic():
        Wijziging.objects.create(soort=WijzigingSoort.GEMEENTE, gemeente=slug)
        Wijziging.objects.create(soort=WijzigingSoort.ALLES, gemeente=slug)
        return _bied_aan(Publicatie.objects.filter(bereik=slug), op)


def product_opnieuw(sleutel: str, op: datetime) -> int:
    """Also of a product that was deleted: what was published of it is then withdrawn everywhere."""
    rijen = Publicatie.objects.filter(documentsoort="product", sleutel=sleutel)
    if not rijen.exists() and not Product.objects.filter(sleutel=sleutel).exists():
        raise Onbekend(f"Er is geen product met de sleutel “{sleutel}”.")
    with transaction.atomic():
        Wijziging.objects.create(soort=WijzigingSoort.PRODUCT, sleutel=sleutel)
        return _bied_aan(rijen, op)


def tekst_opnieuw(rij: Publicatie, op: datetime) -> int:
    """One text in one bereik: made anew, and offered everywhere at once, also where a target rests after failures."""
    soort = WijzigingSoort(rij.documentsoort)
    sleutel = rij.sleutel if soort == WijzigingSoort.PRODUCT else ""
    with transaction.atomic():
        Wijziging.objects.create(soort=soort, sleutel=sleutel, gemeente=rij.bereik)
        aantal = _bied_aan(Publicatie.objects.filter(pk=rij.pk), op)
        # After the deliveries, as who delivers locks them: else each would wait for what the other holds.
        Doel.objects.filter(toestand__in=BELEVERD, leveringen__publicatie=rij).update(weer_op=None)
    return aantal


def doel_opnieuw(naam: str, op: datetime) -> int:
    doel = Doel.objects.filter(naam=naam).first()
    if doel is None:
        namen = ", ".join(f"“{lid}”" for lid in Doel.objects.values_list("naam", flat=True))
        raise Onbekend(f"Er is geen doel met de naam “{naam}”. De doelen zijn: {namen or 'geen'}.")
    if doel.toestand not in BELEVERD:
        raise StaatStil(f"“{naam}” is {doel.get_toestand_display().lower()}. {doel.laatste_fout}".strip())
    with transaction.atomic():
        vraag_alles(doel, op)
        # After the deliveries, as in `tekst_opnieuw`.
        Doel.objects.filter(pk=doel.pk).update(fouten_op_rij=0, weer_op=None)
    return doel.leveringen.count()


def _bied_aan(rijen: QuerySet[Publicatie], op: datetime) -> int:
    """The newest version of each, again, to every target that it is for.

    Held until that is written, in the order of a planner: what is withdrawn meanwhile may not be offered as live.
    """
    rijen = rijen.filter(versie__gt=0).order_by("bereik", "documentsoort", "sleutel")
    gevonden = list(rijen.select_for_update(of=("self",), no_key=True))
    bereiken = {rij.bereik for rij in gevonden}
    for doel in Doel.objects.filter(toestand__in=BELEVERD).filter(Q(bereik="") | Q(bereik__in=bereiken)):
        wens([(doel, rij) for rij in gevonden if doel.wil(rij)], op)
    return len(gevonden)
