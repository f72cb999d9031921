"""What the processes of a run tell each other in shared memory: how far the editors may go, began and came.

A file, because whoever writes it is killed at any moment: what was written stays.
"""

from __future__ import annotations

import mmap
import struct
from pathlib import Path

GETAL = struct.Struct("<q")
DUIZEND = 1000


class Stand:
    """`mag`: which part of its work every editor may begin by now, in thousandths."""

    def __init__(self, pad: Path, redacteuren: int) -> None:
        self.redacteuren = redacteuren
        omvang = (1 + 3 * redacteuren) * GETAL.size
        if not pad.is_file():
            pad.write_bytes(bytes(omvang))
        with pad.open("r+b") as bestand:
            self._geheugen = mmap.mmap(bestand.fileno(), omvang)

    def leeg(self) -> None:
        self._geheugen[:] = bytes(len(self._geheugen))

    @property
    def mag(self) -> int:
        return self._lees(0)

    @mag.setter
    def mag(self, duizendste: int) -> None:
        self._schrijf(0, duizendste)

    def begonnen(self, redacteur: int) -> int:
        """How many edits this editor began: who takes over goes on with the next, also when the last was broken off."""
        return self._lees(1 + redacteur)

    def begin(self, redacteur: int) -> None:
        self._verhoog(1 + redacteur)

    def klaar(self, redacteur: int) -> None:
        self._verhoog(1 + self.redacteuren + redacteur)

    def mislukt(self, redacteur: int) -> None:
        self._verhoog(1 + 2 * self.redacteuren + redacteur)

    def tellingen(self) -> tuple[int, int, int]:
        """How many edits were begun, were committed as far as their editors lived to see it, and failed."""
        alle = [self._lees(1 + plaats) for plaats in range(3 * self.redacteuren)]
        aantal = self.redacteuren
        return sum(alle[:aantal]), sum(alle[aantal : 2 * aantal]), sum(alle[2 * aantal :])

    def _lees(self, plaats: int) -> int:
        return int(GETAL.unpack_from(self._geheugen, plaats * GETAL.size)[0])

    def _schrijf(self, plaats: int, waarde: int) -> None:
        GETAL.pack_into(self._geheugen, plaats * GETAL.size, waarde)

    def _verhoog(self, plaats: int) -> None:
        """Each place has one writer."""
        self._schrijf(plaats, self._lees(plaats) + 1)
