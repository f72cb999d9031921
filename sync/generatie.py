"""Index generations as targets: one that serves, at most one that is being filled, the old one kept for a day.

The running loop fills a new generation while the old one serves, and moves the alias when nothing waits and the
counts match. Commands only ask for one (`vraag_generatie`): there is one writer.
"""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from search.keuze import motor
from search.motor import Motor, MotorFout
from sync.models import (
    BELEVERD,
    Documentsoort,
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Publicatie,
    Toestand,
)
from sync.vastleggen import wens

logger = logging.getLogger(__name__)

BEWAAR = timedelta(days=1)


def vraag_generatie(*, op: datetime | None = None) -> Doel:
    """Insert a new generation as a target that wants every publication that was ever live."""
    nu = op or timezone.now()
    with transaction.atomic():
        naam = f"g{nu:%Y%m%d%H%M%S}"
        volgnummer = Doel.objects.filter(soort=DoelSoort.INDEX).count() + 1
        doel = Doel(
            naam=f"index {naam}-{volgnummer}", soort=DoelSoort.INDEX, generatie=f"{naam}-{volgnummer}"
        )
        doel.save()
        producten = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, versie__gt=0)
        wens(doel, producten.only("pk", "versie", "publieke_versie", "toestand"), nu)
    return doel


def zorg_voor_index(*, op: datetime | None = None) -> None:
    """See that a generation of today's analysis serves or is on its way; then fill, switch and clear up."""
    nu = op or timezone.now()
    machine = motor()
    try:
        _begin(machine)
        _zet_vast(machine, nu)
        _wissel(machine, nu)
        _ruim_op(machine, nu)
    except MotorFout as fout:
        logger.warning("zoekindex: %s", fout)


def _generaties(*toestanden: DoelToestand):
    return Doel.objects.filter(soort=DoelSoort.INDEX, toestand__in=toestanden).order_by("pk")


def _begin(machine: Motor) -> None:
    """Ask for a generation when none serves, when it is gone, or when it is of another analysis."""
    bestaande = set(machine.generations())
    for doel in _generaties(*BELEVERD):
        if doel.vingerafdruk and doel.generatie not in bestaande:
            logger.warning("generatie %s is er niet meer", doel.generatie)
            doel.toestand = DoelToestand.GESTOPT
            doel.save(update_fields=["toestand"])
    goede = [
        doel
        for doel in _generaties(DoelToestand.ACTIEF, DoelToestand.VULLEN)
        if doel.vingerafdruk in ("", machine.fingerprint)
    ]
    if not goede:
        vraag_generatie()


def _zet_vast(machine: Motor, nu: datetime) -> None:
    """Make the generations that were asked for."""
    for doel in _generaties(DoelToestand.VULLEN).filter(vingerafdruk=""):
        machine.begin_generation(doel.generatie)
        doel.vingerafdruk = machine.fingerprint
        doel.save(update_fields=["vingerafdruk"])


def _wissel(machine: Motor, nu: datetime) -> None:
    """Serve the newest filled generation once nothing waits for it and its counts are those of the publications."""
    for doel in _generaties(DoelToestand.VULLEN).exclude(vingerafdruk=""):
        if doel.leveringen.filter(toestand=LeveringToestand.WACHT).exists():
            continue
        verschil = verschil_met_publicaties(machine, doel)
        if verschil:
            _meld(doel, f"De index wijkt af van wat gepubliceerd is: {verschil}", nu)
            continue
        with transaction.atomic():
            machine.activate(doel.generatie)
            _generaties(DoelToestand.ACTIEF).update(toestand=DoelToestand.BEWAARD, vervangen_op=nu)
            doel.toestand, doel.laatste_fout, doel.fout_sinds = DoelToestand.ACTIEF, "", None
            doel.save(update_fields=["toestand", "laatste_fout", "fout_sinds"])
        logger.info("zoekindex: generatie %s is nu actief", doel.generatie)


def _meld(doel: Doel, melding: str, nu: datetime) -> None:
    """Keep a fault of a generation for the screen, once."""
    if doel.laatste_fout != melding:
        logger.warning("generatie %s: %s", doel.generatie, melding)
        Doel.objects.filter(pk=doel.pk).update(laatste_fout=melding, fout_sinds=doel.fout_sinds or nu)


def verschil_met_publicaties(machine: Motor, doel: Doel) -> dict[str, int]:
    """bereik → documents in the index minus documents that should be there; empty when all agree."""
    verwacht: Counter[str] = Counter(
        Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE)
        .exclude(
            pk__in=Levering.objects.filter(doel=doel, toestand=LeveringToestand.GEPARKEERD).values(
                "publicatie"
            )
        )
        .values_list("bereik", flat=True)
    )
    aanwezig = machine.counts(doel.generatie)
    return {
        bereik: aanwezig.get(bereik, 0) - verwacht[bereik]
        for bereik in set(verwacht) | set(aanwezig)
        if aanwezig.get(bereik, 0) != verwacht[bereik]
    }


def _ruim_op(machine: Motor, nu: datetime) -> None:
    """Drop what has been replaced for a day, and its deliveries with it."""
    for doel in _generaties(DoelToestand.BEWAARD).filter(vervangen_op__lt=nu - BEWAAR):
        machine.drop(doel.generatie)
        doel.delete()
    for doel in _generaties(DoelToestand.GESTOPT):
        if doel.generatie != machine.active():
            machine.drop(doel.generatie)
            doel.delete()
