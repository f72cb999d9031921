"""Fold a text into bare words: lower case, no accents, no punctuation.

The first step of the analysis, at index time and at query time alike. What a word means (stop word, stem,
compound) is for the steps after it.
"""

from __future__ import annotations

import re
import unicodedata

MAX_LETTERS = 60

# NFKD leaves these whole.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ŀ": "l"})
_BEZIT = re.compile(r"(?<=[^\W_])['’‘`´]s\b")
_APOSTROF = re.compile(r"(?<=[^\W_])['’‘`´](?=[^\W_])")
_AFKORTING = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_KOPPEL = r"[-‐‑–]"
_STUK = re.compile(rf"[^\W_]+(?:{_KOPPEL}[^\W_]+)*")
_WOORD = re.compile(r"[^\W_]+")


def vouw(tekst: str) -> str:
    """Lower case without accents; `auto's` → `auto`, `z'n` → `zn`, `b.v.` → `bv`."""
    plat = tekst.lower() if tekst.isascii() else _zonder_accenten(tekst)
    plat = _APOSTROF.sub("", _BEZIT.sub("", plat))
    return _AFKORTING.sub(lambda gevonden: gevonden[0].replace(".", "") + " ", plat)


def _zonder_accenten(tekst: str) -> str:
    plat = unicodedata.normalize("NFKD", tekst).casefold().translate(_LETTERS)
    return "".join(teken for teken in plat if not unicodedata.combining(teken))


def woorden(tekst: str) -> list[str]:
    """The words in reading order; a hyphen splits (`U-pas` → `u`, `pas`)."""
    return [woord for woord in _WOORD.findall(vouw(tekst)) if len(woord) <= MAX_LETTERS]


def indexwoorden(tekst: str) -> list[str]:
    """As `woorden`, and a hyphenated word also joined (`U-pas` → `u`, `pas`, `upas`)."""
    gevonden: list[str] = []
    for stuk in _STUK.findall(vouw(tekst)):
        delen = _WOORD.findall(stuk)
        if len(delen) > 1:
            delen.append("".join(delen))
        gevonden.extend(deel for deel in delen if len(deel) <= MAX_LETTERS)
    return gevonden


def naam(tekst: str) -> str:
    """A name as one word, to compare whole: the same however it is written with capitals, spaces or hyphens."""
    return "_".join(woorden(tekst))
