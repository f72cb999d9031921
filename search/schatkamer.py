"""Keeps the vocabulary of a scope for a while: counting all words for each query would cost more than the query.

A vocabulary of some seconds ago does no harm: a new word is searched for as it is typed, whether it is known or not.
So nobody waits for a new count while there is an old one; a thread beside fetches it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from time import monotonic

from search.bereik import Scope
from search.motor import MotorFout
from search.woordenschat import Woordenschat

HOUDBAAR = 30.0  # seconds
TE_OUD = 600.0  # seconds; after a quiet night the first to ask waits for today's words
MEESTE = 64
Sleutel = tuple[str, Scope]


@dataclass(frozen=True, slots=True)
class _Bewaard:
    """`stand`: of the index when the words were counted; None when the engine cannot say."""

    op: float
    stand: object
    woordenschat: Woordenschat


class Schatkamer:
    """Per (generation, scope) the vocabulary, about `HOUDBAAR` seconds old when it is asked for often.

    `stand`: something that changes with a generation; while it is the same, nothing is counted anew. `terzijde` does
    a piece of work beside the one who asks.
    """

    def __init__(
        self,
        ophalen: Callable[[str, Scope], dict[str, int]],
        *,
        stand: Callable[[str], object] = lambda generatie: None,
        terzijde: Callable[[Callable[[], None]], None] = lambda doe: Thread(target=doe, daemon=True).start(),
        nu: Callable[[], float] = monotonic,
    ) -> None:
        self._ophalen = ophalen
        self._stand = stand
        self._terzijde = terzijde
        self._nu = nu
        self._bewaard: OrderedDict[Sleutel, _Bewaard] = OrderedDict()
        self._slot = Lock()
        self._haalt = Lock()
        self._onderweg: set[Sleutel] = set()

    def geef(self, generatie: str, scope: Scope) -> Woordenschat:
        sleutel = (generatie, scope)
        with self._slot:
            bewaard = self._bewaard.get(sleutel)
            leeftijd = self._nu() - bewaard.op if bewaard is not None else TE_OUD
            if bewaard is not None and leeftijd < HOUDBAAR:
                return bewaard.woordenschat
            wacht = bewaard is None or leeftijd >= TE_OUD
            loopt = sleutel in self._onderweg
            if not wacht:
                self._onderweg.add(sleutel)
        if wacht:
            return self._vernieuw(sleutel)
        if not loopt:
            self._terzijde(lambda: self._ververs(sleutel))
        assert bewaard is not None
        return bewaard.woordenschat

    def leeg(self) -> None:
        with self._slot:
            self._bewaard.clear()

    def _ververs(self, sleutel: Sleutel) -> None:
        try:
            self._vernieuw(sleutel).maak_klaar()
        except MotorFout:
            pass  # whoever asks goes on with the old words, and the next one tries again
        finally:
            with self._slot:
                self._onderweg.discard(sleutel)

    def _vernieuw(self, sleutel: Sleutel) -> Woordenschat:
        with self._haalt:
            with self._slot:
                oud = self._bewaard.get(sleutel)
            if oud is not None and self._nu() - oud.op < HOUDBAAR:
                return oud.woordenschat
            # Asked before the count: what is written meanwhile makes the next one count again.
            stand = self._stand(sleutel[0])
            nieuw = self._tel(sleutel, oud, stand)
            with self._slot:
                self._bewaard[sleutel] = _Bewaard(self._nu(), stand, nieuw)
                self._bewaard.move_to_end(sleutel)
                while len(self._bewaard) > MEESTE:
                    self._bewaard.popitem(last=False)
            return nieuw

    def _tel(self, sleutel: Sleutel, oud: _Bewaard | None, stand: object) -> Woordenschat:
        if oud is not None and stand is not None and stand == oud.stand:
            return oud.woordenschat
        aantallen = self._ophalen(*sleutel)
        # The same object for the same words: what was derived from it stays useful.
        if oud is not None and oud.woordenschat.aantallen == aantallen:
            return oud.woordenschat
        return Woordenschat(aantallen)
