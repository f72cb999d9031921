"""Build `data/lexicon.txt`: which Dutch words are parts of compounds, and how often.

Input is the OpenTaal word list (Debian package `wdutch`, /usr/share/dict/dutch) for Dutch as it is, and the uniform
product names and product texts for what governments add to it. A word list has no frequencies; how many other words of
the list a word begins or ends is a good stand-in, and it is the very thing that the splitter wants to know. A compound
that governments use themselves counts more than one that merely exists. Run by hand when a source changes, from the
root of the repository:

    python -m search.analyse.lexicon_bouwen /usr/share/dict/dutch redactie/data/upl/upl-actueel-2025-04-30.csv \\
        redactie/voorbeeld/drechtsteden
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from search.analyse.bronnen import LEXICON, MAP, SAMENSTELLINGEN, onderdelen
from search.analyse.vouwen import vouw

KORTST = 3
GENOEG_KORT = 25  # a part of three letters must be common: short ones split by accident
GENOEG = 4
# What a compound of the product names and texts counts, against 1 for one of the word list; with a part of three
# letters it counts no more than others: most of those are splits by accident (partyt + ent).
VAKTAAL = 3
KOP = """\
# Parts of Dutch compounds: word, in how many words it is the first part, in how many the last (those of governments
# count more). Made by search/analyse/lexicon_bouwen.py from the OpenTaal word list (BSD licence or CC BY 3.0; see
# OPENTAAL.txt), the names of the Uniforme Productnamenlijst and the texts of the sample region (docs/herkomst.md).
"""
_IN_TEKST = re.compile(r"(?<![\w{:/.@-])[^\W\dA-Z_]{2,30}(?![\w}:/@-])")


def kaal(regels: Iterable[str]) -> set[str]:
    """Folded words without capitals, digits and punctuation (names and abbreviations are no parts)."""
    return {vouw(regel) for regel in map(str.strip, regels) if re.fullmatch(r"[^\W\dA-Z_]{2,30}", regel)}


def splitsingen(woord: str, woorden: set[str]) -> Iterator[tuple[str, str]]:
    for grens in range(KORTST, len(woord) - KORTST + 1):
        eerste, laatste = woord[:grens], woord[grens:]
        if laatste not in woorden:
            continue
        if eerste in woorden:
            yield eerste, laatste
        elif eerste.endswith("s") and len(eerste) > KORTST and eerste[:-1] in woorden:
            yield eerste[:-1], laatste


def in_tekst(tekst: str) -> set[str]:
    """The words of a running text that `kaal` would take from a list; tokens, addresses and keys are no words."""
    return {vouw(woord) for woord in _IN_TEKST.findall(tekst)}


def vaktaal(upl: Path, regio: Path) -> set[str]:
    """What governments write: the names of the UPL, and the product texts below a folder."""
    with upl.open(encoding="utf-8-sig", newline="") as lijst:
        namen = [rij["UniformeProductnaam"] for rij in csv.DictReader(lijst)]
    teksten = (pad.read_text(encoding="utf-8") for pad in sorted(regio.rglob("*.md")))
    return set().union(*map(in_tekst, (*namen, *teksten)))


def tel(woorden: set[str], zwaar: Collection[str] = ()) -> tuple[Counter[str], Counter[str]]:
    """How often each word is a first and a last part; in the words of `zwaar` it counts more."""
    eerste: Counter[str] = Counter()
    laatste: Counter[str] = Counter()
    for woord in woorden:
        for begin, eind in splitsingen(woord, woorden):
            telt = VAKTAAL if woord in zwaar and min(len(begin), len(eind)) > KORTST else 1
            eerste[begin] += telt
            laatste[eind] += telt
    return eerste, laatste


def regels_uit(woorden: set[str], zwaar: Collection[str] = ()) -> Iterator[str]:
    eerste, laatste = tel(woorden, zwaar)
    geen_deel = {woord for regel in onderdelen(SAMENSTELLINGEN)["geen deel"] for woord in regel.split()}
    for woord in sorted(woorden - geen_deel):
        aantal = eerste[woord] + laatste[woord]
        if aantal >= (GENOEG_KORT if len(woord) <= KORTST else GENOEG):
            yield f"{woord} {eerste[woord]} {laatste[woord]}"


def main(lijst: Path, upl: Path, regio: Path) -> None:
    woorden, zwaar = kaal(lijst.read_text(encoding="utf-8").splitlines()), vaktaal(upl, regio)
    inhoud = KOP + "\n".join(regels_uit(woorden | zwaar, zwaar)) + "\n"
    (MAP / LEXICON).write_text(inhoud, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
