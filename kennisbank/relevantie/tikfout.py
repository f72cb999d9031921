"""One random typing mistake per question, the same one in every run: seeded by the id of the question.

Draws from a hash and not from `random`: a baseline must hold for every version of Python.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

KORTSTE = 4
_WOORD = re.compile(rf"[^\W\d_]{{{KORTSTE},}}")
_RIJEN = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SOORTEN = ("invoegen", "weglaten", "vervangen", "verwisselen")


def _buren() -> dict[str, str]:
    """Letter → the letters beside, above and below it; a lower row lies half a key to the right."""
    plekken = {
        letter: (rij, kolom + rij * 0.5)
        for rij, letters in enumerate(_RIJEN)
        for kolom, letter in enumerate(letters)
    }
    return {
        letter: "".join(
            ander
            for ander, (rij2, kolom2) in plekken.items()
            if ander != letter and abs(rij - rij2) <= 1 and abs(kolom - kolom2) <= 1
        )
        for letter, (rij, kolom) in plekken.items()
    }


BUREN = _buren()


@dataclass
class Loting:
    """Draws numbers from a text: the same text gives the same numbers."""

    zaad: str
    _getrokken: int = 0

    def trek(self, aantal: int) -> int:
        """A number from 0 up to `aantal`."""
        self._getrokken += 1
        som = hashlib.sha256(f"{self.zaad}/{self._getrokken}".encode()).digest()
        return int.from_bytes(som[:8]) % aantal


def met_tikfout(vraag: str, zaad: str) -> str | None:
    """The question with one edit in a word of four letters or more; None when it has no such word."""
    woorden = list(_WOORD.finditer(vraag))
    if not woorden:
        return None
    loting = Loting(zaad)
    while True:
        woord = woorden[loting.trek(len(woorden))]
        nieuw = _bewerk(woord.group(), SOORTEN[loting.trek(len(SOORTEN))], loting)
        if nieuw != woord.group():
            return vraag[: woord.start()] + nieuw + vraag[woord.end() :]


def _bewerk(woord: str, soort: str, loting: Loting) -> str:
    """May give the word itself back: two equal letters that change places are no mistake."""
    plek = loting.trek(len(woord))
    buren = BUREN.get(woord[plek].lower(), woord[plek])
    buur = buren[loting.trek(len(buren))]
    if soort == "invoegen":
        return woord[: plek + 1] + buur + woord[plek + 1 :]
    if soort == "weglaten":
        return woord[:plek] + woord[plek + 1 :]
    if soort == "vervangen":
        return woord[:plek] + buur + woord[plek + 1 :]
    plek = min(plek, len(woord) - 2)
    return woord[:plek] + woord[plek + 1] + woord[plek] + woord[plek + 2 :]
