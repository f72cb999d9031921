"""The vocabulary of a scope: which words its documents hold, and in how many.

Says whether a word is known, whether letters are the start of a known word, and which known words are near.
How an engine counts the words is its own matter; which near word is meant, is for `correctie.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from search.analyse.keten import deelstammen
from search.analyse.stam import stam


class Woordenschat:
    """Folded words with the number of documents that hold each; unchanging once made."""

    def __init__(self, aantallen: Mapping[str, int]) -> None:
        self.aantallen = dict(aantallen)

    def __len__(self) -> int:
        return len(self.aantallen)

    def maak_klaar(self) -> None:
        """Work out beforehand what the first question would wait for."""
        _ = self._stammen, self._gesorteerd, self._per_lengte

    def met(self, vormen: Iterable[str]) -> Woordenschat:
        """This vocabulary and these words."""
        nieuw = {vorm: 1 for vorm in vormen if vorm not in self.aantallen}
        return Woordenschat(self.aantallen | nieuw) if nieuw else self

    def kent(self, vorm: str) -> bool:
        """The word itself, another form of it, or a part of a known compound."""
        return vorm in self.aantallen or stam(vorm) in self._stammen

    def kent_begin(self, letters: str) -> bool:
        plek = bisect_left(self._gesorteerd, letters)
        return plek < len(self._gesorteerd) and self._gesorteerd[plek].startswith(letters)

    def nabij(self, vorm: str, afstand: int) -> Iterator[str]:
        """Words that may lie within `afstand` edits: by length, letters and pieces, so a few too many."""
        masker = _masker(vorm)
        stukken = _stukken(vorm, 2 * afstand + 1)
        for lengte in range(len(vorm) - afstand, len(vorm) + afstand + 1):
            for ander, ander_masker in self._per_lengte.get(lengte, ()):
                # One edit changes the set of letters by two at most.
                if (masker ^ ander_masker).bit_count() <= 2 * afstand and any(
                    stuk in ander for stuk in stukken
                ):
                    yield ander

    def nabije_beginnen(self, letters: str) -> Iterator[tuple[str, int]]:
        """Beginnings of words about as long, with how many documents begin so; the first letter is taken as right."""
        for lengte in range(len(letters) - 1, len(letters) + 2):
            yield from self._beginnen(lengte).get(letters[0], {}).items()

    def _beginnen(self, lengte: int) -> dict[str, dict[str, int]]:
        """First letter → beginnings of this length → in how many documents; counted once per length."""
        if lengte not in self._per_begin:
            per_letter: dict[str, dict[str, int]] = {}
            for vorm, aantal in self.aantallen.items():
                if len(vorm) >= lengte and vorm.isalpha():
                    begin = vorm[:lengte]
                    per_letter.setdefault(vorm[0], {}).setdefault(begin, 0)
                    per_letter[vorm[0]][begin] += aantal
            self._per_begin[lengte] = per_letter
        return self._per_begin[lengte]

    @cached_property
    def _per_begin(self) -> dict[int, dict[str, dict[str, int]]]:
        return {}

    @cached_property
    def _stammen(self) -> frozenset[str]:
        heel = {stam(vorm) for vorm in self.aantallen}
        return frozenset(heel.union(*(deelstammen(vorm) for vorm in self.aantallen)))

    @cached_property
    def _gesorteerd(self) -> list[str]:
        return sorted(self.aantallen)

    @cached_property
    def _per_lengte(self) -> dict[int, list[tuple[str, int]]]:
        per_lengte: dict[int, list[tuple[str, int]]] = {}
        for vorm in self.aantallen:
            if not any(teken.isdigit() for teken in vorm):
                per_lengte.setdefault(len(vorm), []).append((vorm, _masker(vorm)))
        return per_lengte


def _stukken(vorm: str, aantal: int) -> tuple[str, ...]:
    """Pieces, of which one edit spoils two at most (a swap across their border), so one stays whole."""
    grenzen = [len(vorm) * nummer // aantal for nummer in range(aantal + 1)]
    return tuple(vorm[van:tot] for van, tot in pairwise(grenzen))


def _masker(vorm: str) -> int:
    masker = 0
    for teken in vorm:
        masker |= 1 << (ord(teken) & 63)
    return masker
