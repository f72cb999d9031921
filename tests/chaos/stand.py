"""What the processes of a run tell each other in shared memory: how far each editor may go, began and came.

A file, because whoever writes it is killed at any moment: what was written stays. Who takes over goes on with the edit
after the last that was begun, also when that one was broken off.
"""

from __future__ import annotations

import mmap
import struct
from enum import IntEnum
from pathlib import Path

GETAL = struct.Struct("<q")


class Plaats(IntEnum):
    """What is kept of each editor; each has one writer."""

    MAG = 0
    BEGONNEN = 1
    KLAAR = 2
    MISLUKT = 3
    DUURDE = 4
    """Microseconds of its last edit."""


class Stand:
    def __init__(self, pad: Path, redacteuren: int) -> None:
        self.redacteuren = redacteuren
        omvang = len(Plaats) * redacteuren * GETAL.size
        if not pad.is_file():
            pad.write_bytes(bytes(omvang))
        with pad.open("r+b") as bestand:
            self._geheugen = mmap.mmap(bestand.fileno(), omvang)

    def leeg(self) -> None:
        self._geheugen[:] = bytes(len(self._geheugen))

    def lees(self, plaats: Plaats, redacteur: int) -> int:
        return int(GETAL.unpack_from(self._geheugen, self._waar(plaats, redacteur))[0])

    def schrijf(self, plaats: Plaats, redacteur: int, waarde: int) -> None:
        GETAL.pack_into(self._geheugen, self._waar(plaats, redacteur), waarde)

    def verhoog(self, plaats: Plaats, redacteur: int) -> None:
        self.schrijf(plaats, redacteur, self.lees(plaats, redacteur) + 1)

    def alle(self, plaats: Plaats) -> list[int]:
        return [self.lees(plaats, redacteur) for redacteur in range(self.redacteuren)]

    def _waar(self, plaats: Plaats, redacteur: int) -> int:
        return (plaats * self.redacteuren + redacteur) * GETAL.size
