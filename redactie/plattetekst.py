"""Safe HTML → the same words as plain text, for reading aloud, copying, mailing and searching.

Reads only what `opmaak.py` made. List items get a dash or a number, a table of two columns reads `a: b`.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOKKEN = frozenset({"p", "h3", "h4", "blockquote", "ul", "ol", "table"})


def plat(html: str) -> str:
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    tekst = "".join(lezer.uit).replace("\N{NO-BREAK SPACE}", " ")
    tekst = "\n".join(regel.rstrip() for regel in tekst.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", tekst).strip()


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.uit: list[str] = []
        self.lijsten: list[int | None] = []  # per open list the next number, None for bullets
        self.rijen: list[list[str]] | None = None
        self.kop = False  # the table has a head row

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._schrijf("\n")
        elif tag in ("ul", "ol"):
            self.lijsten.append(1 if tag == "ol" else None)
            self._nieuwe_regel() if len(self.lijsten) > 1 else self._nieuw_blok()
        elif tag == "li":
            self._nieuwe_regel()
            self._schrijf("  " * (len(self.lijsten) - 1) + self._teken())
        elif tag == "table":
            self._nieuw_blok()
            self.rijen, self.kop = [], False
        elif tag == "thead":
            self.kop = True
        elif tag == "tr" and self.rijen is not None:
            self.rijen.append([])
        elif tag in ("th", "td") and self.rijen:
            self.rijen[-1].append("")
        elif tag in _BLOKKEN:
            self._nieuw_blok()

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lijsten.pop()
            if not self.lijsten:
                self._nieuw_blok()
        elif tag == "table":
            rijen, self.rijen = self.rijen or [], None
            self.uit.append(_tabel(rijen, self.kop))
            self._nieuw_blok()
        elif tag in _BLOKKEN:
            self._nieuw_blok()

    def handle_data(self, data: str) -> None:
        tekst = re.sub(r"[ \t\n\r\f]+", " ", data)
        # White space between the mark of an item and its paragraph is not text.
        begint_regel = not self.uit or self.uit[-1].endswith(("\n", "- ", ". "))
        self._schrijf(tekst.lstrip(" ") if begint_regel and self.rijen is None else tekst)

    def _schrijf(self, tekst: str) -> None:
        if not tekst:
            return
        if self.rijen is None:
            self.uit.append(tekst)
        elif self.rijen and self.rijen[-1]:
            self.rijen[-1][-1] += tekst.replace("\n", " ")

    def _teken(self) -> str:
        nummer = self.lijsten[-1] if self.lijsten else None
        if nummer is None:
            return "- "
        self.lijsten[-1] = nummer + 1
        return f"{nummer}. "

    def _nieuwe_regel(self) -> None:
        if self.uit and not self.uit[-1].endswith("\n"):
            self.uit.append("\n")

    def _nieuw_blok(self) -> None:
        if not self.lijsten:
            self.uit.append("\n\n")
        elif self.uit and not self.uit[-1].endswith(("\n", "- ", ". ")):
            self.uit.append("\n" + "  " * len(self.lijsten))


def _tabel(rijen: list[list[str]], kop: bool) -> str:
    """Rows as lines. The head row of two columns ("Omschrijving", "Bedrag") says nothing when read aloud."""
    cellen = [[cel.strip() for cel in rij] for rij in rijen]
    if kop and cellen and len(cellen[0]) == 2:
        cellen = cellen[1:]
    return "\n".join(": ".join(cel for cel in rij if cel) for rij in cellen)
