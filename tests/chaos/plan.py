"""What the editors do: made from the seed alone, before anything runs.

Most texts get exactly one edit, so that no later one can heal what was lost of it. Pure.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

EENMALIG = 0.85
"""The part of the products that is edited once."""
PER_FEIT = 10
"""So many products share one fact."""


class Wat(StrEnum):
    WIJZIG = "wijzig"
    WIJK_AF = "wijk af"
    VOLG_WEER = "volg weer"
    TREK_IN = "trek in"
    BRENG_TERUG = "breng terug"
    FEIT = "feit"


@dataclass(frozen=True, slots=True)
class Bewerking:
    """`sleutel`: of a product, or of a fact. `merk`: what the text must say, and no other edit says."""

    nummer: int
    wat: Wat
    sleutel: str
    gemeente: str = ""

    @property
    def merk(self) -> str:
        return f"Merk {self.nummer} van {self.sleutel} {self.gemeente}".strip() + "."


def gemeenten(aantal: int) -> list[str]:
    return [f"gemeente-{nummer}" for nummer in range(1, aantal + 1)]


def producten(aantal: int) -> list[str]:
    return [f"product-{nummer}" for nummer in range(aantal)]


def feit_van(nummer: int) -> str:
    return f"feit-{nummer // PER_FEIT}"


def feiten(aantal: int) -> list[str]:
    """The facts that so many products use."""
    return sorted({feit_van(nummer) for nummer in range(aantal)})


def maak_plan(
    zaad: int, *, aantal: int, bewerkt: int, gemeenten: Sequence[str], redacteuren: int
) -> list[list[Bewerking]]:
    """For each editor what they do, in order. `aantal` products, of which `bewerkt` are edited."""
    kans = random.Random(zaad)
    reeksen: list[list[tuple[Wat, str, str]]] = [
        _reeks(kans, sleutel, gemeenten) for sleutel in kans.sample(producten(aantal), bewerkt)
    ]
    # A fact changes all that use it: of one in four, so that elsewhere it heals nothing.
    reeksen += [[(Wat.FEIT, sleutel, "")] for sleutel in feiten(aantal)[::4]]
    werk: list[list[Bewerking]] = [[] for _ in range(redacteuren)]
    nummer = 0
    while reeksen:
        reeks = kans.choice(reeksen)
        wat, sleutel, gemeente = reeks.pop(0)
        nummer += 1
        kans.choice(werk).append(Bewerking(nummer, wat, sleutel, gemeente))
        reeksen = [lid for lid in reeksen if lid]
    return werk


def _reeks(kans: random.Random, sleutel: str, gemeenten: Sequence[str]) -> list[tuple[Wat, str, str]]:
    """What happens to one product."""
    if kans.random() < EENMALIG:
        (wat,) = kans.choices([Wat.WIJZIG, Wat.WIJK_AF, Wat.TREK_IN], [6, 3, 1])
        return [(wat, sleutel, kans.choice(gemeenten) if wat is Wat.WIJK_AF else "")]
    waar = kans.choice(gemeenten)
    alles = [
        (Wat.WIJZIG, sleutel, ""),
        (Wat.WIJK_AF, sleutel, waar),
        (Wat.TREK_IN, sleutel, ""),
        (Wat.BRENG_TERUG, sleutel, ""),
        (Wat.VOLG_WEER, sleutel, waar),
    ]
    return alles[: kans.randint(2, len(alles))]
