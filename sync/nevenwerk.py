"""Work that others want done again and again, beside the loop: a mail that must go out, what must be forgotten.

A room further down the flow registers it when it starts (`elke`), so that no arrow points back. It runs in a thread of
its own in the process of the loop: a mail server that does not answer keeps no text from being published. With several
of these processes each runs it: the work itself sees to it that nothing happens twice.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections, connection

logger = logging.getLogger(__name__)

Werk = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Taak:
    """`seconden`: how long it rests after each time."""

    naam: str
    seconden: float
    werk: Werk


_taken: dict[str, Taak] = {}


def elke(seconden: float, naam: str, werk: Werk) -> None:
    """Register work under a name; the same name again takes its place."""
    _taken[naam] = Taak(naam, seconden, werk)


def taken() -> tuple[Taak, ...]:
    return tuple(_taken.values())


class Nevenwerk(threading.Thread):
    """Runs what is registered until `stop` is set. What fails is logged and done again the next time."""

    def __init__(self, stop: threading.Event) -> None:
        super().__init__(name="nevenwerk", daemon=True)
        self.stop = stop
        self._straks: dict[str, float] = {}

    def run(self) -> None:
        while not self.stop.is_set():
            self.ronde(time.monotonic())
            self.stop.wait(1)
        connection.close()

    def ronde(self, nu: float) -> None:
        for taak in taken():
            if nu < self._straks.get(taak.naam, 0.0):
                continue
            try:
                close_old_connections()
                taak.werk()
            except Exception as fout:
                # Its text may hold an address or what somebody wrote.
                logger.warning("%s is niet gelukt: %s", taak.naam, type(fout).__name__)
                connection.close()
            self._straks[taak.naam] = nu + taak.seconden
