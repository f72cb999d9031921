"""What an agent reads of a card at a glance: the facts in a few lines each, in a fixed order, with fixed digits.

Pure. The whole text stands below, under a heading with the same digit; nothing is only here. The widths suit a screen
of 1366 × 768 (`kennisbank/static/kennisbank/balie/kaart.css`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from redactie.inkorten import Ingekort, inkorten
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.baliekaart import KaartVeld

CIJFERS: dict[Veld, int] = {
    Veld.SPREEKANTWOORD: 1,
    Veld.KOSTEN: 2,
    Veld.TERMIJN: 3,
    Veld.MEENEMEN: 4,
    Veld.AANPAK: 5,
    Veld.VOORWAARDEN: 6,
    Veld.DOORVERBINDEN: 8,
    Veld.INTERNE_TOELICHTING: 9,
}
"""The digit of a section; the ways to do it (`kanalen`) have 7."""

REGELEN = 7
LINKS, RECHTS, NAAST, ONDER = 43, 37, 36, 92
"""Characters on a line of the left column, of the right one, in what stands beside the card, and under the facts."""

MATEN: dict[Veld, tuple[int, int]] = {
    Veld.KOSTEN: (5, LINKS),
    Veld.TERMIJN: (5, RECHTS),
    Veld.MEENEMEN: (4, LINKS),
    Veld.AANPAK: (3, RECHTS),
    Veld.VOORWAARDEN: (3, RECHTS),
    Veld.DOORVERBINDEN: (4, NAAST),
    Veld.INTERNE_TOELICHTING: (2, ONDER),
}
KOPPEN = {Veld.AANPAK: "Hoe en waar", Veld.VOORWAARDEN: "Wie mag"}


@dataclass(frozen=True, slots=True)
class KaartFeit:
    veld: KaartVeld
    kort: Ingekort

    @property
    def kop(self) -> str:
        return KOPPEN.get(self.veld.veld) or self.veld.kop

    @property
    def cijfer(self) -> int:
        return CIJFERS[self.veld.veld]

    @property
    def is_aanpak(self) -> bool:
        return self.veld.veld is Veld.AANPAK

    @property
    def breed(self) -> bool:
        return self.veld.veld is Veld.VOORWAARDEN


def kaartfeit(veld: KaartVeld) -> KaartFeit:
    return KaartFeit(veld, inkorten(veld.html, *MATEN[veld.veld]))
