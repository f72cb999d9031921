"""Delivery: lease, commit, talk outside any transaction, compare-and-set on the lease.

Withdrawals go first. A delivery that was overtaken by a newer version while it travelled stays in the queue for that
newer one. One slow, hostile or broken target, or one poisoned document, harms only itself.
"""

from __future__ import annotations

import logging
import random
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from sync.adem import Adem
from sync.classificatie import Doelantwoord, Oordeel, beoordeel
from sync.doelen import Adapter, Bericht, adapter_van
from sync.models import BELEVERD, Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Ontvangst

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
LANGSTE_WACHT = 15 * 60.0


def lever_ronde(adem: Adem) -> int:
    """One batch per target that can be tried now; returns how many documents were acknowledged."""
    bevestigd = 0
    nu = timezone.now()
    te_proberen = Doel.objects.filter(toestand__in=BELEVERD).filter(
        Q(weer_op__isnull=True) | Q(weer_op__lte=nu)
    )
    # A generation that was asked for a moment ago is not made yet.
    for doel in te_proberen.exclude(soort=DoelSoort.INDEX, vingerafdruk=""):
        bevestigd += lever_blok(doel, adapter_van(doel), adem)
    return bevestigd


def lever_blok(doel: Doel, adapter: Adapter, adem: Adem) -> int:
    """Deliver one batch to one target; returns how many it acknowledged."""
    token = secrets.token_hex(16)
    with adem.schrijven():
        leveringen = _leen(doel, token, adapter.grootste_blok)
    if not leveringen:
        return 0
    berichten = [_bericht(doel, levering) for levering in leveringen]
    try:
        antwoorden = adapter.lever(berichten)
    except Exception as fout:  # a fault of ours in an adapter may not stop the other targets
        logger.exception("doel %s: onverwachte fout", doel.naam)
        antwoorden = [Doelantwoord(0, melding=f"{type(fout).__name__}: {fout}")] * len(berichten)
    with adem.schrijven():
        return _verwerk(doel, token, leveringen, berichten, antwoorden)


def _leen(doel: Doel, token: str, meest: int) -> list[Levering]:
    """Lease what waits, by the database's clock: withdrawals first, then what waits longest."""
    with transaction.atomic():
        vrij = (
            Levering.objects.filter(doel=doel, toestand=LeveringToestand.WACHT)
            .filter(Q(volgende_op__isnull=True) | Q(volgende_op__lte=Now()))
            .filter(Q(lease_tot__isnull=True) | Q(lease_tot__lte=Now()))
            .order_by("-intrekking", "wacht_sinds", "pk")
        )
        if connection.features.has_select_for_update_skip_locked:
            vrij = vrij.select_for_update(skip_locked=True)
        ids = list(vrij.values_list("pk", flat=True)[:meest])
        if not ids:
            return []
        Levering.objects.filter(pk__in=ids).update(lease_tot=Now() + LEASE, lease_token=token)
    rijen = Levering.objects.filter(pk__in=ids, lease_token=token)
    return list(rijen.select_related("publicatie__inhoud", "publicatie__publieke_inhoud").order_by("pk"))


def _bericht(doel: Doel, levering: Levering) -> Bericht:
    """The newest committed state: what the row points at may be newer than when it was leased."""
    rij = levering.publicatie
    publiek = rij.publieke_inhoud.als_dict() if rij.publieke_inhoud is not None else None
    balie = rij.inhoud.als_dict() if doel.wil_intern and rij.inhoud is not None else None
    return Bericht(
        bereik=rij.bereik,
        documentsoort=rij.documentsoort,
        sleutel=rij.sleutel,
        versie=rij.versie if doel.wil_intern else rij.publieke_versie,
        hash=rij.hash if doel.wil_intern else rij.publieke_hash,
        publiek=publiek,
        balie=balie,
    )


def _verwerk(
    doel: Doel,
    token: str,
    leveringen: Sequence[Levering],
    berichten: Sequence[Bericht],
    antwoorden: Sequence[Doelantwoord],
) -> int:
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
    with transaction.atomic():
        gelukt = [
            (levering, bericht)
            for levering, bericht, oordeel in zip(leveringen, berichten, oordelen, strict=True)
            if oordeel is Oordeel.BEVESTIGD
        ]
        _bevestig(doel, token, gelukt, nu)
        for levering, antwoord, oordeel in zip(leveringen, antwoorden, oordelen, strict=True):
            if oordeel is not Oordeel.BEVESTIGD:
                _mislukt(token, levering, antwoord, oordeel, nu)
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


def _mislukt(token: str, levering: Levering, antwoord: Doelantwoord, oordeel: Oordeel, nu: datetime) -> None:
    """Back off with jitter, or park until the next version; never touch a lease that is no longer ours."""
    toestand = LeveringToestand.GEPARKEERD if oordeel is Oordeel.PARKEREN else LeveringToestand.WACHT
    eigen = Levering.objects.filter(pk=levering.pk, lease_token=token)
    # A newer version may have come in while this one was on its way: that one is not parked with it.
    if toestand is LeveringToestand.GEPARKEERD and eigen.filter(gewenst__gt=levering.gewenst).exists():
        toestand = LeveringToestand.WACHT
    eigen.update(
        toestand=toestand,
        pogingen=F("pogingen") + 1,
        volgende_op=nu + timedelta(seconds=wachttijd(levering.pogingen + 1, antwoord.wacht_seconden)),
        laatste_fout=f"{antwoord.code} {antwoord.melding}".strip()[:500],
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
    """The breaker: a whole batch that failed says something of the target, not of a document."""
    rij = Doel.objects.filter(pk=doel.pk)
    erg = next(
        (o for o in oordelen if o in (Oordeel.DOEL_LOOPT_VOOR, Oordeel.QUARANTAINE, Oordeel.PAUZE)),
        None,
    )
    if erg is not None:
        melding = antwoorden[oordelen.index(erg)].melding
        rij.update(toestand=DoelToestand.GESTOPT, laatste_fout=f"{erg.value}: {melding}", fout_sinds=nu)
        logger.error("doel %s gestopt: %s %s", doel.naam, erg.value, melding)
        return
    if all(oordeel is Oordeel.OPNIEUW for oordeel in oordelen):
        melding = antwoorden[0].melding or str(antwoorden[0].code)
        rij.update(
            fouten_op_rij=F("fouten_op_rij") + 1,
            weer_op=nu + timedelta(seconds=min(wachttijd(doel.fouten_op_rij + 1), 30.0)),
            laatste_fout=melding[:500],
            fout_sinds=doel.fout_sinds or nu,
        )
    elif doel.fouten_op_rij or doel.laatste_fout:
        rij.update(fouten_op_rij=0, weer_op=None, laatste_fout="", fout_sinds=None)
