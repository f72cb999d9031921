"""What an administrator does with a target outside the house: check, do, log. One function for each.

Signing and its secrets are in `geheimen.py`; the screen is `doelschermen.py`.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from redactie.klok import nu_van_de_database
from sync.adreswacht import AdresGeweigerd
from sync.doelregel import doelregel
from sync.geheimen import voeg_toe
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand
from sync.nazien import vergrendel, vul_aan
from sync.vastleggen import vraag_alles

logger = logging.getLogger(__name__)


class DoelFout(Exception):
    """This cannot be done with this target; a Dutch sentence for the administrator. `veld`: what it is about."""

    def __init__(self, melding: str, *, veld: str = "") -> None:
        super().__init__(melding)
        self.veld = veld


def maak_doel(
    *,
    naam: str,
    bereik: str,
    adres: str,
    geheim: str,
    soort: DoelSoort = DoelSoort.HTTP,
    instelling: Mapping[str, object] | None = None,
    door: str = "",
) -> Doel:
    """A target that gets everything of its bereik. DoelFout, GeheimFout: nothing was made."""
    keur_adres(adres)
    if Doel.objects.filter(naam=naam).exists():
        raise DoelFout("Er is al een doel met deze naam.", veld="naam")
    with transaction.atomic():
        doel = Doel.objects.create(
            naam=naam,
            soort=soort,
            toestand=DoelToestand.ACTIEF,
            bereik=bereik,
            adres=adres,
            instelling=dict(instelling or {}),
        )
        voeg_toe(doel=doel, geheim=geheim)
        vraag_alles(doel, nu_van_de_database())
    logger.info("doel %s gemaakt door %s", doel.naam, door)
    return doel


def keur_adres(adres: str) -> None:
    try:
        doelregel().keur(adres)
    except AdresGeweigerd as fout:
        raise DoelFout(str(fout), veld="adres") from fout


def stel_in(*, doel: Doel, instelling: Mapping[str, object], door: str = "") -> None:
    """What only this kind of target asks is another from now on; what was refused is tried again with it."""
    with transaction.atomic():
        _bied_geweigerde_aan(doel, nu_van_de_database())
        Doel.objects.filter(pk=doel.pk).update(instelling=dict(instelling))
    logger.info("doel %s ingesteld door %s", doel.naam, door)


def pauzeer(*, doel: Doel, door: str = "") -> None:
    """Bring nothing but withdrawals until further notice. What changes meanwhile waits, one delivery per document."""
    _zet(doel, DoelToestand.GEPAUZEERD)
    logger.info("doel %s gepauzeerd door %s", doel.naam, door)


def hervat(*, doel: Doel, door: str = "", nu: datetime | None = None) -> None:
    """Bring everything that waits, also what was refused before, and compare afterwards."""
    nu = nu or nu_van_de_database()
    with transaction.atomic():
        rijen = Levering.objects.filter(doel=doel)  # before their target, as everybody locks them
        vergrendel(rijen)
        _bied_geweigerde_aan(doel, nu)
        rijen.filter(toestand=LeveringToestand.WACHT).update(pogingen=0, volgende_op=None)
        _zet(
            doel,
            DoelToestand.ACTIEF,
            fouten_op_rij=0,
            weer_op=None,
            laatste_fout="",
            fout_sinds=None,
            nazien_op=None,
        )
    while vul_aan(doel, nu):
        pass
    logger.info("doel %s hervat door %s", doel.naam, door)


def vergelijk_nu(*, doel: Doel) -> None:
    """Compare as soon as nothing waits, and not only tonight. DoelFout: nothing is compared with this one now."""
    if doel.toestand != DoelToestand.ACTIEF:
        raise DoelFout("Dit doel staat stil. Hervat het eerst; daarna wordt het vanzelf vergeleken.")
    # The index is compared by when that was last done (`nazien.is_tijd`), others by when it is their turn.
    wanneer = {"nagezien_op": None} if doel.wil_intern else {"nazien_op": None}
    Doel.objects.filter(pk=doel.pk).update(**wanneer, herstelpogingen=0)


def keur_wezen_goed(*, doel: Doel, aantal: int, door: str = "") -> None:
    """A person has seen the list of what should not be there: it may go. `aantal`: of the list they saw."""
    with transaction.atomic():
        rij = Doel.objects.select_for_update().get(pk=doel.pk)
        if len(rij.wezen.get("lijst", [])) != aantal:
            raise DoelFout("De lijst is intussen veranderd. Bekijk haar opnieuw.")
        rij.wezen["akkoord"] = True
        rij.nazien_op = None
        rij.save(update_fields=["wezen", "nazien_op"])
    logger.info("doel %s: %s documenten mogen weg, zegt %s", doel.naam, aantal, door)


def _bied_geweigerde_aan(doel: Doel, nu: datetime) -> None:
    geweigerd = Levering.objects.filter(doel=doel, toestand=LeveringToestand.GEPARKEERD)
    vergrendel(geweigerd)
    geweigerd.update(toestand=LeveringToestand.WACHT, wacht_sinds=nu)


def _zet(doel: Doel, toestand: DoelToestand, **velden: object) -> None:
    Doel.objects.filter(pk=doel.pk).exclude(soort=DoelSoort.INDEX).update(toestand=toestand, **velden)
    doel.refresh_from_db()
