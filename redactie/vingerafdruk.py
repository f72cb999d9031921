"""The normalised fingerprint of a text: the same for texts that say the same in the same structure.

White space, line ends, Unicode form, the sign of a list and the way of writing emphasis, headings and numbers do
not alter it; a word, a number, a link's target or the structure of a list does. Of the symbolic text, tokens
unresolved. Always computed from the kept texts by today's code, never stored.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from html.parser import HTMLParser

from redactie.opmaak import kale_html

# White space and paragraphs are the same thing here: both only space the words.
_WIT = frozenset({"p", "br"})
_BLOKKEN = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)

# A link, an address or a character reference: its letters may be written in more ways than one.
_MET_BETEKENIS = re.compile(r"[<&]|\]\(")


@lru_cache(maxsize=8192)
def vingerafdruk(tekst: str) -> str:
    """64 hexadecimal digits."""
    return hashlib.sha256(genormaliseerd(tekst).encode("utf-8", "surrogatepass")).hexdigest()


def genormaliseerd(tekst: str) -> str:
    """What is compared: words and the marks around them, spaced in one way. For tests and for explaining."""
    lezer = _Lezer()
    lezer.feed(kale_html(tekst))
    lezer.close()
    samen = re.sub(r"\s+", " ", "".join(lezer.uit))
    return re.sub(r" ?(\x02[^\x03]*\x03) ?", r"\1", samen).strip()


def zelfde(een: str, ander: str) -> bool:
    """Whether both have the same fingerprint. Without rendering them where the letters already say that they differ."""
    if een == ander:
        return True
    gewoon = _MET_BETEKENIS.search(een) is None and _MET_BETEKENIS.search(ander) is None
    if gewoon and _letters(een) != _letters(ander):
        return False
    return vingerafdruk(een) == vingerafdruk(ander)


def _letters(tekst: str) -> str:
    """Without digits: the numbers of a list are no words."""
    return re.sub(r"[\W\d_]+", "", unicodedata.normalize("NFC", tekst))


class _Lezer(HTMLParser):
    """Block tags become `\\x02tag\\x03`, with which white space falls away; inline tags `\\x04tag\\x05`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.uit: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _WIT:
            self.uit.append(" ")
        elif tag in _BLOKKEN:
            self.uit.append(f"\x02{tag}\x03")
        else:
            doel = dict(attrs).get("href") or ""
            self.uit.append(f"\x04{tag} {doel}\x05")

    def handle_endtag(self, tag: str) -> None:
        if tag in _WIT:
            self.uit.append(" ")
        elif tag in _BLOKKEN:
            self.uit.append(f"\x02/{tag}\x03")
        else:
            self.uit.append(f"\x04/{tag}\x05")

    def handle_data(self, data: str) -> None:
        self.uit.append(data)
