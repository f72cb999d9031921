"""The keys of the desk, once: for the list on the screen, the card to print, and the manual (a test compares them).

Pure. What each key does stands in `toetsen.js`; here is what people read of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MEESTE_MET_CIJFER = 7
"""With more municipalities than this there is no digit for each, and one types a name."""


@dataclass(frozen=True, slots=True)
class Toets:
    """`toetsen`: as they stand on the keyboard, with words between them; `wat`: what happens."""

    toetsen: tuple[str, ...]
    wat: str

    @property
    def stukken(self) -> tuple[tuple[str, bool], ...]:
        """Each piece, and whether it is a key."""
        return tuple((stuk, stuk not in WOORDEN) for stuk in self.toetsen)


WOORDEN = frozenset({"of", "en", "–", "met"})


def toetsen(gemeenten: int) -> tuple[Toets, ...]:
    """For an agent with so many municipalities."""
    return tuple(_toetsen(gemeenten))


def _toetsen(gemeenten: int) -> Iterator[Toets]:
    yield Toets(("/", "of", "Ctrl", "K"), "naar het vak voor de vraag")
    yield Toets(("↑", "↓", "Enter"), "een treffer kiezen en openen")
    yield Toets(("Alt", "met", "1", "–", "9"), "de gemeente kiezen; het cijfer staat bij de naam")
    yield Toets(("Alt", "0"), "de hele regio")
    if gemeenten > MEESTE_MET_CIJFER:
        yield Toets(("g",), "de naam van de gemeente typen")
    yield Toets(
        ("1", "–", "9"),
        "naar een deel: 1 zeg dit, 2 kosten, 3 termijn, 4 meenemen, 5 hoe, 6 voorwaarden, 7 regelen, "
        "8 niet opgelost, 9 intern",
    )
    yield Toets(("t",), "doorverbinden")
    yield Toets(("v",), "gemeenten vergelijken")
    yield Toets(("c",), "de feiten kopiëren")
    yield Toets(("e",), "het antwoord mailen")
    yield Toets(("l",), "de weblink kopiëren")
    yield Toets(("k",), "het kenmerk kopiëren")
    yield Toets(("f", "en", "Enter"), "melden dat het veld waar u staat, niet klopt")
    yield Toets(("a",), "het liep zo af: beantwoord")
    yield Toets(("d",), "het liep zo af: doorverbonden")
    yield Toets(("b",), "het liep zo af: terugbelverzoek")
    yield Toets(("n",), "het liep zo af: niet gevonden")
    yield Toets(("m",), "de meekijkstand aan of uit")
    yield Toets(
        ("Esc",), "een stap terug: naar de lijst, en dan de vraag leegmaken; de gemeente blijft staan"
    )
    yield Toets(("Alt", "⌫"), "nieuw gesprek")
    yield Toets(("?",), "de lijst met toetsen")
