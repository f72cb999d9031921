"""The loop: plan what is recorded, deliver what is wanted, keep the index in order; every 200 ms, until told to stop.

No task framework and no doorbell: what is not yet as wanted stands in the database, so nothing is lost by a crash.
"""

from __future__ import annotations

import logging
import threading
import time
from datetime import timedelta

from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone

from redactie.models import Wijziging
from redactie.teksten import verwerk_ingegane_teksten
from sync.adem import Adem
from sync.generatie import zorg_voor_index
from sync.leveren import lever_ronde
from sync.models import BELEVERD, Levering, LeveringToestand, Publicatie, Syncstand
from sync.plannen import plan_verlopen, plan_volgende

logger = logging.getLogger(__name__)

TUSSENPOZE = 0.2
HARTSLAG = timedelta(seconds=2)
PLANNEN_ACHTEREEN = 50


class Lus:
    """One process that plans and delivers. `stop` may be set from a signal handler."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.adem = Adem()
        self._laatste_klop = 0.0

    def draai(self) -> None:
        """Run until stopped. A fault of the database is waited out; nothing is skipped."""
        while not self.stop.is_set():
            try:
                bezig = self.ronde()
            except OperationalError as fout:
                logger.warning("database: %s", fout)
                connection.close()
                self.stop.wait(2)
                continue
            if not bezig:
                close_old_connections()
                self.stop.wait(TUSSENPOZE)

    def ronde(self) -> bool:
        """One round; True if there was anything to do."""
        self._klop()
        verwerk_ingegane_teksten(op=timezone.now())
        bezig = plan_verlopen(self.adem) > 0
        for _ in range(PLANNEN_ACHTEREEN):
            if self.stop.is_set() or not plan_volgende(self.adem):
                break
            bezig = True
        zorg_voor_index()
        return lever_ronde(self.adem) > 0 or bezig

    def _klop(self) -> None:
        if time.monotonic() - self._laatste_klop >= HARTSLAG.total_seconds():
            Syncstand.klop(op=timezone.now())
            self._laatste_klop = time.monotonic()


def alles_live(tot_wijziging: int) -> bool:
    """Whether all that was recorded up to that Wijziging is planned, and nothing waits at a target.

    Parked deliveries and publications with a fault do not count as waiting: only a person can help those.
    """
    if Wijziging.objects.filter(pk__lte=tot_wijziging).exists():
        return False
    if Publicatie.objects.filter(opnieuw_op__lte=timezone.now()).exists():
        return False
    return not Levering.objects.filter(toestand=LeveringToestand.WACHT, doel__toestand__in=BELEVERD).exists()


def wacht_tot_alles_live(lus: Lus | None, *, geduld: float) -> bool:
    """Until everything recorded before now is live; by our own rounds, or (lus None) through the running loop.

    False when `geduld` seconds were not enough.
    """
    laatste = Wijziging.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    einde = time.monotonic() + geduld
    while True:
        bezig = lus.ronde() if lus is not None else False
        # Broad rows become narrow ones with a higher number: with a loop of our own, also wait for quiet.
        if not bezig and alles_live(_nog_te_gaan(laatste)):
            return True
        if time.monotonic() > einde:
            return False
        if not bezig:
            time.sleep(TUSSENPOZE / 4)


def _nog_te_gaan(laatste: int) -> int:
    return laatste
