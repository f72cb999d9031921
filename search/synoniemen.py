"""Synonyms, applied to the query: live at once, without building the index anew.

Takes rows as plain data (the editors' list lives elsewhere) and answers, for the words of a query in one bereik,
which other words to try. Matching is on stems, so `rijbewijzen` finds the row of `rijbewijs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from search.analyse.stam import stam
from search.analyse.stopwoorden import inhoud
from search.analyse.vouwen import woorden

Richting = Literal["beide", "heen"]
LANGSTE = 6
Stammen = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synoniem:
    """Words that find each other (`beide`), or of which the first finds the others (`heen`)."""

    woorden: tuple[str, ...]
    richting: Richting = "beide"
    gemeente: str | None = None  # slug; None holds everywhere


@dataclass(frozen=True, slots=True)
class Toepassing:
    """Words `van`..`tot` of the query may also be read as `stammen`."""

    van: int
    tot: int
    stammen: Stammen


class Synoniemenlijst:
    """All rows, made ready once; unchanging, so it may be kept as long as the rows stay the same."""

    def __init__(self, rijen: Iterable[Synoniem] = ()) -> None:
        self.rijen = tuple(rijen)
        self._per_bereik = lru_cache(maxsize=64)(self._tabel)
        self._vormen_per_bereik = lru_cache(maxsize=64)(self._vormen)

    def __len__(self) -> int:
        return len(self.rijen)

    def toepassingen(self, stammen: Sequence[str], bereik: str) -> list[Toepassing]:
        """Every reading of a run of words of the query by another row; longest runs first."""
        tabel = self._per_bereik(bereik)
        gevonden: list[Toepassing] = []
        for lengte in range(min(LANGSTE, len(stammen)), 0, -1):
            for van in range(len(stammen) - lengte + 1):
                for doel in tabel.get(tuple(stammen[van : van + lengte]), ()):
                    gevonden.append(Toepassing(van, van + lengte, doel))
        return gevonden

    def vormen(self, bereik: str) -> frozenset[str]:
        """All words of the rows that hold here, folded: known words, and aims for correction."""
        return self._vormen_per_bereik(bereik)

    def _rijen(self, bereik: str) -> Iterable[Synoniem]:
        return (rij for rij in self.rijen if rij.gemeente is None or rij.gemeente == bereik)

    def _vormen(self, bereik: str) -> frozenset[str]:
        return frozenset(
            vorm for rij in self._rijen(bereik) for woordgroep in rij.woorden for vorm in _zeggend(woordgroep)
        )

    def _tabel(self, bereik: str) -> dict[Stammen, tuple[Stammen, ...]]:
        tabel: dict[Stammen, dict[Stammen, None]] = {}
        for rij in self._rijen(bereik):
            groepen = [tuple(stam(woord) for woord in _zeggend(tekst)) for tekst in rij.woorden]
            bronnen = groepen if rij.richting == "beide" else groepen[:1]
            for bron in filter(None, bronnen):
                doelen = tabel.setdefault(bron, {})
                doelen.update(dict.fromkeys(doel for doel in groepen if doel and doel != bron))
        return {bron: tuple(doelen) for bron, doelen in tabel.items()}


def _zeggend(tekst: str) -> list[str]:
    """As a query is read: "hulp in de huishouding" is hulp, huishouding."""
    gevonden = woorden(tekst)
    return [gevonden[plek] for plek in inhoud(gevonden)]


GEEN_SYNONIEMEN = Synoniemenlijst()
