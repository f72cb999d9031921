"""Reads the word lists beside the code (`search/data/`).

One format for all of them: UTF-8, `#` starts a comment, blank lines are nothing. The lists are part of the analysis:
they count in its fingerprint (`versie.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

MAP = Path(__file__).resolve().parent.parent / "data"

LEXICON = "lexicon.txt"
SAMENSTELLINGEN = "samenstellingen.txt"
STAMMEN = "stammen.txt"
STERK = "sterk.txt"
STOPWOORDEN = "stopwoorden.txt"
TAAL = "taal.txt"
VORMEN = "vormen.txt"
ALLE = (LEXICON, SAMENSTELLINGEN, STAMMEN, STERK, STOPWOORDEN, VORMEN)


def regels(naam: str) -> Iterator[str]:
    for regel in (MAP / naam).read_text(encoding="utf-8").splitlines():
        kaal = regel.partition("#")[0].strip()
        if kaal:
            yield kaal


def onderdelen(naam: str) -> dict[str, list[str]]:
    """The lines per `[section]`."""
    gevonden: dict[str, list[str]] = {}
    huidig: list[str] = []
    for regel in regels(naam):
        if regel.startswith("["):
            huidig = gevonden.setdefault(regel.strip("[]"), [])
        else:
            huidig.append(regel)
    return gevonden
