"""When a filled generation takes over: nothing waits for it, its documents are those that were delivered, and the
must-win questions are not worse off. Otherwise the old one goes on, and it is told why.

The old generation is kept up to date for a day, to go back to, and then dropped.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction

from redactie.klok import nu_van_de_database
from search.keuze import motor
from search.motor import Motor, MotorFout
from sync.generatie import generaties
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.nazien import HERSTELBAAR, is_tijd, vul_aan, zie_na
from sync.proef import Proef, neem_proef
from sync.slot import Slot, zonder_wachten

logger = logging.getLogger(__name__)

BEWAAR = timedelta(days=1)
OPRUIMEN = 500
OPNIEUW_NAZIEN = timedelta(seconds=30)


def wissel_index(*, op: datetime | None = None) -> None:
    """Switch to what is ready, clear up what is over, and once a night see that the index is as delivered."""
    nu = op or nu_van_de_database()
    with zonder_wachten(Slot.INDEX) as aan_de_beurt:
        if not aan_de_beurt:
            return
        machine = motor()
        try:
            for doel in generaties(DoelToestand.VULLEN).exclude(vingerafdruk=""):
                if _is_klaar(machine, doel, nu):
                    _beslis(machine, doel, nu)
            _ruim_op(machine, nu)
            for doel in generaties(DoelToestand.ACTIEF):
                if is_tijd(doel, nu) or _is_hersteld(doel, nu):
                    _zie_dienende_na(machine, doel, nu)
        except MotorFout as fout:
            logger.warning("zoekindex: %s", fout)


def _zie_dienende_na(machine: Motor, doel: Doel, nu: datetime) -> None:
    """The audit, and the must-win questions again: texts have changed since it began to serve."""
    vul_aan(doel, nu)
    zie_na(machine, doel)
    proef = neem_proef(machine, doel.generatie, dienend=None, op=nu)
    Doel.objects.filter(pk=doel.pk).update(proef=proef.als_json())


def _is_hersteld(doel: Doel, nu: datetime) -> bool:
    """What was offered again must have arrived by now: look whether it did."""
    herstelbaar = bool(set(HERSTELBAAR) & set(doel.verschillen))
    return herstelbaar and doel.nagezien_op is not None and nu - doel.nagezien_op > OPNIEUW_NAZIEN


def _is_klaar(machine: Motor, doel: Doel, nu: datetime) -> bool:
    """Nothing waits, it wants all that was published, and what it has is what was delivered."""
    if doel.leveringen.filter(toestand=LeveringToestand.WACHT).exists() or vul_aan(doel, nu):
        return False
    if doel.verschillen and doel.nagezien_op and nu - doel.nagezien_op < OPNIEUW_NAZIEN:
        return False
    if verschillen := zie_na(machine, doel):
        melding = f"De index wijkt af van wat geleverd is: {verschillen}"
        Doel.objects.filter(pk=doel.pk).update(laatste_fout=melding, fout_sinds=doel.fout_sinds or nu)
        return False
    return True


def _beslis(machine: Motor, doel: Doel, nu: datetime) -> None:
    dienend = machine.active()
    if dienend not in machine.generations():
        dienend = None
    # Counting makes what was written findable, also in a generation that does not serve.
    machine.counts(doel.generatie)
    proef = neem_proef(machine, doel.generatie, dienend=dienend, op=nu)
    if proef.geslaagd or doel.zonder_proef:
        _activeer(machine, doel, proef, nu)
    else:
        _keur_af(doel, proef, nu)


def _activeer(machine: Motor, doel: Doel, proef: Proef, nu: datetime) -> None:
    # First the engine, then our own books: broken off in between, the next round does it again.
    machine.activate(doel.generatie)
    with transaction.atomic():
        generaties(DoelToestand.ACTIEF).exclude(pk=doel.pk).update(
            toestand=DoelToestand.BEWAARD, vervangen_op=nu
        )
        generaties(DoelToestand.AFGEKEURD).delete()
        Doel.objects.filter(pk=doel.pk).update(
            toestand=DoelToestand.ACTIEF,
            proef=proef.als_json(),
            vervangen_op=None,
            laatste_fout="",
            fout_sinds=None,
        )
    logger.info("zoekindex: generatie %s is nu actief", doel.generatie)


def _keur_af(doel: Doel, proef: Proef, nu: datetime) -> None:
    """The old generation goes on; this one is dropped, and the target stays to tell why."""
    verloren = [misser for misser in proef.missers if misser.verloren]
    melding = (
        f"De nieuwe index verliest {len(verloren)} van {proef.gesteld} proefvragen. De oude blijft zoeken."
    )
    Doel.objects.filter(pk=doel.pk).update(
        toestand=DoelToestand.AFGEKEURD,
        proef=proef.als_json(),
        vervangen_op=nu,
        laatste_fout=melding,
        fout_sinds=nu,
    )
    logger.error("zoekindex: generatie %s is afgekeurd. %s", doel.generatie, melding)


def _ruim_op(machine: Motor, nu: datetime) -> None:
    """Drop what has been replaced for a day; what was stopped or refused at once.

    Its deliveries go in pieces, a piece each round: editors wait for the database meanwhile.
    """
    generaties(DoelToestand.BEWAARD).filter(vervangen_op__lt=nu - BEWAAR).update(
        toestand=DoelToestand.GESTOPT
    )
    for doel in generaties(DoelToestand.GESTOPT, DoelToestand.AFGEKEURD):
        stuk = list(doel.leveringen.values_list("pk", flat=True)[:OPRUIMEN])
        blijft = doel.toestand == DoelToestand.AFGEKEURD
        if (blijft and not stuk) or doel.generatie == machine.active():
            continue
        machine.drop(doel.generatie)
        Levering.objects.filter(pk__in=stuk).delete()
        if not blijft and len(stuk) < OPRUIMEN:
            doel.delete()
