"""Taking one text away everywhere: check, do, log; with a receipt that goes on until every place has confirmed it.

The text is unpublished like any other, so what the queue promises of withdrawals holds: they go before everything
else, also where publishing is paused. What the receipt says is read in `intrekbewijs.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish import UnpublishAction

from redactie.models import Product
from redactie.persoonsnaam import persoonsnaam
from sync.models import Documentsoort, Doel, DoelSoort, Intrekking, Publicatie, Toestand


class IntrekFout(Exception):
    """This cannot be withdrawn; a Dutch sentence for the administrator."""


def raakt(sleutel: str) -> tuple[list[str], list[str]]:
    """The bereiken where it is live, and the names of the targets outside the house that have it. 2 queries."""
    live = Publicatie.objects.filter(
        documentsoort=Documentsoort.PRODUCT, sleutel=sleutel, toestand=Toestand.LIVE
    )
    bereiken = list(live.order_by("bereik").values_list("bereik", flat=True))
    doelen = Doel.objects.exclude(soort=DoelSoort.INDEX).filter(bereik__in=bereiken).order_by("naam")
    return bereiken, list(doelen.values_list("naam", flat=True))


def trek_overal_in(
    *, product: Product, reden: str, door: Any, gezien: int, nu: datetime | None = None
) -> Intrekking:
    """`gezien`: in how many bereiken it was live when this person was told so. IntrekFout: nothing has changed."""
    with transaction.atomic():
        rij = Product._base_manager.select_for_update().get(pk=product.pk)
        if not rij.live:
            raise IntrekFout("Deze tekst is al ingetrokken.")
        bereiken, doelen = raakt(rij.sleutel)
        if len(bereiken) != gezien:
            raise IntrekFout("De tekst staat intussen op andere plekken. Bekijk de lijst opnieuw.")
        intrekking = Intrekking.objects.create(
            sleutel=rij.sleutel,
            titel=rij.titel[:200],
            reden=reden,
            door=persoonsnaam(door),
            op=nu or timezone.now(),
            bereiken=bereiken,
            doelen=doelen,
        )
        # Whoever looks after publishing may do this with any text; Wagtail would ask for the right to publish it.
        UnpublishAction(rij, user=door).execute(skip_permission_checks=True)
    return intrekking
