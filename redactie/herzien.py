"""Reading what a deviation was judged against, and recording a new judgement.

Which deviations are te herzien is decided by the pure `redactie/samenvoegen.py`; here stand the queries it needs
and the one function that records a decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from redactie.bronnen import HerzieningBron

if TYPE_CHECKING:
    from redactie.models import Afwijking, Tekstversie


def huidige_basis(afwijking: Afwijking) -> Tekstversie | None:
    """The central text in force now of the field that the deviation is about."""
    from redactie.models import Tekstversie

    return (
        Tekstversie.objects.filter(
            product_id=afwijking.versie.product_id, veld=afwijking.veld, vanaf__lte=timezone.now()
        )
        .order_by("-vanaf", "-pk")
        .first()
    )


def herzieningen_van(afwijking: Afwijking) -> tuple[HerzieningBron, ...]:
    from redactie.models import Herziening

    return tuple(
        herziening.als_bron()
        for herziening in Herziening.objects.filter(
            gemeente_id=afwijking.versie.gemeente_id,
            product_id=afwijking.versie.product_id,
            veld=afwijking.veld,
        )
    )
