"""Mark the words of a text that a search was about.

Works on the text that a reader gets, by the same analysis as the search, so any engine marks alike. Gives pieces, not
HTML: whoever shows them escapes them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from search.analyse.keten import deelstammen
from search.analyse.stam import stam
from search.analyse.stopwoorden import is_stopwoord
from search.analyse.vouwen import vouw
from search.ontleden import Ontleding

_WOORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")


class Stuk(NamedTuple):
    tekst: str
    gemarkeerd: bool


@dataclass(frozen=True, slots=True)
class Markering:
    """What counts as found: stems of whole words or parts, and starts of words."""

    stammen: frozenset[str] = frozenset()
    beginnen: tuple[str, ...] = ()

    def raakt(self, woord: str) -> bool:
        vorm = vouw(woord).strip()
        if not vorm or is_stopwoord(vorm):
            return False
        if stam(vorm) in self.stammen or any(vorm.startswith(begin) for begin in self.beginnen):
            return True
        return any(deel in self.stammen for deel in deelstammen(vorm))


GEEN_MARKERING = Markering()


def markering_van(ontleding: Ontleding) -> Markering:
    stammen: set[str] = set()
    beginnen: list[str] = []
    for woord in ontleding.woorden:
        stammen.add(woord.stam)
        stammen.update(woord.delen)
        stammen.update(stam(vorm) for vorm in (*woord.aaneen, *woord.verbeterd))
        beginnen.extend(woord.aaneen_half)
        if woord.half:
            beginnen.append(woord.vorm)
    stammen.update(doel for toepassing in ontleding.synoniemen for doel in toepassing.stammen)
    return Markering(frozenset(stammen), tuple(beginnen))


def markeer(tekst: str, markering: Markering) -> list[Stuk]:
    """The text in pieces, marked or not; together they are the text."""
    stukken: list[Stuk] = []
    einde = 0
    for gevonden in _WOORD.finditer(tekst):
        if not markering.raakt(gevonden[0]):
            continue
        if gevonden.start() > einde:
            stukken.append(Stuk(tekst[einde : gevonden.start()], False))
        stukken.append(Stuk(gevonden[0], True))
        einde = gevonden.end()
    if einde < len(tekst):
        stukken.append(Stuk(tekst[einde:], False))
    return stukken


def fragment(tekst: str, markering: Markering, lengte: int = 160) -> list[Stuk]:
    """About `lengte` characters around the first marked word, cut between words; `…` where something is left out."""
    if len(tekst) <= lengte:
        return markeer(tekst, markering)
    eerste = next((g.start() for g in _WOORD.finditer(tekst) if markering.raakt(g[0])), 0)
    begin = max(0, min(eerste - lengte // 4, len(tekst) - lengte))
    eind = begin + lengte
    if begin:
        begin = tekst.find(" ", begin, eerste + 1) + 1 or begin
    if eind < len(tekst):
        eind = max(tekst.rfind(" ", begin, eind), eerste + 1)
    knipsel = ("… " if begin else "") + tekst[begin:eind].strip() + (" …" if eind < len(tekst) else "")
    return markeer(knipsel, markering)
