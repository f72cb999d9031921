"""How much each field and each kind of match counts: data, so that it can be measured and changed in one place.

The numbers are on the scale of BM25 as tantivy computes it; an engine with another scale corrects
for that itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType

from search.bereik import Scope
from search.velden import INTERN_VORMEN, TITEL_VORMEN, TREFWOORDEN_VORMEN, VORMEN, Groep


@dataclass(frozen=True)
class Gewichten:
    groep: MappingProxyType[Groep, float] = field(
        default_factory=lambda: MappingProxyType(
            {
                Groep.TITEL: 6.0,
                Groep.TREFWOORDEN: 5.0,
                Groep.SAMENVATTING: 2.0,
                Groep.TEKST: 1.2,
                Groep.REST: 0.3,
                Groep.INTERN: 0.8,
            }
        )
    )
    # A prefix has no statistics of its own: it scores as a word of middling rarity would.
    voorvoegsel: MappingProxyType[str, float] = field(
        default_factory=lambda: MappingProxyType(
            {TITEL_VORMEN: 15.0, TREFWOORDEN_VORMEN: 12.0, VORMEN: 1.5, INTERN_VORMEN: 1.0}
        )
    )
    # The best field counts, the others for this share.
    overige_velden: float = 0.4

    # Kinds of alternatives for one word of the query.
    woord: float = 1.0
    deel: float = 0.6
    alle_delen: float = 0.8
    meeste_delen: float = 0.4
    laatste_deel: float = 0.25
    half_woord: float = 0.8  # the start of a word, when what was typed is a word too
    onaf_begin: float = 1.5  # the same, when it is not a word yet
    onaf_woord: float = 0.5
    aaneen: float = 0.9
    synoniem: float = 0.8
    correctie: float = 0.9

    # The second rung: this share of the words, rounded up.
    meeste: float = 0.34
    # What a hit of each rung counts for beside hits of a higher one.
    trede: tuple[float, ...] = (1.0, 0.6, 0.5)

    # A title that begins as the question does: `trouwen` is rather "Trouwen of …" than "Gratis trouwen".
    begin_titel: float = 1.2

    def voorvoegsel_van(self, scope: Scope) -> tuple[tuple[str, float], ...]:
        """The fields where a prefix is tried, for this scope."""
        return tuple(
            (veld, getal) for veld, getal in self.voorvoegsel.items() if scope.intern or veld != INTERN_VORMEN
        )


GEWICHTEN = Gewichten()
