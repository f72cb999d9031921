"""The sections of an answer, each with a digit that is the same on every card: 2 is always what it costs.

Pure. A card without the section has no button for that digit; what has no digit is read on the way.
"""

from __future__ import annotations

from dataclasses import dataclass

from redactie.baliekaart import FEITEN, Baliekaart
from redactie.kaartfeit import CIJFERS, REGELEN


@dataclass(frozen=True, slots=True)
class Sectie:
    """`anker`: the id of the element on the card."""

    toets: int
    kop: str
    anker: str


def secties(kaart: Baliekaart) -> tuple[Sectie, ...]:
    """None where the product is not offered: its fields are put away there, and what to do stands on top."""
    if not kaart.is_aangeboden:
        return ()
    rijen = {veld.veld: veld for veld in kaart.velden}
    gevonden = [Sectie(CIJFERS[veld], rijen[veld].kop, f"veld-{veld}") for veld in FEITEN if veld in rijen]
    if kaart.spreekantwoord is not None and kaart.spreekantwoord.html:
        gevonden.insert(0, Sectie(1, kaart.spreekantwoord.kop, "zeg-dit-kop"))
    if kaart.kanalen:
        gevonden.append(Sectie(REGELEN, "Regelen", "veld-regelen"))
    if kaart.doorverbinden is not None and kaart.doorverbinden.html:
        gevonden.append(Sectie(8, kaart.doorverbinden.kop, "door-kop"))
    if kaart.toelichting is not None and kaart.toelichting.html:
        gevonden.append(Sectie(9, "Intern", "intern-kop"))
    return tuple(gevonden)
