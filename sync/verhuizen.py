"""Giving a target another address: what was acknowledged at the old one says nothing of the new one.

So everything is wanted again, and compared as soon as it was brought. What is on its way to the old address counts no
more: its lease is taken away here, and what the old address says of the target itself is not judged
(`verwerken.py`, `nazien_buiten.py`).
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction

from redactie.klok import nu_van_de_database
from sync.doelbeheer import DoelFout, keur_adres
from sync.models import Doel, Levering
from sync.vastleggen import vraag_alles

logger = logging.getLogger(__name__)


def verhuis(*, doel: Doel, adres: str, door: str = "", nu: datetime | None = None) -> Doel:
    """A target that is paused or stopped stays so. DoelFout: nothing has changed."""
    adres, nu = adres.strip(), nu or nu_van_de_database()
    keur_adres(adres)
    with transaction.atomic():
        rij = Doel.objects.select_for_update().get(pk=doel.pk)
        if rij.adres == adres:
            raise DoelFout("Dit is het adres dat er al staat.", veld="adres")
        rij.adres = adres
        rij.fouten_op_rij, rij.weer_op, rij.herstelpogingen = 0, None, 0
        rij.nazien_op, rij.nagezien_op, rij.verschillen, rij.wezen = None, None, {}, {}
        rij.save()
        Levering.objects.filter(doel=rij).update(
            bevestigd=0, bevestigde_hash="", bevestigd_op=None, lease_tot=None, lease_token=""
        )
        vraag_alles(rij, nu)
    logger.info("doel %s verhuisd door %s", rij.naam, door)
    return rij
