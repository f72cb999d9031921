"""The folder of the embedded index: one folder per generation, and a pointer file that names the active one.

Everything is renamed into place, so that a reader never meets something half made. Knows names and files; what is
in a generation is for others.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from uuid import uuid4

import tantivy

from search.motor import GeneratieFout, controleer_naam
from search.tantivy_schema import SORTEERVELD, schema

WIJZER = "actief"
GEGEVENS = "generatie.json"


class Indexmap:
    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.generaties = pad / "generaties"
        self._wijzer = str(pad / WIJZER)
        self._gelezen: tuple[tuple[int, int], str | None] = ((0, 0), None)

    def van(self, naam: str) -> Path:
        """The folder of a generation that exists."""
        pad = self.generaties / controleer_naam(naam)
        if not (pad / GEGEVENS).is_file():
            raise GeneratieFout(f"Er is geen generatie {naam}.")
        return pad

    def namen(self) -> list[str]:
        if not self.generaties.is_dir():
            return []
        return sorted(
            pad.name for pad in self.generaties.iterdir() if (pad / GEGEVENS).is_file() and _zichtbaar(pad)
        )

    def vingerafdruk(self, naam: str) -> str:
        gegevens = json.loads((self.van(naam) / GEGEVENS).read_text(encoding="utf-8"))
        return str(gegevens["vingerafdruk"])

    def maak(self, naam: str, vingerafdruk: str) -> None:
        """An empty index, whole or not at all; nothing when there is one."""
        if controleer_naam(naam) in self.namen():
            return
        tijdelijk = self.generaties / f".{naam}-{uuid4().hex}"
        tijdelijk.mkdir(parents=True)
        tantivy.Index(schema(), path=str(tijdelijk), sort_by_field=SORTEERVELD)
        (tijdelijk / GEGEVENS).write_text(json.dumps({"vingerafdruk": vingerafdruk}), encoding="utf-8")
        tijdelijk.rename(self.generaties / naam)
        _bewaar_map(self.generaties)

    def verwijder(self, naam: str) -> None:
        pad = self.generaties / controleer_naam(naam)
        # Renamed first: a removal that is cut short leaves nothing that looks like a generation.
        if pad.exists():
            pad.rename(self.generaties / f".{naam}-{uuid4().hex}")
        for rest in self.generaties.glob(".*"):
            shutil.rmtree(rest, ignore_errors=True)

    def actief(self) -> str | None:
        """The generation that the pointer names. Asked at every question: read again only when it was replaced."""
        try:
            stand = os.stat(self._wijzer)
            gezien = (stand.st_ino, stand.st_mtime_ns)
            if self._gelezen[0] != gezien:
                naam = Path(self._wijzer).read_text(encoding="utf-8").strip()
                self._gelezen = (gezien, naam or None)
        except FileNotFoundError:
            return None
        return self._gelezen[1]

    def wijs(self, naam: str) -> None:
        self.van(naam)
        nieuw = self.pad / f".{WIJZER}-{uuid4().hex}"
        with nieuw.open("w", encoding="utf-8") as bestand:
            bestand.write(naam)
            bestand.flush()
            os.fsync(bestand.fileno())
        nieuw.replace(self.pad / WIJZER)
        _bewaar_map(self.pad)


def _zichtbaar(pad: Path) -> bool:
    return not pad.name.startswith(".")


def _bewaar_map(pad: Path) -> None:
    """A rename is only durable when its folder is."""
    nummer = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
