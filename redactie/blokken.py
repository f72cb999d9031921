"""The blocks of a Markdown text: what goes when a fact in it has no value.

A paragraph, a list item (without the items under it), a row of a table, a heading, or a line that holds one
`{tarieven:…}` and nothing else. Pieces of the text itself: joined they are the text again, byte for byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from redactie.markdownregels import CITAAT, KOP, TABELLIJN, lijstitem
from redactie.tokens import TokenSoort, tokens_in


class BlokSoort(Enum):
    WIT = "wit"
    ALINEA = "alinea"
    LIJSTITEM = "lijstitem"
    TABELRIJ = "tabelrij"
    TABELLIJN = "tabellijn"
    KOP = "kop"
    TARIEVEN = "tarieven"


@dataclass(frozen=True, slots=True)
class Blok:
    """`voor` + `tekst` + `na` is the piece of text: the mark that makes it a block, its words, its line end."""

    soort: BlokSoort
    voor: str
    tekst: str
    na: str

    @property
    def bron(self) -> str:
        return self.voor + self.tekst + self.na


@lru_cache(maxsize=4096)
def blokken(tekst: str) -> tuple[Blok, ...]:
    """The blocks in order; `"".join(blok.bron for blok in blokken(tekst)) == tekst`."""
    regels = re.findall(r"[^\n]*\n|[^\n]+", tekst)
    tabelregels = _tabelregels(regels)
    uit: list[list[str]] = []
    soorten: list[BlokSoort] = []
    for nummer, regel in enumerate(regels):
        soort = tabelregels.get(nummer) or _soort(regel, soorten[-1] if soorten else BlokSoort.WIT)
        if soort is None:
            uit[-1].append(regel)
        else:
            uit.append([regel])
            soorten.append(soort)
    return tuple(_blok(soort, "".join(stuk)) for soort, stuk in zip(soorten, uit, strict=True))


def _soort(regel: str, vorige: BlokSoort) -> BlokSoort | None:
    """What a line begins, or None where it goes on with the block before it."""
    kaal = CITAAT.sub("", regel)
    if not kaal.strip():
        return BlokSoort.WIT
    if KOP.match(kaal.rstrip()):
        return BlokSoort.KOP
    tokens = tokens_in(kaal.strip())
    if len(tokens) == 1 and tokens[0].soort is TokenSoort.TARIEVEN and str(tokens[0]) == kaal.strip():
        return BlokSoort.TARIEVEN
    in_alinea = vorige is BlokSoort.ALINEA
    if lijstitem(kaal.rstrip("\r\n"), na_alinea=in_alinea):
        return BlokSoort.LIJSTITEM
    return None if in_alinea or vorige is BlokSoort.LIJSTITEM else BlokSoort.ALINEA


def _tabelregels(regels: list[str]) -> dict[int, BlokSoort]:
    """Line number → row, for the lines of tables: from the line above a line of dashes to the next blank one."""
    gevonden: dict[int, BlokSoort] = {}
    for nummer, regel in enumerate(regels[1:], start=1):
        if not TABELLIJN.match(regel.rstrip()) or "|" not in regels[nummer - 1] or nummer in gevonden:
            continue
        gevonden[nummer - 1] = BlokSoort.TABELRIJ
        gevonden[nummer] = BlokSoort.TABELLIJN
        for volgende in range(nummer + 1, len(regels)):
            if not regels[volgende].strip():
                break
            gevonden[volgende] = BlokSoort.TABELRIJ
    return gevonden


_VOOR = {
    BlokSoort.ALINEA: re.compile(r"(?: {0,3}> ?)* *"),
    BlokSoort.LIJSTITEM: re.compile(r"(?: {0,3}> ?)* *(?:[-*+]|\d{1,9}[.)]) +"),
    BlokSoort.KOP: re.compile(r"(?: {0,3}> ?)* {0,3}#{1,6} *"),
    BlokSoort.TARIEVEN: re.compile(r"(?: {0,3}> ?)* *"),
}


def _blok(soort: BlokSoort, bron: str) -> Blok:
    vorm = _VOOR.get(soort)
    match = vorm.match(bron) if vorm is not None else None
    voor = match[0] if match is not None else ""
    rest = bron[len(voor) :]
    tekst = rest.rstrip("\r\n")
    return Blok(soort, voor, tekst, rest[len(tekst) :])
