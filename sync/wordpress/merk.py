"""The mark that a page of ours carries, and the digest by which an edit made in WordPress is seen.

Pure. A stock WordPress keeps no fields of ours with a page, but it keeps a comment in its HTML. The digest is over
what a reader meets (tags, attributes, words), not over how it is spelled: WordPress respells entities and empty tags.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser

UITLEG = "Deze tekst komt uit Antwoord. Wijzig de tekst daar."
VOORVOEGSEL = "antwoord:"
MERK = re.compile(
    rf"<!--[^>]{{0,200}}?{VOORVOEGSEL}([a-z0-9_.-]+/[a-z]+/[a-z0-9_.-]+); versie=([0-9]{{1,16}});"
    r" hash=([0-9a-f]{64}|weg); som=([0-9a-f]{64})\s*-->"
)
LANGSTE = 2**20
LEEG = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
"""Tags that have no end."""


@dataclass(frozen=True, slots=True)
class Merk:
    """Which version of which document a page holds; `hash` empty: withdrawn. `som`: digest of what we put there."""

    naam: str
    versie: int
    hash: str
    som: str

    @property
    def weg(self) -> bool:
        return not self.hash

    def __str__(self) -> str:
        stand = f"versie={self.versie}; hash={self.hash or 'weg'}; som={self.som}"
        return f"<!-- {UITLEG} {zoekwoord(self.naam)} {stand} -->"


def zoekwoord(naam: str) -> str:
    """What stands in the mark of this document and in no other.

    WordPress makes one dash of two in a comment, and takes what looks like %2D out of what is searched for.
    """
    return f"{VOORVOEGSEL}{re.sub('-(?=-)', '-.', naam)};"


def lees(inhoud: str) -> Merk | None:
    """The mark in the HTML of a page, if it has one."""
    gevonden = MERK.search(inhoud)
    if gevonden is None:
        return None
    naam, versie, hash_, som = gevonden.groups()
    return Merk(naam.replace(".", ""), int(versie), "" if hash_ == "weg" else hash_, som)


def verwissel(inhoud: str, merk: Merk) -> str:
    """The same HTML with this mark in the place of the one it had, or in front."""
    if MERK.search(inhoud) is None:
        return f"{merk}\n{inhoud}"
    return MERK.sub(lambda _: str(merk), inhoud, count=1)


def som_van(titel: str, inhoud: str) -> str:
    """Digest of what a reader meets; `titel` and `inhoud` as HTML."""
    zonder = _zonder_commentaar(inhoud)
    if zonder is None or len(zonder) > LANGSTE or zonder.count("<") != zonder.count(">") or "<!" in zonder:
        # Not what we would write. Python's parser takes minutes over HTML that is broken on purpose.
        return hashlib.sha256(json.dumps([titel, inhoud]).encode()).hexdigest()
    kern = _Kern()
    kern.feed(zonder)
    kern.close()
    delen = [" ".join(html.unescape(titel).split()), *kern.klaar()]
    return hashlib.sha256(json.dumps(delen, ensure_ascii=False).encode()).hexdigest()


def _zonder_commentaar(inhoud: str) -> str | None:
    """None when a comment has no end."""
    delen, van = [], 0
    while (begin := inhoud.find("<!--", van)) >= 0:
        einde = inhoud.find("-->", begin + 4)
        if einde < 0:
            return None
        delen.append(inhoud[van:begin])
        van = einde + 3
    return "".join([*delen, inhoud[van:]])


class _Kern(HTMLParser):
    """Tags with their attributes in order of name, and words with one space between; no comments."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.delen: list[object] = []
        self.woorden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._sluit_woorden()
        eerste = dict(reversed(attrs))  # of an attribute that is there twice only the first counts
        self.delen.append([tag, sorted([naam, " ".join((eerste[naam] or "").split())] for naam in eerste)])

    def handle_endtag(self, tag: str) -> None:
        if tag not in LEEG:
            self._sluit_woorden()
            self.delen.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.woorden.append(data)

    def klaar(self) -> list[object]:
        self._sluit_woorden()
        return self.delen

    def _sluit_woorden(self) -> None:
        tekst = " ".join("".join(self.woorden).split())
        self.woorden.clear()
        if tekst:
            self.delen.append(f"={tekst}")
