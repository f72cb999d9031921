"""What an answer does to the rows: a delivery is acknowledged, tried later or parked; a target is stopped or left alone
for a while. Compare-and-set on the lease: who lost it changes nothing.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from sync.classificatie import Doelantwoord, Oordeel, beoordeel
from sync.doelen import Bericht
from sync.models import BELEVERD, Doel, DoelToestand, Levering, LeveringToestand, Ontvangst

logger = logging.getLogger(__name__)

LANGSTE_WACHT = 15 * 60.0
LANGSTE_RUST = 30.0
"""Seconds before a target that fails is tried again, unless it asks for more itself."""
LANGSTE_ALLEEN = 60.0
"""Seconds before a document that failed by itself, at a target that fails, is tried again: others go before it."""

ONBEREIKBAAR = frozenset({Oordeel.OPNIEUW, Oordeel.FOUT})
ERNSTIG = (Oordeel.DOEL_LOOPT_VOOR, Oordeel.QUARANTAINE, Oordeel.PAUZE)


def verwerk(
    doel: Doel,
    token: str,
    leveringen: Sequence[Levering],
    berichten: Sequence[Bericht],
    antwoorden: Sequence[Doelantwoord],
) -> int:
    """Returns how many documents the target acknowledged."""
    nu = timezone.now()
    # What has been issued by now, not when we set out: a target may have got a newer one from another process.
    hoogste = dict(
        Levering.objects.filter(pk__in=[rij.pk for rij in leveringen]).values_list("pk", "gewenst")
    )
    oordelen = [
        beoordeel(
            antwoord,
            versie=bericht.versie,
            hash_=bericht.hash,
            hoogste=max(bericht.versie, hoogste.get(levering.pk, 0)),
        )
        for levering, bericht, antwoord in zip(leveringen, berichten, antwoorden, strict=True)
    ]
    # A whole batch that failed says something of the target, not of a document.
    geheel = all(oordeel in ONBEREIKBAAR for oordeel in oordelen)
    with transaction.atomic():
        gelukt = [
            (levering, bericht)
            for levering, bericht, oordeel in zip(leveringen, berichten, oordelen, strict=True)
            if oordeel is Oordeel.BEVESTIGD
        ]
        _bevestig(doel, token, gelukt, nu)
        for levering, antwoord, oordeel in zip(leveringen, antwoorden, oordelen, strict=True):
            if oordeel is not Oordeel.BEVESTIGD:
                wacht = None if geheel and len(oordelen) > 1 else _wacht(levering, antwoord, geheel)
                _mislukt(token, levering, antwoord, oordeel, nu, wacht)
        _werk_doel_bij(doel, antwoorden, oordelen, nu)
    return len(gelukt)


def _bevestig(doel: Doel, token: str, gelukt: Sequence[tuple[Levering, Bericht]], nu: datetime) -> None:
    """Compare-and-set: only if the lease is still ours, and the row waits on if it wants more than we brought."""
    rijen = {
        rij.pk: rij
        for rij in Levering.objects.filter(
            pk__in=[lid.pk for lid, _ in gelukt], lease_token=token
        ).select_for_update()
    }
    ontvangsten = []
    for levering, bericht in gelukt:
        rij = rijen.get(levering.pk)
        if rij is None:
            continue
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
    if rijen:
        Levering.objects.bulk_update(
            list(rijen.values()),
            [
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
    token: str,
    levering: Levering,
    antwoord: Doelantwoord,
    oordeel: Oordeel,
    nu: datetime,
    wacht: float | None,
) -> None:
    """Back off for `wacht` seconds, or park until the next version; never touch a lease that is no longer ours."""
    toestand = LeveringToestand.GEPARKEERD if oordeel is Oordeel.PARKEREN else LeveringToestand.WACHT
    eigen = Levering.objects.filter(pk=levering.pk, lease_token=token)
    # A newer version may have come in while this one was on its way: that one is not parked with it.
    if toestand is LeveringToestand.GEPARKEERD and eigen.filter(gewenst__gt=levering.gewenst).exists():
        toestand = LeveringToestand.WACHT
    eigen.update(
        toestand=toestand,
        pogingen=F("pogingen") + 1,
        volgende_op=nu + timedelta(seconds=wacht) if wacht is not None else None,
        laatste_fout=f"{antwoord.code or 'geen antwoord:'} {antwoord.melding}".strip()[:500],
        lease_tot=None,
        lease_token="",
    )


def wachttijd(poging: int, gevraagd: float | None = None) -> float:
    """Seconds before the next try: doubling from 1 with full jitter, at most a quarter of an hour."""
    if gevraagd is not None:
        return min(max(gevraagd, 0.0), LANGSTE_WACHT)
    return random.uniform(0.5, 1.0) * min(2.0 ** min(poging - 1, 12), LANGSTE_WACHT)  # noqa: S311  no secret


def _werk_doel_bij(
    doel: Doel, antwoorden: Sequence[Doelantwoord], oordelen: Sequence[Oordeel], nu: datetime
) -> None:
    """The breaker: after a whole batch that failed, nothing is tried for a while."""
    rij = Doel.objects.filter(pk=doel.pk)
    erg = next((oordeel for oordeel in oordelen if oordeel in ERNSTIG), None)
    if erg is not None:
        melding = antwoorden[oordelen.index(erg)].melding
        # What a person has paused in the meantime stays so.
        rij.filter(toestand__in=BELEVERD).update(
            toestand=DoelToestand.GESTOPT, laatste_fout=f"{erg.value}: {melding}"[:500], fout_sinds=nu
        )
        logger.error("doel %s gestopt: %s %s", doel.naam, erg.value, melding)
        return
    if all(oordeel in ONBEREIKBAAR for oordeel in oordelen):
        melding = antwoorden[0].melding or str(antwoorden[0].code)
        gevraagd = max((antwoord.wacht_seconden or 0.0 for antwoord in antwoorden), default=0.0)
        rust = max(min(wachttijd(doel.fouten_op_rij + 1), LANGSTE_RUST), min(gevraagd, LANGSTE_WACHT))
        rij.update(
            fouten_op_rij=F("fouten_op_rij") + 1,
            weer_op=nu + timedelta(seconds=rust),
            laatste_fout=melding[:500],
            fout_sinds=doel.fout_sinds or nu,
        )
    elif doel.fouten_op_rij or doel.laatste_fout:
        rij.update(fouten_op_rij=0, weer_op=None, laatste_fout="", fout_sinds=None)
