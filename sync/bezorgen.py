"""Who talks when: every target that has something waiting gets its turn, and none waits for another.

Only this process's loop reads and writes rows; a few threads do nothing but talk to targets outside the house, one
batch per target at a time. Targets that failed last time share a few threads of their own: however many of them hang,
the others go on. Nothing is kept here that a crash could lose: a lease runs out.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import DatabaseError
from django.db.models.functions import Coalesce, Now

from redactie.klok import nu_van_de_database
from sync.adem import Adem
from sync.doelen import ADAPTERS, adapter_van
from sync.geheimen import GeheimFout
from sync.leveren import breng, laad, lever_blok, los, te_beleveren
from sync.models import Doel, DoelSoort
from sync.nazien_buiten import Vergelijking, te_vergelijken

logger = logging.getLogger(__name__)

DRADEN = 16
PROEFDRADEN = 4
"""For targets that failed last time."""
NIET_BEGONNEN = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Gesprek:
    """One conversation with a target; `klaar` takes its outcome and returns how many documents were acknowledged."""

    uitkomst: Future[Any]
    klaar: Callable[[Any], int]
    op_proef: bool


class Bezorger:
    """`ronde` begins what can begin and takes in what has come back. It does not wait for anybody outside."""

    def __init__(self, *, draden: int = DRADEN, proefdraden: int = PROEFDRADEN) -> None:
        self.ruimte = {False: draden, True: proefdraden}
        self._draden = ThreadPoolExecutor(draden + proefdraden, thread_name_prefix="bezorgen")
        self._gesprekken: dict[int, Gesprek] = {}
        self._beurt: dict[int, float] = {}

    def ronde(self, adem: Adem) -> int:
        """Returns how many documents were acknowledged."""
        bevestigd = self._neem_terug()
        nu = nu_van_de_database()
        # Who had its turn longest ago goes first.
        for doel in sorted(te_beleveren(), key=lambda doel: self._beurt.get(doel.pk, 0.0)):
            with _alleen_dit_doel(doel.pk):
                bevestigd += self._bezorg(doel, adem)
        self._vergelijk(nu)
        return bevestigd

    def wacht(self, seconden: float) -> None:
        """Until somebody answers, at most so long."""
        lopend = [gesprek.uitkomst for gesprek in self._gesprekken.values()]
        if lopend:
            wait(lopend, timeout=seconden, return_when=FIRST_COMPLETED)
        else:
            time.sleep(seconden)

    @property
    def bezig(self) -> bool:
        return bool(self._gesprekken)

    def sluit(self, geduld: float = 5.0) -> None:
        """Take in what comes back soon; the lease of the rest runs out by itself."""
        einde = time.monotonic() + geduld
        while self._gesprekken and time.monotonic() < einde:
            self.wacht(einde - time.monotonic())
            self._neem_terug()
        self._draden.shutdown(wait=False, cancel_futures=True)

    def _neem_terug(self) -> int:
        bevestigd = 0
        for pk in [pk for pk, gesprek in self._gesprekken.items() if gesprek.uitkomst.done()]:
            gesprek = self._gesprekken.pop(pk)
            with _alleen_dit_doel(pk):
                bevestigd += gesprek.klaar(gesprek.uitkomst.result())
        return bevestigd

    def _bezorg(self, doel: Doel, adem: Adem) -> int:
        soort = ADAPTERS[DoelSoort(doel.soort)]
        # Before the adapter is made, which reads the secrets: hundreds may wait for a place.
        if doel.pk in self._gesprekken or (soort.buitenshuis and not self._plaats(doel)):
            return 0
        adapter = adapter_van(doel)
        if not adapter.buitenshuis:
            return lever_blok(doel, adapter, adem)
        vracht = laad(doel, adapter.grootste_blok, adem)
        if vracht is not None:
            self._begin(
                doel,
                partial(breng, adapter, vracht.berichten),
                lambda antwoorden, vracht=vracht: los(vracht, antwoorden, adem),
            )
        return 0

    def _vergelijk(self, nu: datetime) -> None:
        for doel in te_vergelijken(nu):
            if doel.pk in self._gesprekken or not self._plaats(doel):
                continue
            with _alleen_dit_doel(doel.pk):
                adapter = adapter_van(doel)
                vergelijking = Vergelijking(doel, nu)
                self._begin(doel, partial(vergelijking.vraag, adapter), vergelijking.verwerk)

    def _plaats(self, doel: Doel) -> bool:
        """Whether there is a thread for it: leasing begins only when talking can."""
        op_proef = doel.fouten_op_rij > 0
        bezet = sum(gesprek.op_proef == op_proef for gesprek in self._gesprekken.values())
        return bezet < self.ruimte[op_proef]

    def _begin(self, doel: Doel, spreek: Callable[[], Any], klaar: Callable[[Any], int]) -> None:
        self._beurt[doel.pk] = time.monotonic()
        uitkomst = self._draden.submit(spreek)
        self._gesprekken[doel.pk] = Gesprek(uitkomst, klaar, doel.fouten_op_rij > 0)


@contextmanager
def _alleen_dit_doel(pk: int) -> Iterator[None]:
    """What goes wrong with one target (a secret or a content that cannot be read) harms only that one, and is said.

    Not when it is the database: that is for the loop.
    """
    try:
        yield
    except DatabaseError:
        raise
    except Exception as fout:
        # Of a fault of ours only the kind: its text may hold what somebody wrote.
        melding = str(fout) if isinstance(fout, GeheimFout) else f"onverwachte fout: {type(fout).__name__}"
        logger.warning("doel %s: %s", pk, melding, exc_info=not isinstance(fout, GeheimFout))
        Doel.objects.filter(pk=pk).update(
            laatste_fout=melding,
            fout_sinds=Coalesce("fout_sinds", Now()),
            weer_op=Now() + NIET_BEGONNEN,
        )


def lever_ronde(adem: Adem) -> int:
    """Everything that can be tried now, once; waits for the answers. Returns how many documents were acknowledged."""
    bezorger = Bezorger()
    bevestigd = bezorger.ronde(adem)
    while bezorger.bezig:
        bezorger.wacht(60.0)
        bevestigd += bezorger._neem_terug()
    bezorger.sluit()
    return bevestigd
