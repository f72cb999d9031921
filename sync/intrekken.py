"""Taking one text away everywhere: check, do, log; with a receipt that goes on until every place has confirmed it.

The text is unpublished like any other, so what the queue promises of withdrawals holds: they go before everything
else, also where publishing is paused. What the receipt says is read in `intrekbewijs.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.actions.unpublish import UnpublishAction

from redactie.klok import nu_van_de_database
from redactie.models import Product
from redactie.persoonsnaam import persoonsnaam
from sync.models import (
    Documentsoort,
    Doel,
    DoelSoort,
    Intrekking,
    Levering,
    LeveringToestand,
    Publicatie,
    Toestand,
)


class IntrekFout(Exception):
    """This cannot be withdrawn; a Dutch sentence for the administrator."""


def raakt(sleutel: str) -> tuple[list[str], list[str]]:
    """The bereiken where it is live, and the names of the targets outside the house that have it. 2 queries.

    A target that did not take an earlier withdrawal has it still.
    """
    live = _publicaties(sleutel).filter(toestand=Toestand.LIVE)
    bereiken = list(live.order_by("bereik").values_list("bereik", flat=True))
    nog_niet_weg = Levering.objects.filter(
        publicatie__in=_publicaties(sleutel), intrekking=True, bevestigd__gt=0
    ).exclude(toestand=LeveringToestand.BEVESTIGD)
    doelen = Doel.objects.exclude(soort=DoelSoort.INDEX).filter(
        Q(bereik__in=bereiken) | Q(pk__in=nog_niet_weg.values("doel"))
    )
    return bereiken, list(doelen.order_by("naam").values_list("naam", flat=True))


def trek_overal_in(
    *, product: Product, reden: str, door: Any, gezien: int, nu: datetime | None = None
) -> Intrekking:
    """`gezien`: in how many bereiken it was live when this person was told so. IntrekFout: nothing has changed."""
    with transaction.atomic():
        rij = Product._base_manager.select_for_update().get(pk=product.pk)
        if not rij.live:
            raise IntrekFout("Deze tekst is al ingetrokken.")
        # The planner first finishes what it began: whatever it issues after this has a later moment than the receipt.
        list(_publicaties(rij.sleutel).select_for_update(no_key=True).order_by("bereik").values_list("pk"))
        bereiken, doelen = raakt(rij.sleutel)
        if len(bereiken) != gezien:
            raise IntrekFout("De tekst staat intussen op andere plekken. Bekijk de lijst opnieuw.")
        intrekking = Intrekking.objects.create(
            sleutel=rij.sleutel,
            titel=rij.titel[:200],
            reden=reden,
            door=persoonsnaam(door),
            op=nu or nu_van_de_database(),
            bereiken=bereiken,
            doelen=doelen,
        )
        # Whoever looks after publishing may do this with any text; Wagtail would ask for the right to publish it.
        UnpublishAction(rij, user=door).execute(skip_permission_checks=True)
    return intrekking


def _publicaties(sleutel: str) -> QuerySet[Publicatie]:
    return Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, sleutel=sleutel)
