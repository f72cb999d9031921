"""Build `data/lexicon.txt`: which Dutch words are parts of compounds, and how often.

Input is the OpenTaal word list (Debian package `wdutch`, /usr/share/dict/dutch). A word list has no frequencies; how
many other words of the list a word begins or ends is a good stand-in, and it is the very thing that the splitter
wants to know. Run by hand when the list changes:

    python -m search.analyse.lexicon_bouwen /usr/share/dict/dutch
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from search.analyse.bronnen import LEXICON, MAP, SAMENSTELLINGEN, onderdelen
from search.analyse.vouwen import vouw

KORTST = 3
GENOEG_KORT = 25  # a part of three letters must be common: short ones split by accident
GENOEG = 4
KOP = """\
# Parts of Dutch compounds: word, in how many words it is the first part, in how many the last.
# Made by search/analyse/lexicon_bouwen.py from the OpenTaal word list (BSD licence or CC BY 3.0; see OPENTAAL.txt).
"""


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


def tel(woorden: set[str]) -> tuple[Counter[str], Counter[str]]:
    eerste: Counter[str] = Counter()
    laatste: Counter[str] = Counter()
    for woord in woorden:
        for begin, eind in splitsingen(woord, woorden):
            eerste[begin] += 1
            laatste[eind] += 1
    return eerste, laatste


def regels_uit(woorden: set[str]) -> Iterator[str]:
    eerste, laatste = tel(woorden)
    geen_deel = {woord for regel in onderdelen(SAMENSTELLINGEN)["geen deel"] for woord in regel.split()}
    for woord in sorted(woorden - geen_deel):
        aantal = eerste[woord] + laatste[woord]
        if aantal >= (GENOEG_KORT if len(woord) <= KORTST else GENOEG):
            yield f"{woord} {eerste[woord]} {laatste[woord]}"


def main(lijst: str) -> None:
    woorden = kaal(Path(lijst).read_text(encoding="utf-8").splitlines())
    inhoud = KOP + "\n".join(regels_uit(woorden)) + "\n"
    (MAP / LEXICON).write_text(inhoud, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
