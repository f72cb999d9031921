"""Keeps which targets are behind since when, and makes a row for each mail about it, in the same transaction.

So a process that dies leaves both or neither, and of several processes one makes the row: the database has one open
Achterblijver per target, and one mail of each kind about it.
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Min, Q

from redactie.berichten.momenten import niet_voor
from redactie.keuzes import Berichtmoment
from redactie.post.bezorgen import heeft_mailserver
from sync.achterblijven.oordeel import LANG_GENOEG_GOED, Reden, Waarneming, beoordeel
from sync.models import (
    Achterblijver,
    Doel,
    Doelbericht,
    Doelberichtsoort,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
)
from sync.nazien_buiten import klacht

logger = logging.getLogger(__name__)


def houd_bij(nu: datetime) -> int:
    """Look at every target that readers depend on; how many mails were made."""
    if not heeft_mailserver():
        return 0
    open_ = {lid.doel_id: lid for lid in Achterblijver.objects.filter(hersteld_op=None)}
    gezien_nu = _waarnemingen()
    # An index that another took over from serves nobody: no news.
    voorbij = open_.keys() - {doel.pk for doel, _ in gezien_nu}
    Achterblijver.objects.filter(doel__in=voorbij, hersteld_op=None).update(hersteld_op=nu)
    gemaakt = 0
    for doel, gezien in gezien_nu:
        uitslag, eerder = beoordeel(gezien, nu), open_.get(doel.pk)
        if uitslag is not None and eerder is None:
            gemaakt += _begin(doel, *uitslag, nu=nu)
        elif uitslag is not None and eerder is not None:
            _nog(eerder, uitslag[0])
        elif uitslag is None and eerder is not None:
            gemaakt += _goed(eerder, gepauzeerd=gezien.gepauzeerd, nu=nu)
    return gemaakt + _stand(nu)


def _waarnemingen() -> list[tuple[Doel, Waarneming]]:
    """2 queries, and one for each target with a long list of what should not be there."""
    wacht, geparkeerd = Q(toestand=LeveringToestand.WACHT), Q(toestand=LeveringToestand.GEPARKEERD)
    per = {
        rij["doel"]: rij
        for rij in Levering.objects.filter(wacht | geparkeerd)
        .order_by()
        .values("doel")
        .annotate(wacht=Min("wacht_sinds", filter=wacht), geweigerd=Min("wacht_sinds", filter=geparkeerd))
    }
    return [
        (
            doel,
            Waarneming(
                gestopt=doel.toestand == DoelToestand.GESTOPT,
                gepauzeerd=doel.toestand == DoelToestand.GEPAUZEERD,
                laatste_fout=doel.laatste_fout,
                fout_sinds=doel.fout_sinds,
                wacht_sinds=per.get(doel.pk, {}).get("wacht"),
                geweigerd_sinds=per.get(doel.pk, {}).get("geweigerd"),
                heeft_klacht=bool(klacht(doel)),
            ),
        )
        for doel in Doel.objects.filter(~Q(soort=DoelSoort.INDEX) | Q(toestand=DoelToestand.ACTIEF)).order_by(
            "pk"
        )
    ]


def _begin(doel: Doel, reden: Reden, sinds: datetime, *, nu: datetime) -> int:
    try:
        with transaction.atomic():
            nieuw = Achterblijver.objects.create(doel=doel, reden=reden.value, sinds=sinds)
            Doelbericht.objects.create(soort=Doelberichtsoort.ACHTER, achterblijver=nieuw, niet_voor=nu)
    except IntegrityError:
        return 0  # another process saw it as well
    logger.warning("doel %s blijft achter: %s", doel.naam, reden.value)
    return 1


def _nog(eerder: Achterblijver, reden: Reden) -> None:
    """Still behind, since the same moment; why may be another by now."""
    if eerder.goed_sinds is not None or eerder.reden != reden.value:
        Achterblijver.objects.filter(pk=eerder.pk).update(goed_sinds=None, reden=reden.value)


def _goed(eerder: Achterblijver, *, gepauzeerd: bool, nu: datetime) -> int:
    """A target that a person paused is not well again; whoever did that needs no mail either."""
    rij = Achterblijver.objects.filter(pk=eerder.pk, hersteld_op=None)
    if gepauzeerd:
        rij.update(hersteld_op=nu)
        return 0
    if eerder.goed_sinds is None:
        rij.update(goed_sinds=nu)
        return 0
    if nu - eerder.goed_sinds < LANG_GENOEG_GOED:
        return 0
    with transaction.atomic():
        if not rij.update(hersteld_op=nu):
            return 0
        Doelbericht.objects.create(soort=Doelberichtsoort.HERSTELD, achterblijver=eerder, niet_voor=nu)
    return 1


def _stand(nu: datetime) -> int:
    """The collected mail of the next working day, while anything is behind; what it says is read when it goes."""
    if not Achterblijver.objects.filter(hersteld_op=None).exists():
        return 0
    morgen = niet_voor(Berichtmoment.DAG, nu)
    vast = {"soort": Doelberichtsoort.STAND}
    return int(Doelbericht.objects.get_or_create(achterblijver=None, niet_voor=morgen, defaults=vast)[1])
