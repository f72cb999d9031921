"""Word differences between two texts, for people who compare: what went, what came, what stayed.

Pure. Splits on white space, so that a changed link or number shows as a whole; gives safe HTML with `<del>` and
`<ins>` that carry a sign besides their colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from html import escape

_STUKJES = re.compile(r"\s+|\S+")
MAX_WOORDEN = 4000
"""Above this the comparison takes seconds; then the texts are given whole."""


class Soort(Enum):
    GELIJK = "gelijk"
    WEG = "weg"
    NIEUW = "nieuw"


@dataclass(frozen=True, slots=True)
class Stuk:
    soort: Soort
    tekst: str


def woordverschil(was: str, wordt: str) -> tuple[Stuk, ...]:
    """The pieces in reading order; what went stands before what came in its place.

    Gluing GELIJK and WEG gives `was` back, GELIJK and NIEUW gives `wordt`.
    """
    a, b = _STUKJES.findall(was), _STUKJES.findall(wordt)
    if len(a) + len(b) > MAX_WOORDEN:
        return tuple(_stukken([(Soort.WEG, was), (Soort.NIEUW, wordt)]))
    stukken: list[tuple[Soort, str]] = []
    for wat, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if wat == "equal":
            stukken.append((Soort.GELIJK, "".join(a[a1:a2])))
        else:
            stukken += [(Soort.WEG, "".join(a[a1:a2])), (Soort.NIEUW, "".join(b[b1:b2]))]
    return tuple(_stukken(_zonder_eilanden(stukken)))


def _zonder_eilanden(stukken: list[tuple[Soort, str]]) -> list[tuple[Soort, str]]:
    """A lone space between two changes joins them: people read phrases, not confetti."""
    uit: list[tuple[Soort, str]] = []
    for nummer, (soort, tekst) in enumerate(stukken):
        tussen_wijzigingen = (
            soort is Soort.GELIJK and tekst.isspace() and "\n" not in tekst and 0 < nummer < len(stukken) - 1
        )
        uit += [(Soort.WEG, tekst), (Soort.NIEUW, tekst)] if tussen_wijzigingen else [(soort, tekst)]
    return uit


def _stukken(ruw: Iterable[tuple[Soort, str]]) -> Iterable[Stuk]:
    """Join what touches; within a run of changes first all that went, then all that came."""
    weg = nieuw = ""
    for soort, tekst in ruw:
        if soort is Soort.WEG:
            weg += tekst
        elif soort is Soort.NIEUW:
            nieuw += tekst
        elif tekst:
            yield from _wijziging(weg, nieuw)
            weg = nieuw = ""
            yield Stuk(Soort.GELIJK, tekst)
    yield from _wijziging(weg, nieuw)


def _wijziging(weg: str, nieuw: str) -> Iterable[Stuk]:
    if weg:
        yield Stuk(Soort.WEG, weg)
    if nieuw:
        yield Stuk(Soort.NIEUW, nieuw)


def verschil_als_html(was: str, wordt: str) -> str:
    """Safe HTML on one line of text per line; the signs also read without colours or with a screen reader."""
    return "".join(_html(stuk) for stuk in woordverschil(was, wordt))


def _html(stuk: Stuk) -> str:
    tekst = escape(stuk.tekst)
    if stuk.soort is Soort.WEG:
        return f'<del><span class="teken">[−</span>{tekst}<span class="teken">−]</span></del>'
    if stuk.soort is Soort.NIEUW:
        return f'<ins><span class="teken">[+</span>{tekst}<span class="teken">+]</span></ins>'
    return tekst
