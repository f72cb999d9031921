"""Resolving: tokens in a merged product become the facts of this bereik at this moment.

Pure. Leaves rendering to `opmaak.py`; which facts are read is decided by `lezen.py` and checked here once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from redactie.bronnen import KanaalBron
from redactie.keuzes import Herkomst
from redactie.samenvoegen import SamengesteldProduct
from redactie.veld import Veld


@dataclass(frozen=True, slots=True)
class FeitHerkomst:
    """A fact that a text uses: its value as shown, and whose it is; `herkomst` None: no value at this moment."""

    token: str
    waarde: str
    herkomst: Herkomst | None
    ids: tuple[int, ...] = ()
    intern: bool = False

    def als_json(self) -> dict[str, Any]:
        return {
            "token": self.token,
            "waarde": self.waarde,
            "herkomst": self.herkomst.value if self.herkomst else None,
        }


@dataclass(frozen=True, slots=True)
class OpgelostVeld:
    """Resolved Markdown; `regio_tekst` is what the region's text would be here, filled where the field deviates."""

    veld: Veld
    tekst: str
    regio_tekst: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A fact without a value at this moment: for the board. `veld` None: in a channel or an explanation."""

    token: str
    veld: Veld | None
    reden: str


@dataclass(frozen=True, slots=True)
class OpgelostProduct:
    samengesteld: SamengesteldProduct
    velden: tuple[OpgelostVeld, ...]
    status_toelichting: str
    kanalen: tuple[KanaalBron, ...]
    feiten: tuple[FeitHerkomst, ...]
    alarmen: tuple[Alarm, ...]
