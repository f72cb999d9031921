"""The loop: plan what is recorded, deliver what is wanted, keep the index in order; every 200 ms, until told to stop.

No task framework and no doorbell: what is not yet as wanted stands in the database, so nothing is lost by a crash.
"""

from __future__ import annotations

import logging
import threading
import time
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections, connection

from redactie.bewerkscherm import breng_alles_in_stap
from redactie.klok import nu_van_de_database
from redactie.models import Wijziging
from sync.adem import Adem
from sync.bezorgen import Bezorger
from sync.generatie import zorg_voor_index
from sync.models import (
    BELEVERD,
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Publicatie,
    Syncstand,
)
from sync.nevenwerk import Nevenwerk
from sync.plannen import plan_verlopen, plan_volgende
from sync.stroom import geef_nummers
from sync.uitbreiden import BREED
from sync.wisselen import wissel_index

logger = logging.getLogger(__name__)

TUSSENPOZE = 0.2
HARTSLAG = timedelta(seconds=2)
PLANTIJD = 1.0
"""Seconds of planning on end, and one document more: then those that deliver have their turn."""


class Lus:
    """One process that plans and delivers. `stop` may be set from a signal handler."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.adem = Adem()
        self.bezorger = Bezorger()
        self._laatste_klop = 0.0

    def draai(self) -> None:
        """Run until stopped. A fault is waited out and tried again; nothing is skipped.

        The heart beats after a round that was completed, so a loop that keeps failing is seen to stand still.
        """
        Nevenwerk(self.stop).start()
        while not self.stop.is_set():
            try:
                bezig = self.ronde()
                self._klop()
            except Exception as fout:
                if isinstance(fout, DatabaseError):
                    logger.warning("database: %s", fout)
                else:
                    logger.exception("de ronde is afgebroken")
                connection.close()
                self.stop.wait(2)
                continue
            if not bezig:
                close_old_connections()
                self.bezorger.wacht(TUSSENPOZE)
        self.bezorger.sluit()

    def ronde(self) -> bool:
        """One round; True if there was anything to do."""
        bezig = self.bezorger.neem_terug() > 0
        # Before more is planned: with edits coming in all the time, this is when nothing waits.
        wissel_index()
        bezig = plan_verlopen(self.adem) > 0 or bezig
        einde = time.monotonic() + PLANTIJD
        while not self.stop.is_set() and plan_volgende(self.adem):
            bezig = True
            if time.monotonic() > einde:
                break
        zorg_voor_index()
        bezig = self.bezorger.ronde(self.adem) > 0 or bezig
        bezig = geef_nummers(self.adem) > 0 or bezig
        # Last: the screens of editors may be late, readers may not.
        breng_alles_in_stap()
        return bezig

    def _klop(self) -> None:
        if time.monotonic() - self._laatste_klop >= HARTSLAG.total_seconds():
            Syncstand.klop(op=nu_van_de_database())
            self._laatste_klop = time.monotonic()


def wacht_tot_alles_live(lus: Lus, *, geduld: float, zelf: bool = True) -> bool:
    """Until everything recorded before now is live; by our own rounds, or (not `zelf`) through the loop that runs.

    False when `geduld` seconds were not enough, or `lus` was told to stop. Parked deliveries and publications with a
    fault are not waited for: only a person can help those.
    """
    einde = time.monotonic() + geduld
    laatste = _laatste_wijziging()
    gepland_op: datetime | None = None
    while time.monotonic() < einde and not lus.stop.is_set():
        breed = Wijziging.objects.filter(pk__lte=laatste, soort__in=BREED).exists()
        bezig = lus.ronde() if zelf else False
        if gepland_op is None and not Wijziging.objects.filter(pk__lte=laatste).exists():
            if breed or _is_verlopen():
                # A broad row has become narrow ones, with higher numbers: those are meant as well.
                laatste = _laatste_wijziging()
            else:
                gepland_op = nu_van_de_database()
        if gepland_op is not None and _geleverd(gepland_op):
            return True
        if not bezig:
            lus.stop.wait(TUSSENPOZE / 4)
    return False


def _laatste_wijziging() -> int:
    return Wijziging.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _is_verlopen() -> bool:
    return Publicatie.objects.filter(opnieuw_op__lte=nu_van_de_database()).exists()


def _geleverd(gepland_op: datetime) -> bool:
    """An index serves, and nothing that was wanted at that moment still waits."""
    if not Doel.objects.filter(soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF).exists():
        return False
    wacht = Levering.objects.filter(toestand=LeveringToestand.WACHT, doel__toestand__in=BELEVERD)
    return not wacht.filter(wacht_sinds__lte=gepland_op).exists()
