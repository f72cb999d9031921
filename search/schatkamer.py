"""Keeps the vocabulary of a scope for a while: counting all words for each query would cost more than the query.

A vocabulary of some seconds ago does no harm: a new word is searched for as it is typed, whether it is known or not.
One thread fetches; the others go on with what there is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

from search.bereik import Scope
from search.woordenschat import Woordenschat

HOUDBAAR = 30.0  # seconds
MEESTE = 64
Sleutel = tuple[str, Scope]


class Schatkamer:
    """Per (generation, scope) the vocabulary, at most `HOUDBAAR` seconds old when it is asked for often."""

    def __init__(
        self, ophalen: Callable[[str, Scope], dict[str, int]], nu: Callable[[], float] = monotonic
    ) -> None:
        self._ophalen = ophalen
        self._nu = nu
        self._bewaard: OrderedDict[Sleutel, tuple[float, Woordenschat]] = OrderedDict()
        self._slot = Lock()
        self._haalt = Lock()

    def geef(self, generatie: str, scope: Scope) -> Woordenschat:
        sleutel = (generatie, scope)
        with self._slot:
            bewaard = self._bewaard.get(sleutel)
        if bewaard is not None and self._nu() < bewaard[0]:
            return bewaard[1]
        if not self._haalt.acquire(blocking=bewaard is None):
            assert bewaard is not None
            return bewaard[1]
        try:
            return self._vernieuw(sleutel)
        finally:
            self._haalt.release()

    def leeg(self) -> None:
        with self._slot:
            self._bewaard.clear()

    def _vernieuw(self, sleutel: Sleutel) -> Woordenschat:
        with self._slot:
            oud = self._bewaard.get(sleutel)
        if oud is not None and self._nu() < oud[0]:
            return oud[1]
        aantallen = self._ophalen(*sleutel)
        # The same object for the same words: what was derived from it stays useful.
        nieuw = oud[1] if oud is not None and oud[1].aantallen == aantallen else Woordenschat(aantallen)
        with self._slot:
            self._bewaard[sleutel] = (self._nu() + HOUDBAAR, nieuw)
            self._bewaard.move_to_end(sleutel)
            while len(self._bewaard) > MEESTE:
                self._bewaard.popitem(last=False)
        return nieuw
