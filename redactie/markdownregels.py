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
    uit: list[str] = []
    niveaus: list[int] = []  # the indentation of the list items that are open, outermost first
    inhang = ""  # what the block that a line goes on with is indented by
    regels = schoon(tekst).split("\n")
    for nummer, regel in enumerate(regels):
        volgende = regels[nummer + 1] if nummer + 1 < len(regels) else ""
        vorige_leeg = not uit or not uit[-1].strip()
        if not regel.strip():
            uit.append("")
        elif KOP.match(regel):
            niveaus.clear()
            inhang = ""
            uit.extend(["", regel.strip()])
        elif (item := lijstitem(regel, na_alinea=not vorige_leeg and not _in_lijst(uit))) is not None:
            inspringing = len(item["inspringing"])
            while niveaus and inspringing <= niveaus[-1]:
                niveaus.pop()
            if not niveaus and not vorige_leeg and not _in_lijst(uit):
                uit.append("")
            niveaus.append(inspringing)
            inhang = ""
            uit.append(f"{'    ' * (len(niveaus) - 1)}{item['teken'].replace(')', '.')} {item['tekst']}")
        else:
            if vorige_leeg:
                inhang = _inhang(regel, niveaus)
            elif not niveaus and "|" in regel and TABELLIJN.match(volgende):
                uit.append("")
            uit.append(f"{inhang}{regel.strip()}{'  ' if regel.endswith('  ') else ''}")
    return "\n".join(uit)


def lijstitem(regel: str, *, na_alinea: bool = False) -> re.Match[str] | None:
    """The line as a list item, or None. Straight after a line of a paragraph only `1.` starts a numbered list:
    a line that happens to begin with "2027. " does not."""
    item = LIJSTITEM.match(regel)
    if item is None or _is_streep(regel):
        return None
    return None if na_alinea and item["teken"][0].isdigit() and item["teken"][:-1] != "1" else item


def _inhang(regel: str, niveaus: list[int]) -> str:
    """After a blank line an indented paragraph belongs to the list item that it stands under."""
    inspringing = len(regel) - len(regel.lstrip(" "))
    while niveaus and inspringing <= niveaus[-1]:
        niveaus.pop()
    return "    " * len(niveaus)


def _is_streep(regel: str) -> bool:
    """`- - -` and `* * *` are a rule, not a list."""
    return re.fullmatch(r" *([-*_])(?: *\1){2,} *", regel) is not None


def _in_lijst(uit: list[str]) -> bool:
    """Whether the last line written belongs to a list: up to the blank line before it there is an item."""
    for regel in reversed(uit):
        if not regel.strip():
            return False
        if LIJSTITEM.match(regel):
            return True
    return False
