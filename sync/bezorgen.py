"""Who talks when: every target that has something waiting gets its turn, and none waits for another.

Only this process's loop reads and writes rows; threads do nothing but talk, one batch per target at a time. There are
places for so many conversations at once. Targets that failed last time have a few places of their own, and so has the
index; who lets us wait gives its place to another. So however many of them hang, or begin to, the others go on.
Comparing has a few places too, which are kept to the end: all that a target has is in memory by then. Nothing is kept
here that a crash could lose: a lease runs out.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from functools import partial
from threading import Thread
from typing import Any

from django.db import DatabaseError
from django.db.models.functions import Coalesce, Now

from redactie.klok import nu_van_de_database
from sync.adem import Adem
from sync.classificatie import Doelantwoord
from sync.doelen import ADAPTERS, adapter_van
from sync.geheimen import GeheimFout
from sync.leveren import Vracht, breng, fout_van_ons, geef_terug, laad, los, te_beleveren
from sync.models import Doel, DoelSoort
from sync.nazien_buiten import Vergelijking, te_vergelijken

logger = logging.getLogger(__name__)

PLAATSEN = 16
PROEFPLAATSEN = 4
"""For targets that failed last time."""
INDEXPLAATSEN = 3
"""For generations of the index."""
VERGELIJKPLAATSEN = 4
"""For comparing, which all targets want at the same hour."""
GEDULD = 2.0
"""Seconds of talking after which a conversation goes on without a place."""
MEESTE_DRADEN = 500
NIET_BEGONNEN = timedelta(seconds=30)
SAMEN = 0.03
"""Seconds that an answer waits for those that come with it."""
NIET_AAN_ONS = 5.0
"""Seconds that this process leaves a target to the one that has it."""


class Rij(Enum):
    """Who waits for the same places."""

    GEWOON = "gewoon"
    OP_PROEF = "op proef"
    INDEX = "index"
    VERGELIJKEN = "vergelijken"


@dataclass(frozen=True, slots=True)
class Gesprek:
    """One conversation with a target; `klaar` takes its outcome and returns how many documents were acknowledged."""

    uitkomst: Future[Any]
    klaar: Callable[[Any], int]
    rij: Rij
    sinds: float


class Bezorger:
    """`ronde` begins what can begin and takes in what has come back. It does not wait for anybody outside."""

    def __init__(
        self, *, plaatsen: int = PLAATSEN, proefplaatsen: int = PROEFPLAATSEN, geduld: float = GEDULD
    ) -> None:
        self.ruimte = {
            Rij.GEWOON: plaatsen,
            Rij.OP_PROEF: proefplaatsen,
            Rij.INDEX: INDEXPLAATSEN,
            Rij.VERGELIJKEN: VERGELIJKPLAATSEN,
        }
        self.geduld = geduld
        self._gesprekken: dict[int, Gesprek] = {}
        self._beurt: dict[int, float] = {}
        self._niet_voor: dict[int, float] = {}

    def ronde(self, adem: Adem) -> int:
        """Returns how many documents were acknowledged."""
        bevestigd = self.neem_terug()
        nu = nu_van_de_database()
        # Who had its turn longest ago goes first.
        for doel in sorted(te_beleveren(), key=lambda doel: self._beurt.get(doel.pk, 0.0)):
            with _alleen_dit_doel(doel.pk):
                self._bezorg(doel, adem)
        self._vergelijk(nu)
        return bevestigd

    def wacht(self, seconden: float) -> None:
        """Until somebody answers, at most so long; and a moment more for others: a round is made of many queries."""
        lopend = [gesprek.uitkomst for gesprek in self._gesprekken.values()]
        if lopend:
            klaar, nog = wait(lopend, timeout=seconden, return_when=FIRST_COMPLETED)
            if klaar and nog:
                wait(nog, timeout=SAMEN)
        else:
            time.sleep(seconden)

    @property
    def bezig(self) -> bool:
        return bool(self._gesprekken)

    def sluit(self, geduld: float = 5.0) -> None:
        """Take in what comes back soon. The rest ends with the process, and its lease runs out by itself."""
        einde = time.monotonic() + geduld
        while self._gesprekken and time.monotonic() < einde:
            self.wacht(einde - time.monotonic())
            self.neem_terug()

    def neem_terug(self) -> int:
        """Take in what has come back; returns how many documents were acknowledged."""
        bevestigd = 0
        for pk in [pk for pk, gesprek in self._gesprekken.items() if gesprek.uitkomst.done()]:
            gesprek = self._gesprekken.pop(pk)
            with _alleen_dit_doel(pk):
                bevestigd += gesprek.klaar(gesprek.uitkomst.result())
        return bevestigd

    def _bezorg(self, doel: Doel, adem: Adem) -> None:
        # Before the adapter is made, which reads the secrets: hundreds may wait for a place.
        rij = _rij(doel)
        if not self._plaats(doel, rij) or time.monotonic() < self._niet_voor.get(doel.pk, 0.0):
            return
        adapter = adapter_van(doel)
        vracht = laad(doel, adapter.grootste_blok, adem)
        if vracht is not None:
            klaar = partial(self._los, vracht, adem)
            self._begin(doel, rij, partial(breng, adapter, vracht.berichten), klaar)

    def _los(self, vracht: Vracht, adem: Adem, antwoorden: Sequence[Doelantwoord] | None) -> int:
        if antwoorden is None:
            self._niet_voor[vracht.doel.pk] = time.monotonic() + NIET_AAN_ONS
            return geef_terug(vracht, adem)
        return los(vracht, antwoorden, adem)

    def _vergelijk(self, nu: datetime) -> None:
        for doel in te_vergelijken(nu):
            if not self._plaats(doel, Rij.VERGELIJKEN):
                continue
            with _alleen_dit_doel(doel.pk):
                adapter = adapter_van(doel)
                vergelijking = Vergelijking(doel, nu)
                spreek = partial(vergelijking.vraag, adapter)
                self._begin(doel, Rij.VERGELIJKEN, spreek, vergelijking.verwerk)

    def _plaats(self, doel: Doel, rij: Rij) -> bool:
        """Whether it can be talked to now: leasing begins only then."""
        if doel.pk in self._gesprekken or len(self._gesprekken) >= MEESTE_DRADEN:
            return False
        vanaf = 0.0 if rij is Rij.VERGELIJKEN else time.monotonic() - self.geduld
        bezet = sum(gesprek.rij is rij and gesprek.sinds > vanaf for gesprek in self._gesprekken.values())
        return bezet < self.ruimte[rij]

    def _begin(self, doel: Doel, rij: Rij, spreek: Callable[[], Any], klaar: Callable[[Any], int]) -> None:
        nu = self._beurt[doel.pk] = time.monotonic()
        self._gesprekken[doel.pk] = Gesprek(_in_een_draad(spreek), klaar, rij, nu)


def _in_een_draad(spreek: Callable[[], Any]) -> Future[Any]:
    """Not in a pool: Python waits for the threads of those when it ends, and one may hang."""
    uitkomst: Future[Any] = Future()

    def draai() -> None:
        try:
            uitkomst.set_result(spreek())
        except BaseException as fout:  # for who asks for the outcome
            uitkomst.set_exception(fout)

    Thread(target=draai, name="bezorgen", daemon=True).start()
    return uitkomst


def _rij(doel: Doel) -> Rij:
    if not ADAPTERS[DoelSoort(doel.soort)].buitenshuis:
        return Rij.INDEX
    return Rij.OP_PROEF if doel.fouten_op_rij else Rij.GEWOON


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
        melding = str(fout) if isinstance(fout, GeheimFout) else fout_van_ons(fout)
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
        bevestigd += bezorger.neem_terug()
    bezorger.sluit()
    return bevestigd
