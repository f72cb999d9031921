"""What docs/beloften.md promises the administrator is what stands in tests/beloften, number for number."""

from __future__ import annotations

import re
from pathlib import Path

from redactie.settings.omgeving import BASE_DIR

RIJ = re.compile(r"^\| P(\d+) \|", re.MULTILINE)
BESTAND = re.compile(r"test_p(\d\d)_\w+\.py")


def toetsen() -> dict[int, list[Path]]:
    """Number of the promise → the modules that show it."""
    per_nummer: dict[int, list[Path]] = {}
    for pad in sorted((BASE_DIR / "tests" / "beloften").iterdir()):
        if gevonden := BESTAND.fullmatch(pad.name):
            per_nummer.setdefault(int(gevonden[1]), []).append(pad)
    return per_nummer


def test_elke_belofte_heeft_een_rij_en_een_toets() -> None:
    rijen = [int(nummer) for nummer in RIJ.findall((BASE_DIR / "docs" / "beloften.md").read_text("utf-8"))]
    assert rijen == list(range(1, 21)) == sorted(toetsen())


def test_elke_toets_zegt_bij_welke_belofte_hij_hoort() -> None:
    koppen = {pad.name: pad.read_text("utf-8")[:20] for paden in toetsen().values() for pad in paden}
    anders = [
        pad.name
        for nummer, paden in toetsen().items()
        for pad in paden
        if not re.match(rf'"""P{nummer}\b', koppen[pad.name])
    ]
    assert anders == []
