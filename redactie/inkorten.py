"""The beginning of a text in a few short lines, for where there is no room for all of it.

Pure. Takes the safe HTML of a field, gives lines of safe HTML: paragraphs, items and rows of a table each begin one.
Widths are counted in characters: what fits on the screen does not depend on a browser, and can be tested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

BINNEN = frozenset({"a", "strong", "em", "b", "i"})
"""Mark-up inside a line that stays."""

BLOKKEN = frozenset({"p", "li", "h2", "h3", "h4", "h5", "dt", "dd", "tr", "blockquote", "div", "pre"})
CELLEN = frozenset({"td", "th"})
WIT = 4
VERDER = 8
"""Characters for the dots and for where the rest stands."""

KORTST = 12
"""Fewer characters than this say nothing before the dots."""


@dataclass(frozen=True, slots=True)
class Regel:
    """`teken`: the bullet or number before it. `rechts`: the last cell of a row, such as an amount. Both HTML-safe."""

    html: str
    teken: str = ""
    rechts: str = ""


@dataclass(frozen=True, slots=True)
class Ingekort:
    regels: tuple[Regel, ...]
    afgekapt: bool
    """There is more in the text than these lines."""


@dataclass(slots=True)
class _Blok:
    teken: str = ""
    cellen: list[list[tuple[str, str]]] = field(default_factory=lambda: [[]])
    """Per cell its pieces: (text, "") or ("", mark-up)."""

    def tekst(self, cel: int) -> str:
        return "".join(woorden for woorden, _ in self.cellen[cel])

    @property
    def lengte(self) -> int:
        cellen = (" ".join(self.tekst(cel).split()) for cel in range(len(self.cellen)))
        return sum(len(cel) + 1 for cel in cellen if cel) - 1


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blokken: list[_Blok] = [_Blok()]
        self._lijsten: list[int | None] = []
        self._kop_van_tabel = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self._lijsten.append(None if tag == "ul" else 0)
        elif tag == "thead":
            self._kop_van_tabel = True
        elif tag in BLOKKEN:
            # A paragraph inside an item is that item.
            if tag != "p" or self.blokken[-1].lengte > 0 or not self.blokken[-1].teken:
                self.blokken.append(_Blok(self._teken() if tag == "li" else ""))
        elif tag in CELLEN:
            if self.blokken[-1].cellen[-1]:
                self.blokken[-1].cellen.append([])
        elif tag == "br":
            self._erbij((" ", ""))
        elif tag in BINNEN:
            adres = next((waarde or "" for naam, waarde in attrs if naam == "href"), "") if tag == "a" else ""
            self._erbij(("", f'<{tag} href="{escape(adres)}">' if adres else f"<{tag}>"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lijsten:
            self._lijsten.pop()
        elif tag == "thead":
            self._kop_van_tabel = False
        if tag in BLOKKEN or tag in ("ul", "ol", "table", "thead"):
            self.blokken.append(_Blok())
        elif tag in BINNEN:
            self._erbij(("", f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        if data.strip() or self.blokken[-1].lengte > 0:
            self._erbij((data, ""))

    def _erbij(self, stuk: tuple[str, str]) -> None:
        if not self._kop_van_tabel:
            self.blokken[-1].cellen[-1].append(stuk)

    def _teken(self) -> str:
        if not self._lijsten or (nummer := self._lijsten[-1]) is None:
            return "•"
        self._lijsten[-1] = nummer + 1
        return f"{nummer + 1}."


@lru_cache(maxsize=2048)
def inkorten(html: str, regels: int, breedte: int) -> Ingekort:
    """As many blocks as fit on so many lines of so many characters; the last one may be cut at a word."""
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    over, gevonden = regels, []
    for blok in (blok for blok in lezer.blokken if blok.lengte > 0):
        # A row has its last cell at the end of the line; words leave the end of most lines empty.
        nodig = -(-blok.lengte // (breedte + WIT if len(blok.cellen) > 1 else breedte))
        if nodig > over:
            ruimte = over * breedte - VERDER
            if ruimte >= KORTST and len(blok.cellen) == 1:
                gevonden.append(Regel("".join(_tot(blok.cellen[0], ruimte)), blok.teken))
            return Ingekort(tuple(gevonden), afgekapt=True)
        gevonden.append(_regel(blok))
        over -= nodig
    return Ingekort(tuple(gevonden), afgekapt=False)


def _regel(blok: _Blok) -> Regel:
    cellen = ["".join(_tot(stukken, None)).strip() for stukken in blok.cellen]
    if len(cellen) == 1:
        return Regel(cellen[0], blok.teken)
    return Regel(" ".join(cel for cel in cellen[:-1] if cel), blok.teken, cellen[-1])


def _tot(stukken: list[tuple[str, str]], ruimte: int | None) -> Iterator[str]:
    """The pieces up to so many characters, whole words only, with what was opened closed again."""
    open_: list[str] = []
    for woorden, opmaak in stukken:
        if opmaak.startswith("</"):
            if open_:
                open_.pop()
                yield opmaak
        elif opmaak:
            open_.append(opmaak[1:].split(" ")[0].rstrip(">"))
            yield opmaak
        elif ruimte is not None and len(woorden) > ruimte:
            yield f"{escape(woorden[:ruimte].rpartition(' ')[0].rstrip(' ,;:.'), quote=False)} …"
            break
        else:
            yield escape(woorden, quote=False)
            ruimte = None if ruimte is None else ruimte - len(woorden)
    yield from (f"</{tag}>" for tag in reversed(open_))
