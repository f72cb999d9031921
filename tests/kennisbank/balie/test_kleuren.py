"""The colours of the desk: one palette for every municipality, which is told by its name; every pair can be read."""

from __future__ import annotations

import re

import pytest

from redactie.settings.omgeving import BASE_DIR
from tests.kennisbank.website.test_stijl import contrast

CSS = (BASE_DIR / "kennisbank" / "static" / "kennisbank" / "balie" / "balie.css").read_text("utf-8")
KLEUREN = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", CSS))
# (what, on what): text needs 4.5, the outline of something that can be used 3.
TEKST = [
    ("inkt", "papier"),
    ("inkt", "grond"),
    ("inkt", "accent-licht"),
    ("inkt", "amber-licht"),
    ("inkt", "intern-licht"),
    ("zacht", "papier"),
    ("zacht", "grond"),
    ("zacht", "accent-licht"),
    ("accent", "papier"),
    ("accent", "grond"),
    ("accent", "accent-licht"),
    ("papier", "accent"),
    ("amber", "papier"),
    ("amber", "amber-licht"),
    ("rood", "rood-licht"),
    ("intern", "papier"),
    ("intern", "intern-licht"),
]
VORM = [("accent", "papier"), ("accent", "grond"), ("accent", "intern-licht"), ("intern-lijn", "papier")]


@pytest.mark.parametrize(("paar", "minstens"), [*((p, 4.5) for p in TEKST), *((p, 3) for p in VORM)])
def test_elk_paar_kleuren_is_te_lezen(paar: tuple[str, str], minstens: float) -> None:
    gemeten = contrast(KLEUREN[paar[0]], KLEUREN[paar[1]])
    assert gemeten >= minstens, f"{paar[0]} op {paar[1]}: {gemeten:.2f}"


def test_geen_gemeente_heeft_aan_de_balie_een_eigen_kleur() -> None:
    assert not re.findall(r"dordrecht|sliedrecht|papendrecht|zwijndrecht|alblasserdam", CSS)
