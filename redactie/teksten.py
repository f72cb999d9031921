"""Writers of the time line of central texts: what publishing, planning and correcting add to it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from redactie.models import Product, Tekstversie


def gepubliceerde_teksten(*, product: Product, op: datetime) -> dict[str, str]:
    """veld → central text in force at `op`, for the fields that have one."""
    stand: dict[str, str] = {}
    for veld, tekst in (
        product.tekstversies.filter(vanaf__lte=op).order_by("vanaf", "pk").values_list("veld", "tekst")
    ):
        stand[veld] = tekst
    return stand


def leg_gepubliceerde_teksten_vast(*, product: Product) -> list[Tekstversie]:
    """Add a Tekstversie, in force now, for each field whose live column differs from the time line."""
    from redactie.models import Tekstversie

    nu = timezone.now()
    stand = gepubliceerde_teksten(product=product, op=nu)
    nieuw = []
    for veld, tekst in product.teksten().items():
        if stand.get(veld.value, "") == tekst:
            continue
        versie = Tekstversie(
            product=product,
            veld=veld,
            tekst=tekst,
            vanaf=nu,
            klasse=product.klasse,
            nakijken_voor=product.nakijken_voor,
            toelichting=product.toelichting,
            wie=getattr(product, "gepubliceerd_door", None),
        )
        versie.save()
        nieuw.append(versie)
    return nieuw
