"""Judged questions: what people ask, and which products answer it. Read from JSON lines, one object per line.

Each belongs for ever to one of two parts, by a hash of its words: one to tune on, one that is only reported on. How
the file in the repository was written is told in tests/zoeken/README.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from redactie.bronnen import REGIO

HOOGSTE = 3
ONAF = "onaf"


class VragenFout(ValueError):
    """The file cannot be read; the message says which line."""


class Deel(StrEnum):
    STEM = "stem"  # to tune on
    RAPPORT = "rapport"  # to report on, and nothing else


@dataclass(frozen=True, slots=True)
class Oordeelvraag:
    """A question, and per key how well that product answers it: 3 the answer, 2 helps too, 1 better than nothing.

    `oordeel` is empty when nothing here answers it. `gemeente` is a slug; empty is the region.
    """

    id: str
    type: str
    gemeente: str
    vraag: str
    oordeel: Mapping[str, int]

    @property
    def bereik(self) -> str:
        return self.gemeente or REGIO

    @property
    def typend(self) -> bool:
        """Asked while somebody is still typing: the last word may be half a word."""
        return self.type == ONAF

    @property
    def deel(self) -> Deel:
        return deel_van(self.vraag)


def deel_van(vraag: str) -> Deel:
    """The same for the same words, whatever the capitals, the spaces and the municipality."""
    som = hashlib.sha256(" ".join(vraag.lower().split()).encode()).digest()
    return Deel.RAPPORT if som[0] & 1 else Deel.STEM


def lees(regels: Iterable[str]) -> Iterator[Oordeelvraag]:
    """VragenFout for a line that is no judged question, and for an id that came before."""
    gezien: set[str] = set()
    for nummer, regel in enumerate(regels, start=1):
        if not regel.strip():
            continue
        try:
            vraag = _vraag(json.loads(regel))
        except (ValueError, KeyError, TypeError, AttributeError) as fout:
            raise VragenFout(f"Regel {nummer} is geen vraag met oordeel: {fout!r}") from None
        if vraag.id in gezien:
            raise VragenFout(f"Regel {nummer}: {vraag.id} komt al eerder voor")
        gezien.add(vraag.id)
        yield vraag


def _vraag(rij: Any) -> Oordeelvraag:
    teksten = {naam: rij[naam] for naam in ("id", "type", "gemeente", "vraag")}
    if not all(isinstance(tekst, str) for tekst in teksten.values()) or not rij["vraag"].strip():
        raise ValueError("id, type, gemeente en vraag horen tekst te zijn")
    oordeel = dict(rij["oordeel"].items())
    if not all(type(graad) is int and 1 <= graad <= HOOGSTE for graad in oordeel.values()):
        raise ValueError(f"een oordeel is 1 tot en met {HOOGSTE}")
    return Oordeelvraag(**teksten, oordeel=oordeel)
