"""Delivery: lease, commit, talk outside any transaction, compare-and-set on the lease.

Withdrawals go first. A delivery that was overtaken by a newer version while it travelled stays in the queue for that
newer one. Who talks when, so that nobody waits for a slow target, is for `bezorgen.py`; what an answer does to the
rows, for `verwerken.py`.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from sync.adem import Adem
from sync.classificatie import Doelantwoord
from sync.doelen import Adapter, Bericht, NietAanOns
from sync.models import BELEVERD, Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Toestand
from sync.verwerken import verwerk

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Vracht:
    """What is on its way to one target under one lease."""

    doel: Doel
    token: str
    leveringen: Sequence[Levering]
    berichten: Sequence[Bericht]


def te_beleveren() -> QuerySet[Doel]:
    """Targets for which something can be tried now. 1 query, however many there are.

    One that a person has paused still gets what is withdrawn: that cannot wait for the pause to end.
    """
    vrij = _vrij().filter(doel=OuterRef("pk"))
    lopend = Q(toestand__in=BELEVERD) & Exists(vrij)
    gepauzeerd = Q(toestand=DoelToestand.GEPAUZEERD) & Exists(vrij.filter(intrekking=True))
    doelen = Doel.objects.filter(lopend | gepauzeerd)
    doelen = doelen.filter(Q(weer_op__isnull=True) | Q(weer_op__lte=Now()))
    # A generation that was asked for a moment ago is not made yet.
    return doelen.exclude(soort=DoelSoort.INDEX, vingerafdruk="").order_by("pk")


def lever_blok(doel: Doel, adapter: Adapter, adem: Adem) -> int:
    """Deliver one batch to one target; returns how many it acknowledged."""
    vracht = laad(doel, adapter.grootste_blok, adem)
    if vracht is None:
        return 0
    antwoorden = breng(adapter, vracht.berichten)
    return geef_terug(vracht, adem) if antwoorden is None else los(vracht, antwoorden, adem)


def laad(doel: Doel, meest: int, adem: Adem) -> Vracht | None:
    """Lease a batch; None when nothing waits. After failures less at a time: one document may be the cause."""
    token = secrets.token_hex(16)
    with adem.schrijven():
        leveringen = _leen(doel, token, max(1, meest >> doel.fouten_op_rij))
    if not leveringen:
        return None
    return Vracht(doel, token, leveringen, [_bericht(doel, levering) for levering in leveringen])


def breng(adapter: Adapter, berichten: Sequence[Bericht]) -> list[Doelantwoord] | None:
    """Talk: asks the database nothing, and raises nothing. None: this target is not ours to talk to now."""
    try:
        return adapter.lever(berichten)
    except NietAanOns:
        return None
    except Exception as fout:  # a fault of ours in an adapter may not stop the other targets
        logger.exception("onverwachte fout in %s", type(adapter).__name__)
        return [Doelantwoord(0, melding=fout_van_ons(fout))] * len(berichten)


def fout_van_ons(fout: Exception) -> str:
    """Only of which kind: its text may hold what somebody wrote, and every municipality that waits reads this."""
    return f"onverwachte fout: {type(fout).__name__}"


def los(vracht: Vracht, antwoorden: Sequence[Doelantwoord], adem: Adem) -> int:
    """Put what was answered on the rows; returns how many documents were acknowledged."""
    with adem.schrijven():
        return verwerk(vracht.doel, vracht.token, vracht.leveringen, vracht.berichten, antwoorden)


def geef_terug(vracht: Vracht, adem: Adem) -> int:
    """Nothing was brought: let go of the lease, so that who may bring it need not wait for its end. Returns 0."""
    rijen = Levering.objects.filter(pk__in=[lid.pk for lid in vracht.leveringen], lease_token=vracht.token)
    with adem.schrijven():
        rijen.update(lease_tot=None, lease_token="")
    return 0


def _vrij() -> QuerySet[Levering]:
    """What waits and nobody has on lease, by the database's clock."""
    return (
        Levering.objects.filter(toestand=LeveringToestand.WACHT)
        .filter(Q(volgende_op__isnull=True) | Q(volgende_op__lte=Now()))
        .filter(Q(lease_tot__isnull=True) | Q(lease_tot__lte=Now()))
    )


def _leen(doel: Doel, token: str, meest: int) -> list[Levering]:
    """Lease what waits: withdrawals first, then what failed least, then what waits longest."""
    gepauzeerd = doel.toestand == DoelToestand.GEPAUZEERD
    with transaction.atomic():
        vrij = _vrij().filter(doel=doel).order_by("-intrekking", "pogingen", "wacht_sinds", "pk")
        if gepauzeerd:
            vrij = vrij.filter(intrekking=True)
        if connection.features.has_select_for_update_skip_locked:
            vrij = vrij.select_for_update(skip_locked=True)
        ids = list(vrij.values_list("pk", flat=True)[:meest])
        if not ids:
            return []
        # Looked at after the locks, which a move takes first: at another address this is not for us to bring.
        hier = Doel.objects.filter(pk=doel.pk, adres=doel.adres)
        Levering.objects.filter(Exists(hier), pk__in=ids).update(lease_tot=Now() + LEASE, lease_token=token)
    rijen = Levering.objects.filter(pk__in=ids, lease_token=token)
    if gepauzeerd:
        rijen = rijen.filter(publicatie__toestand=Toestand.INGETROKKEN)  # not one that came back meanwhile
    rijen = rijen.select_related("publicatie__publieke_inhoud")
    if doel.wil_intern:
        rijen = rijen.select_related("publicatie__inhoud")
    return list(rijen.order_by("-intrekking", "pk"))


def _bericht(doel: Doel, levering: Levering) -> Bericht:
    """The newest committed state: what the row points at may be newer than when it was leased."""
    rij = levering.publicatie
    publiek = rij.publieke_inhoud.als_dict() if rij.publieke_inhoud is not None else None
    balie = rij.inhoud.als_dict() if doel.wil_intern and rij.inhoud is not None else None
    return Bericht(
        bereik=rij.bereik,
        documentsoort=rij.documentsoort,
        sleutel=rij.sleutel,
        versie=doel.gewenste_versie(rij),
        hash=rij.hash if doel.wil_intern else rij.publieke_hash,
        publiek=publiek,
        balie=balie,
    )
