"""The questions of the search measurements: finished ones, and states while typing, from the judged set."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from kennisbank.relevantie.vragen import Deel, Oordeelvraag, lees
from tests.keten.installatie import BASIS

VRAGEN = BASIS / "tests" / "zoeken" / "vragen.jsonl"
STATEN = 2000


@dataclass(frozen=True, slots=True)
class Vraag:
    vraag: str
    bereik: str
    typend: bool


def oordeelvragen() -> list[Oordeelvraag]:
    """The part that is only reported on."""
    return [vraag for vraag in _alle() if vraag.deel is Deel.RAPPORT]


def afgemaakt(bereiken: Sequence[str]) -> list[Vraag]:
    return _verdeeld([vraag.vraag for vraag in _alle() if not vraag.typend], bereiken, typend=False)


def getypt(bereiken: Sequence[str]) -> list[Vraag]:
    """Two thousand beginnings of questions, always the same; none ends in a space, after which nothing is asked."""
    staten = {
        vraag.vraag[:aantal]
        for vraag in _alle()
        for aantal in range(1, len(vraag.vraag) + 1)
        if not vraag.vraag[aantal - 1].isspace()
    }
    return _verdeeld(sorted(staten, key=_som)[:STATEN], bereiken, typend=True)


def _verdeeld(vragen: Sequence[str], bereiken: Sequence[str], *, typend: bool) -> list[Vraag]:
    """Each question to one municipality, by its own hash."""
    op_volgorde = sorted(vragen, key=_som)
    return [Vraag(vraag, bereiken[int(_som(vraag)[:8], 16) % len(bereiken)], typend) for vraag in op_volgorde]


def _som(vraag: str) -> str:
    return hashlib.sha256(vraag.encode()).hexdigest()


def _alle() -> list[Oordeelvraag]:
    return list(lees(VRAGEN.read_text("utf-8").splitlines()))
