"""A fuse before a server that does not answer: after one that waited in vain, the others do not wait too.

Somebody is typing at each question, in a thread that also serves the websites: a server that hangs may not take all
threads with it. One question at a time tries whether it answers again. What counts as no answer is for the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from search.motor import MotorOnbereikbaar

RUST = 2.0
"""Seconds for which nobody asks after a question that was not answered."""


class Zekering:
    def __init__(self, fouten: type[Exception], nu: Callable[[], float] = monotonic) -> None:
        self._fouten = fouten
        self._nu = nu
        self._dicht_tot = 0.0
        self._slot = Lock()

    @contextmanager
    def bewaakt(self) -> Iterator[None]:
        """MotorOnbereikbaar at once when the fuse has blown; else do it, and see whether it is answered."""
        self._vraag_beurt()
        try:
            yield
        except self._fouten:
            with self._slot:
                self._dicht_tot = self._nu() + RUST
            raise
        except Exception:
            self._heel()
            raise
        self._heel()

    def _vraag_beurt(self) -> None:
        with self._slot:
            if not self._dicht_tot:
                return
            if self._nu() < self._dicht_tot:
                raise MotorOnbereikbaar("De zoekmachine antwoordde net niet.")
            # This question tries; the others go on without until it knows.
            self._dicht_tot = self._nu() + RUST

    def _heel(self) -> None:
        with self._slot:
            self._dicht_tot = 0.0
