"""Lines of Markdown: what starts a list item, a table, a heading; and how loosely editors may write them.

Python-Markdown wants a blank line before a list and four spaces for each level; people who write texts do not.
`gladstrijken` turns the one into the other, so that a list is a list wherever any other editor shows one.
"""

from __future__ import annotations

import re
import unicodedata

LIJSTITEM = re.compile(r"^(?P<inspringing> *)(?P<teken>[-*+]|\d{1,9}[.)])(?P<wit> +)(?P<tekst>\S.*)$")
KOP = re.compile(r"^ {0,3}(?P<niveau>#{1,6}) *(?P<tekst>.*?) *#*$")
CITAAT = re.compile(r"^ {0,3}> ?")
TABELLIJN = re.compile(r"^ *\|?(?: *:?-+:? *\|)+ *(?::?-+:? *)?$")

MAX_DIEPTE = 6
"""Levels of lists in lists; deeper ones stand at this level."""

_REGELEINDE = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters and what turns the direction of text around: invisible, and a way to make a text lie.
ONZICHTBAAR = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def schoon(tekst: str) -> str:
    """NFC, line ends as `\\n`, no invisible characters; spaces of every kind and tabs become plain ones."""
    tekst = unicodedata.normalize("NFC", tekst)
    tekst = ONZICHTBAAR.sub("", _REGELEINDE.sub("\n", tekst))
    return re.sub("[\xa0\u2007\u202f]", " ", tekst).expandtabs(4)


def gladstrijken(tekst: str) -> str:
    """The same text for Python-Markdown: levels of four spaces, `1.` for `1)`, a blank line before a list or table."""
    werk = _Gladstrijker()
    regels = schoon(tekst).split("\n")
    for regel, volgende in zip(regels, [*regels[1:], ""], strict=True):
        werk.regel(regel, volgende)
    return "\n".join(werk.uit)


def lijstitem(regel: str, *, na_alinea: bool = False) -> re.Match[str] | None:
    """The line as a list item, or None. Straight after a line of a paragraph only `1.` starts a numbered list:
    a line that happens to begin with "2027. " does not."""
    item = LIJSTITEM.match(regel)
    if item is None or _is_streep(regel):
        return None
    return None if na_alinea and item["teken"][0].isdigit() and item["teken"][:-1] != "1" else item


class _Gladstrijker:
    """Goes through the lines once and keeps which list items are open."""

    def __init__(self) -> None:
        self.uit: list[str] = []
        self.open_items: list[tuple[int, bool]] = []  # indentation and numbered or not, outermost first
        self.in_lijst = False  # the line before belongs to a list item
        self.inhang = ""  # what the block that a line goes on with is indented by

    def regel(self, regel: str, volgende: str) -> None:
        na_tekst = bool(self.uit and self.uit[-1].strip())
        if not regel.strip():
            self.uit.append("")
            self.in_lijst = False
        elif KOP.match(regel):
            self._begin([])
            self.uit += ["", regel.strip()]
        elif (item := lijstitem(regel, na_alinea=na_tekst and not self._open())) is not None:
            self._lijstitem(item, na_tekst)
        else:
            if not na_tekst:
                self._begin(self._open_boven(regel))
            elif not self.open_items and "|" in regel and TABELLIJN.match(volgende):
                self.uit.append("")
            self.uit.append(f"{self.inhang}{regel.strip()}{'  ' if regel.endswith('  ') else ''}")

    def _open(self) -> bool:
        return self.in_lijst or bool(self.open_items)

    def _begin(self, open_items: list[tuple[int, bool]]) -> None:
        self.open_items, self.in_lijst, self.inhang = (
            open_items,
            False,
            "    " * min(len(open_items), MAX_DIEPTE),
        )

    def _lijstitem(self, item: re.Match[str], na_tekst: bool) -> None:
        genummerd = item["teken"][0].isdigit()
        buren = self.open_items
        self.open_items = self._open_boven(item.string)
        diepte = min(len(self.open_items), MAX_DIEPTE)
        ander_soort = len(buren) > diepte and buren[diepte][1] != genummerd
        if na_tekst and ((not diepte and not self.in_lijst) or ander_soort):
            self.uit.append("")
        self.open_items.append((len(item["inspringing"]), genummerd))
        self.in_lijst, self.inhang = True, ""
        self.uit.append(f"{'    ' * diepte}{item['teken'].replace(')', '.')} {item['tekst']}")

    def _open_boven(self, regel: str) -> list[tuple[int, bool]]:
        """The open list items that a line with this indentation stands under."""
        inspringing = len(regel) - len(regel.lstrip(" "))
        return [item for item in self.open_items if item[0] < inspringing]


def _is_streep(regel: str) -> bool:
    """`- - -` and `* * *` are a rule, not a list."""
    return re.fullmatch(r" *([-*_])(?: *\1){2,} *", regel) is not None
