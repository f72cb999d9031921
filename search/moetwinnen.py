"""The must-win questions: common questions whose right answer is known. A new index must answer them before it serves.

One list for every region: a question counts only where a product with such a key is live. Who asks them, and what
follows from a miss, is for `sync/proef.py`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIJST = Path(__file__).resolve().parent / "data" / "moetwinnen.csv"
KOPPEN = ["vraag", "sleutels"]


class LijstFout(ValueError):
    """The list cannot be read; the message says which line."""


@dataclass(frozen=True, slots=True)
class Proefvraag:
    """A question, and the keys of which one must stand on top."""

    vraag: str
    sleutels: tuple[str, ...]


def lees(regels: Iterable[str]) -> Iterator[Proefvraag]:
    """From lines of CSV with the columns `vraag` and `sleutels` (more than one: with `;` between)."""
    rijen = csv.reader(regels)
    if next(rijen, []) != KOPPEN:
        raise LijstFout(f"De eerste regel hoort te zijn: {','.join(KOPPEN)}")
    for nummer, rij in enumerate(rijen, start=2):
        if not rij:
            continue
        sleutels = tuple(deel.strip() for deel in rij[-1].split(";") if deel.strip())
        if len(rij) != len(KOPPEN) or not rij[0].strip() or not sleutels:
            raise LijstFout(f"Regel {nummer}: een vraag en één of meer sleutels")
        yield Proefvraag(rij[0].strip(), sleutels)


@cache
def proefvragen() -> tuple[Proefvraag, ...]:
    """The list that comes with the product."""
    return tuple(lees(LIJST.read_text(encoding="utf-8").splitlines()))
