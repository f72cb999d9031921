"""Correct a word that nobody knows: to a known word, one edit away, or two for a long word.

Edits are insertions, deletions, replacements and swaps of neighbours; a word that sounds the same in Dutch (ei and ij,
g and ch, a final d and t) counts as one away. Never for known words, never for words of fewer than four letters, so
never for abbreviations, never for numbers. Among words equally far the likelier mistake wins: the same sound, then a
swap, a double letter or a key beside the right one; then the same first letter, then the commoner word.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from search.woordenschat import Woordenschat

KORTST = 4
LANG = 8
MEESTE = 3
KLANK_VER = 2  # ei for ij, or g for ch, are two letters

_TOETSEN = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLAATS = {
    letter: (rij, kolom) for rij, toetsen in enumerate(_TOETSEN) for kolom, letter in enumerate(toetsen)
}
_KLANKEN = (("ij", "y"), ("ei", "y"), ("ou", "au"), ("ch", "g"), ("ck", "k"), ("c", "k"), ("q", "k"))
_KLANK_LETTERS = str.maketrans("vz", "fs")
_DUBBEL = re.compile(r"(.)\1+")


def toegestaan(vorm: str) -> int:
    """How many edits a word of this length may be off."""
    if len(vorm) < KORTST or any(teken.isdigit() for teken in vorm):
        return 0
    return 2 if len(vorm) >= LANG else 1


def verbeteringen(vorm: str, woordenschat: Woordenschat, hoogstens: int = 2) -> tuple[str, ...]:
    """The nearest known words, best first; nothing when none is near enough."""
    grens = min(toegestaan(vorm), hoogstens)
    for ver in range(1, grens + 1):
        gevonden = _op_afstand(vorm, woordenschat, ver)
        if ver == 1:
            gevonden |= _zelfde_klank(vorm, woordenschat)
        if gevonden:
            gekozen = sorted(
                gevonden,
                key=lambda ander: (
                    vergissing(vorm, ander),
                    ander[0] != vorm[0],
                    -woordenschat.aantallen[ander],
                    ander,
                ),
            )
            return tuple(gekozen[:MEESTE])
    return ()


def verbeterde_beginnen(letters: str, woordenschat: Woordenschat) -> tuple[str, ...]:
    """For half a word that begins no known word: beginnings of known words one edit away, best first."""
    if toegestaan(letters) == 0:
        return ()
    gevonden = [
        (vergissing(letters, begin), -aantal, begin)
        for begin, aantal in woordenschat.nabije_beginnen(letters)
        if afstand(letters, begin, 1) <= 1
    ]
    return tuple(begin for _, _, begin in sorted(gevonden)[:MEESTE])


def _op_afstand(vorm: str, woordenschat: Woordenschat, ver: int) -> set[str]:
    nabij = (ander for ander in woordenschat.nabij(vorm, ver) if len(ander) >= KORTST)
    return {ander for ander in nabij if afstand(vorm, ander, ver) <= ver}


def _zelfde_klank(vorm: str, woordenschat: Woordenschat) -> set[str]:
    gezocht = klank(vorm)
    nabij = (ander for ander in woordenschat.nabij(vorm, KLANK_VER) if len(ander) >= KORTST)
    return {ander for ander in nabij if klank(ander) == gezocht}


def klank(vorm: str) -> str:
    """The same for words that sound the same to a Dutch ear; not a way to write sounds."""
    for geschreven, gehoord in _KLANKEN:
        vorm = vorm.replace(geschreven, gehoord)
    vorm = _DUBBEL.sub(r"\1", vorm.translate(_KLANK_LETTERS))
    return vorm[:-1] + "t" if vorm.endswith("d") else vorm


def vergissing(vorm: str, ander: str) -> int:
    """How unlikely a slip from `ander` to `vorm` is: 0 the same sound, 1 a slip of the hand, 2 anything else."""
    if klank(vorm) == klank(ander):
        return 0
    if sorted(vorm) == sorted(ander):  # letters swapped
        return 1
    if len(vorm) == len(ander):
        anders = [(een, twee) for een, twee in zip(vorm, ander, strict=True) if een != twee]
        return 1 if len(anders) == 1 and _ernaast(*anders[0]) else 2
    return 2


def _ernaast(een: str, ander: str) -> bool:
    """Keys that touch on a qwerty keyboard."""
    if een not in _PLAATS or ander not in _PLAATS:
        return False
    (rij, kolom), (rij2, kolom2) = _PLAATS[een], _PLAATS[ander]
    return abs(rij - rij2) <= 1 and abs(kolom - kolom2) <= 1


def afstand(een: str, ander: str, grens: int) -> int:
    """Edits between two words (optimal string alignment); `grens + 1` stands for anything beyond `grens`."""
    return OSA.distance(een, ander, score_cutoff=grens)
