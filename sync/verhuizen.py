"""Giving a target another address: what was acknowledged at the old one says nothing of the new one.

So everything is wanted again, and compared as soon as it was brought. What is on its way to the old address counts no
more: its lease is taken away here, and what the old address says of the target itself is not judged
(`verwerken.py`, `nazien_buiten.py`).

What a target signs in with belongs to the site that gave it, and goes to no other: that one asks for its own.
"""

from __future__ import annotations

import logging
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction

from redactie.klok import nu_van_de_database
from sync.classificatie import Oordeel
from sync.doelbeheer import DoelFout, keur_adres
from sync.geheimen import voeg_toe
from sync.models import Doel, DoelSoort, DoelToestand, Levering
from sync.nazien import vergrendel
from sync.vastleggen import vraag_alles

logger = logging.getLogger(__name__)


ANDERE_WEBSITE = (
    "Dit is een andere website. Vul ook een gebruikersnaam en een toepassingswachtwoord van die website in: wat hier "
    "bewaard is, gaat daar niet heen."
)


NOG_STIL = "heeft een ander adres en staat nog stil. Hervat het als het adres klopt"


def verhuis(*, doel: Doel, adres: str, geheim: str = "", door: str = "", nu: datetime | None = None) -> Doel:
    """A target that is paused or stopped stays so. `geheim` comes in the place of those that it had.

    DoelFout, GeheimFout: nothing has changed.
    """
    adres, nu = adres.strip(), nu or nu_van_de_database()
    keur_adres(adres)
    with transaction.atomic():
        leveringen = Levering.objects.filter(doel=doel)
        vergrendel(leveringen)  # before their target, as everybody does
        rij = Doel.objects.select_for_update(no_key=True).get(pk=doel.pk)
        if rij.adres == adres:
            raise DoelFout("Dit is het adres dat er al staat.", veld="adres")
        if geheim:
            rij.geheimen.all().delete()
            voeg_toe(doel=rij, geheim=geheim)
        elif rij.soort == DoelSoort.WORDPRESS and _website(rij.adres) != _website(adres):
            raise DoelFout(ANDERE_WEBSITE, veld="wachtwoord")
        rij.adres = adres
        rij.fouten_op_rij, rij.weer_op, rij.herstelpogingen = 0, None, 0
        if not rij.laatste_fout.startswith(Oordeel.DOEL_LOOPT_VOOR):  # that one asks for another epoch first
            stil = rij.toestand == DoelToestand.GESTOPT
            rij.laatste_fout, rij.fout_sinds = (NOG_STIL, nu) if stil else ("", None)
        rij.nazien_op, rij.nagezien_op, rij.verschillen, rij.wezen = None, None, {}, {}
        rij.save()
        leveringen.update(bevestigd=0, bevestigde_hash="", bevestigd_op=None, lease_tot=None, lease_token="")
        vraag_alles(rij, nu)
    logger.info("doel %s verhuisd door %s", rij.naam, door)
    return rij


def _website(adres: str) -> tuple[str, str]:
    """Who gets what is sent there."""
    delen = urlsplit(adres)
    return delen.scheme, delen.netloc.lower()
