"""Correct a word that nobody knows: to a known word, one edit away, or two for a long word.

Edits are insertions, deletions, replacements and swaps of neighbours. Never for known words, never for words of
fewer than four letters, never for numbers. Among equals the same first letter, and then the commoner word, wins.
"""

from __future__ import annotations

from search.woordenschat import Woordenschat

KORTST = 4
LANG = 8
MEESTE = 3


def toegestaan(vorm: str) -> int:
    """How many edits a word of this length may be off."""
    if len(vorm) < KORTST or any(teken.isdigit() for teken in vorm):
        return 0
    return 2 if len(vorm) >= LANG else 1


def verbeteringen(vorm: str, woordenschat: Woordenschat, hoogstens: int = 2) -> tuple[str, ...]:
    """The nearest known words, best first; nothing when none is near enough."""
    grens = min(toegestaan(vorm), hoogstens)
    for ver in range(1, grens + 1):
        nabij = (ander for ander in woordenschat.nabij(vorm, ver) if len(ander) >= KORTST)
        if gevonden := [ander for ander in nabij if afstand(vorm, ander, ver) <= ver]:
            gevonden.sort(key=lambda ander: (ander[0] != vorm[0], -woordenschat.aantallen[ander], ander))
            return tuple(gevonden[:MEESTE])
    return ()


def afstand(een: str, ander: str, grens: int) -> int:
    """Edits between two words (optimal string alignment); `grens + 1` stands for anything beyond `grens`."""
    if abs(len(een) - len(ander)) > grens:
        return grens + 1
    vorige: list[int] = []
    huidige = list(range(len(ander) + 1))
    for rij, letter in enumerate(een, start=1):
        voor_vorige, vorige, huidige = vorige, huidige, [rij]
        for kolom, andere in enumerate(ander, start=1):
            prijs = min(
                vorige[kolom] + 1,
                huidige[kolom - 1] + 1,
                vorige[kolom - 1] + (letter != andere),
            )
            verwisseld = rij > 1 and kolom > 1 and letter == ander[kolom - 2] and een[rij - 2] == andere
            if verwisseld:
                prijs = min(prijs, voor_vorige[kolom - 2] + 1)
            huidige.append(prijs)
        if min(huidige) > grens:
            return grens + 1
    return min(huidige[-1], grens + 1)
