"""A new epoch: after an older database was put back, every version that comes lies above all that were ever issued.

Raising the number alone moves nothing: texts that did not change keep their old version, and a target that has a
higher one would keep refusing it. So everything is issued again, with the same content, in short transactions that
can be broken off and done again. Targets that were stopped because they were ahead of us go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from sync.adem import Adem
from sync.canoniek import EPOCH, volgende_versie
from sync.classificatie import Oordeel
from sync.models import Doel, DoelSoort, DoelToestand, Publicatie, Syncstand, Uitgave
from sync.vastleggen import wens


def verhoog(*, naar: int | None = None) -> int:
    """Raise the epoch, by one or to `naar`; returns the new one. ValueError when that is not higher."""
    with transaction.atomic():
        Syncstand.haal()
        stand = Syncstand.objects.select_for_update().get(pk=1)
        nieuw = stand.epoch + 1 if naar is None else naar
        if nieuw <= stand.epoch:
            raise ValueError(f"Het tijdvak is al {stand.epoch}. Kies een hoger getal.")
        volgende_versie(0, nieuw)
        Syncstand.objects.filter(pk=1).update(epoch=nieuw)
    return nieuw


def nog_te_doen() -> int:
    """How many publications still have a version of before this epoch."""
    return _oude(Syncstand.lees().epoch).count()


def geef_opnieuw_uit(adem: Adem, op: datetime) -> int:
    """Issue a few of them again; returns how many. 0: all that nobody else is working on are done."""
    with adem.schrijven(), transaction.atomic():
        epoch = Syncstand.haal().epoch
        rijen = _oude(epoch).order_by("pk")
        if connection.features.has_select_for_update_skip_locked:
            rijen = rijen.select_for_update(skip_locked=True, no_key=True)
        blok = list(rijen[: adem.blok])
        if blok:
            _geef_uit(blok, epoch, op)
    return len(blok)


def hervat() -> int:
    """Let targets go on that were stopped for being ahead; returns how many. An index is made anew by the loop."""
    return (
        _liep_voor()
        .exclude(soort=DoelSoort.INDEX)
        .update(toestand=DoelToestand.ACTIEF, laatste_fout="", fout_sinds=None, fouten_op_rij=0, weer_op=None)
    )


def _liep_voor() -> QuerySet[Doel]:
    return Doel.objects.filter(
        toestand=DoelToestand.GESTOPT, laatste_fout__startswith=Oordeel.DOEL_LOOPT_VOOR.value
    )


def _oude(epoch: int) -> QuerySet[Publicatie]:
    grens = epoch * EPOCH
    return Publicatie.objects.filter(versie__gt=0).filter(
        Q(versie__lt=grens) | Q(publieke_versie__gt=0, publieke_versie__lt=grens)
    )


def _geef_uit(rijen: Sequence[Publicatie], epoch: int, op: datetime) -> None:
    bronnen = _laatste_bronnen(rijen)
    for rij in rijen:
        rij.versie = volgende_versie(rij.versie, epoch)
        rij.publieke_versie = volgende_versie(rij.publieke_versie, epoch)
        rij.volgnummer = None
    Publicatie.objects.bulk_update(rijen, ["versie", "publieke_versie", "volgnummer"])
    Uitgave.objects.bulk_create(
        Uitgave(
            publicatie=rij,
            versie=rij.versie,
            publieke_versie=rij.publieke_versie,
            toestand=rij.toestand,
            inhoud_id=rij.inhoud_id,
            publieke_inhoud_id=rij.publieke_inhoud_id,
            op=op,
            bronnen={**bronnen.get(rij.pk, {}), "tijdvak": epoch},
        )
        for rij in rijen
    )
    bereiken = {rij.bereik for rij in rijen}
    for doel in Doel.objects.wensend().filter(Q(bereik="") | Q(bereik__in=bereiken)):
        wens([(doel, rij) for rij in rijen if doel.wil(rij)], op)


def _laatste_bronnen(rijen: Sequence[Publicatie]) -> dict[int, dict[str, object]]:
    """What the version before was made of: this one is made of the same."""
    hoogste = Uitgave.objects.filter(publicatie=OuterRef("publicatie")).order_by("-versie").values("versie")
    laatste = Uitgave.objects.filter(publicatie__in=rijen, versie=Subquery(hoogste[:1]))
    return dict(laatste.values_list(F("publicatie"), "bronnen"))
