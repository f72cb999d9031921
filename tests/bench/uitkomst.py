"""What a measurement gives: one number with its unit, its goal if it has one, and how it was taken."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Meting:
    """`hoogstens` / `minstens`: the goal. Without either it is context or a reference, and cannot fail.

    `waarde` None: not measured, `hoe` says why. `kolom`: measured of several things alike, and shown side by side.
    """

    onderdeel: str
    wat: str
    waarde: float | None
    eenheid: str
    hoe: str = ""
    hoogstens: float | None = None
    minstens: float | None = None
    referentie: bool = False
    kolom: str = ""

    @property
    def gehaald(self) -> bool | None:
        if self.waarde is None:
            return None
        if self.hoogstens is not None:
            return self.waarde <= self.hoogstens
        if self.minstens is not None:
            return self.waarde >= self.minstens
        return None

    @property
    def doel(self) -> str:
        if self.hoogstens is not None:
            return f"≤ {getal(self.hoogstens)} {self.eenheid}".strip()
        if self.minstens is not None:
            return f"≥ {getal(self.minstens)} {self.eenheid}".strip()
        return ""

    @property
    def tekst(self) -> str:
        return "not measured" if self.waarde is None else f"{getal(self.waarde)} {self.eenheid}".strip()

    def als_json(self) -> dict[str, Any]:
        return asdict(self) | {"gehaald": self.gehaald}


def getal(waarde: float) -> str:
    """Three significant digits, no exponent."""
    if waarde == 0 or waarde == int(waarde):
        return f"{waarde:,.0f}"
    decimalen = max(0, 2 - math.floor(math.log10(abs(waarde))))
    return f"{waarde:,.{decimalen}f}"


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """Nearest rank: always a value that was measured."""
    op_volgorde = sorted(waarden)
    return op_volgorde[max(math.ceil(deel * len(op_volgorde)) - 1, 0)]


def mediaan(waarden: Sequence[float]) -> float:
    return statistics.median(waarden)


def spreiding(waarden: Sequence[float], eenheid: str) -> str:
    """How the values lie, for beside a median."""
    return f"n={len(waarden)}, {getal(min(waarden))} to {getal(max(waarden))} {eenheid}"
