"""Receivers that answer badly: the reference receiver, with faults in front of it that come from the seed.

Refused before anything was kept, kept but the answer lost, kept but the answer too late. `rustig` ends it.
"""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deploy.ontvanger.ontvanger import Antwoord, Ontvanger, Opslag, in_json, maak_server
from tests import ontvangers as o

WEIGERT, VERLIEST, TE_LAAT = "500", "antwoord verloren", "antwoord te laat"
KANSEN = {WEIGERT: 0.10, VERLIEST: 0.05, TE_LAAT: 0.05}


@dataclass
class Storing:
    """Which answers go wrong, at all receivers together. `te_laat`: seconds, more than who delivers waits."""

    zaad: int
    te_laat: float
    gegeven: Counter[str] = field(default_factory=Counter)
    rustig: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._kans = random.Random(self.zaad)
        self._slot = threading.Lock()

    def kies(self) -> str:
        """What goes wrong with this answer; empty: nothing."""
        with self._slot:
            if self.rustig.is_set():
                return ""
            (wat,) = self._kans.choices(["", *KANSEN], [1 - sum(KANSEN.values()), *KANSEN.values()])
            self.gegeven[wat or "goed"] += 1
            return wat


class Ontvangers:
    """One for each municipality; what they hold is a file, and can be exchanged."""

    def __init__(self, gemeenten: Sequence[str], map_: Path, storing: Storing) -> None:
        self.map, self.storing = map_, storing
        self.geheim = o.nieuw_geheim()
        self.ontvangers = {
            slug: Ontvanger(Opslag(map_ / f"{slug}.sqlite3"), [self.geheim]) for slug in gemeenten
        }
        self.adressen: dict[str, str] = {}

    @contextmanager
    def aan_het_werk(self) -> Iterator[Ontvangers]:
        with ExitStack() as stapel:
            for slug, ontvanger in self.ontvangers.items():
                server = maak_server(ontvanger, "127.0.0.1", 0)
                server.RequestHandlerClass = _met_storing(server.RequestHandlerClass, lambda: self.storing)
                self.adressen[slug] = stapel.enter_context(o.aan_het_werk(server))
            yield self

    def opslag(self, slug: str) -> Opslag:
        return self.ontvangers[slug].opslag


def _met_storing(soort: Any, storing: Any) -> Any:
    class Storend(soort):
        wat = ""

        def do_PUT(self) -> None:
            self.wat = storing().kies()
            try:
                if self.wat == WEIGERT:
                    self.rfile.read(int(self.headers.get("content-length", "0")))
                    self._stuur(in_json(500, {"melding": "Even niet."}))
                else:
                    self._doe()
            finally:
                self.wat = ""

        def _stuur(self, antwoord: Antwoord) -> None:
            if self.wat == VERLIEST:
                self.close_connection = True
                return
            if self.wat == TE_LAAT:
                storing().rustig.wait(storing().te_laat)
            try:
                super()._stuur(antwoord)
            except OSError:
                self.close_connection = True  # nobody waited for it

    return Storend
