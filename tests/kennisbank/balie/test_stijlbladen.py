"""No rule of the desk's style sheets is about a class that nothing has any more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redactie.settings.omgeving import BASE_DIR

BLADEN = sorted((BASE_DIR / "kennisbank" / "static" / "kennisbank" / "balie").glob("*.css"))
SCRIPTS = sorted((BASE_DIR / "kennisbank" / "static" / "kennisbank" / "balie").glob("*.js"))
SJABLONEN = [
    *(BASE_DIR / "templates" / "balie").glob("*.html"),
    *(BASE_DIR / "templates").rglob("balie*.html"),
]
# Tables and lists of the texts themselves get none; this one is drawn by a module.
ELDERS = (BASE_DIR / "redactie" / "inkorten.py",)


def klassen_van(blad: Path) -> set[str]:
    kaal = re.sub(r"/\*.*?\*/", "", blad.read_text("utf-8"), flags=re.S)
    return set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\{[^{}]*\}", "{}", kaal)))


def gebruikte_klassen() -> set[str]:
    """Of class attributes in templates, and every word that stands in quotes in a script."""
    woorden: set[str] = set()
    for sjabloon in SJABLONEN:
        html = re.sub(r"{[%{].*?[%}]}", " ", sjabloon.read_text("utf-8"), flags=re.S)
        woorden.update(" ".join(re.findall(r'class="([^"]*)"', html)).split())
    for bestand in (*SCRIPTS, *ELDERS):
        for stuk in re.findall(r"""["'`]([^"'`\n]*)["'`]""", bestand.read_text("utf-8")):
            woorden.update(re.findall(r"[a-z][\w-]*", stuk))
    return woorden


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.name)
def test_elke_klasse_in_een_stijlblad_bestaat(blad: Path) -> None:
    assert klassen_van(blad) - gebruikte_klassen() == set()


def test_een_klasse_die_niets_heeft_valt_op(tmp_path: Path) -> None:
    blad = tmp_path / "proef.css"
    blad.write_text(".veld, .nergens-meer > p { margin: 0.5rem; }", "utf-8")
    assert klassen_van(blad) - gebruikte_klassen() == {"nergens-meer"}
