"""What an answer does to the rows: a delivery is acknowledged, tried later or parked; a target is stopped or left alone
for a while. Compare-and-set on the lease: who lost it changes nothing. Moments before which nothing is tried are by the
clock of the database, which every process that delivers reads the same.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from redactie.klok import nu_van_de_database
from sync.classificatie import Doelantwoord, Oordeel, beoordeel
from sync.doelen import Bericht
from sync.models import BELEVERD, Doel, DoelToestand, Levering, LeveringToestand, Ontvangst

logger = logging.getLogger(__name__)

LANGSTE_WACHT = 15 * 60.0
"""Seconds that a target may ask for."""
LANGSTE_RUST = 30.0
"""Seconds before a target that fails is tried again, unless it asks for more itself."""
LANGSTE_ALLEEN = 60.0
"""Seconds before a document that failed is tried again: no longer than a lease, or a fault outlives itself."""

ONBEREIKBAAR = frozenset({Oordeel.OPNIEUW, Oordeel.FOUT})
ERNSTIG = (Oordeel.DOEL_LOOPT_VOOR, Oordeel.QUARANTAINE, Oordeel.PAUZE)


def verwerk(
    doel: Doel,
    token: str,
    leveringen: Sequence[Levering],
    berichten: Sequence[Bericht],
    antwoorden: Sequence[Doelantwoord],
) -> int:
    """Returns how many documents the target acknowledged while the lease was ours."""
    nu = nu_van_de_database()
    with transaction.atomic():
        rijen = _vergrendel(leveringen)
        oordelen = [
            beoordeel(
                antwoord,
                versie=bericht.versie,
                hash_=bericht.hash,
                # Issued by now, not when we set out: it may have got a newer one from another process.
                hoogste=max(bericht.versie, rijen[levering.pk].gewenst if levering.pk in rijen else 0),
            )
            for levering, bericht, antwoord in zip(leveringen, berichten, antwoorden, strict=True)
        ]
        # A whole batch that failed says something of the target, not of a document.
        geheel = all(oordeel in ONBEREIKBAAR for oordeel in oordelen)
        gelukt = []
        for levering, bericht, antwoord, oordeel in zip(
            leveringen, berichten, antwoorden, oordelen, strict=True
        ):
            rij = rijen.get(levering.pk)
            if rij is None or rij.lease_token != token:
                continue
            if oordeel is Oordeel.BEVESTIGD:
                gelukt.append((rij, bericht))
            else:
                wacht = None if geheel and len(oordelen) > 1 else _wacht(levering, antwoord, geheel)
                _mislukt(rij, bericht, antwoord, oordeel, wacht)
        _bevestig(doel, gelukt, nu)
    # Apart: no delivery is held while the target is waited for.
    _werk_doel_bij(doel, antwoorden, oordelen, nu)
    return len(gelukt)


def _vergrendel(leveringen: Sequence[Levering]) -> dict[int, Levering]:
    """The rows as they are now, and as they stay until we are done: a planner may have given them a newer version."""
    rijen = Levering.objects.filter(pk__in=[levering.pk for levering in leveringen])
    return {rij.pk: rij for rij in rijen.select_for_update().order_by("pk")}


def _bevestig(doel: Doel, gelukt: Sequence[tuple[Levering, Bericht]], nu: datetime) -> None:
    """The row waits on if it wants more than we brought."""
    ontvangsten = []
    for rij, bericht in gelukt:
        rij.bevestigd, rij.bevestigde_hash, rij.bevestigd_op = bericht.versie, bericht.hash, nu
        rij.lease_tot, rij.lease_token, rij.pogingen, rij.laatste_fout = None, "", 0, ""
        if rij.gewenst <= bericht.versie:
            rij.toestand, rij.wacht_sinds, rij.volgende_op = LeveringToestand.BEVESTIGD, None, None
        ontvangsten.append(
            Ontvangst(
                doel_naam=doel.naam,
                publicatie_id=rij.publicatie_id,
                versie=bericht.versie,
                hash=bericht.hash,
                op=nu,
            )
        )
    if gelukt:
        # An upsert of rows that are there: Django's bulk_update builds a CASE per column.
        Levering.objects.bulk_create(
            [rij for rij, _ in gelukt],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[
                "bevestigd",
                "bevestigde_hash",
                "bevestigd_op",
                "lease_tot",
                "lease_token",
                "pogingen",
                "laatste_fout",
                "toestand",
                "wacht_sinds",
                "volgende_op",
            ],
        )
        Ontvangst.objects.bulk_create(ontvangsten)


def _wacht(levering: Levering, antwoord: Doelantwoord, geheel: bool) -> float:
    wacht = wachttijd(levering.pogingen + 1, antwoord.wacht_seconden)
    return min(wacht, LANGSTE_ALLEEN) if geheel else wacht


def _mislukt(
    rij: Levering, bericht: Bericht, antwoord: Doelantwoord, oordeel: Oordeel, wacht: float | None
) -> None:
    """Back off for `wacht` seconds, or park until the next version. `rij` is locked, and the lease on it ours."""
    # A newer version may have come in while this one was on its way: that one is not parked with it.
    geweigerd = oordeel is Oordeel.PARKEREN and rij.gewenst <= bericht.versie
    Levering.objects.filter(pk=rij.pk).update(
        toestand=LeveringToestand.GEPARKEERD if geweigerd else LeveringToestand.WACHT,
        pogingen=F("pogingen") + 1,
        volgende_op=Now() + timedelta(seconds=wacht) if wacht is not None else None,
        laatste_fout=f"{antwoord.code or 'geen antwoord:'} {antwoord.melding}".strip()[:500],
        lease_tot=None,
        lease_token="",
    )


def wachttijd(poging: int, gevraagd: float | None = None) -> float:
    """Seconds before the next try: doubling from 1 with full jitter, at most a minute, unless it was asked for."""
    if gevraagd is not None:
        return min(max(gevraagd, 0.0), LANGSTE_WACHT)
    return random.uniform(0.5, 1.0) * min(2.0 ** min(poging - 1, 12), LANGSTE_ALLEEN)  # noqa: S311  no secret


def _werk_doel_bij(
    doel: Doel, antwoorden: Sequence[Doelantwoord], oordelen: Sequence[Oordeel], nu: datetime
) -> None:
    """The breaker: after a whole batch that failed, nothing is tried for a while.

    A target that has another address by now is not judged by what the old one said.
    """
    rij = Doel.objects.filter(pk=doel.pk, adres=doel.adres)
    erg = next((oordeel for oordeel in oordelen if oordeel in ERNSTIG), None)
    if erg is not None:
        melding = antwoorden[oordelen.index(erg)].melding
        # What a person has paused in the meantime stays so.
        rij.filter(toestand__in=BELEVERD).update(
            toestand=DoelToestand.GESTOPT, laatste_fout=f"{erg.value}: {melding}"[:500], fout_sinds=nu
        )
        logger.error("doel %s gestopt: %s %s", doel.naam, erg.value, melding)
        return
    # Of one that was stopped meanwhile, the reason stays.
    rij = rij.exclude(toestand=DoelToestand.GESTOPT)
    if all(oordeel in ONBEREIKBAAR for oordeel in oordelen):
        melding = antwoorden[0].melding or str(antwoorden[0].code)
        gevraagd = max((antwoord.wacht_seconden or 0.0 for antwoord in antwoorden), default=0.0)
        rust = max(min(wachttijd(doel.fouten_op_rij + 1), LANGSTE_RUST), min(gevraagd, LANGSTE_WACHT))
        rij.update(
            fouten_op_rij=F("fouten_op_rij") + 1,
            weer_op=Now() + timedelta(seconds=rust),
            laatste_fout=melding[:500],
            fout_sinds=doel.fout_sinds or nu,
        )
    elif doel.fouten_op_rij or doel.laatste_fout:
        rij.update(fouten_op_rij=0, weer_op=None, laatste_fout="", fout_sinds=None)
