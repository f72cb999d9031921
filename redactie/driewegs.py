"""Two texts that grew out of one: what both changed, put together by words.

Pure. Takes a change that only one side made; where both changed the same spot, both are kept, within marks that an
editor must take away. No word that somebody wrote is lost without such a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

BEGIN, EINDE = "⟦", "⟧"
MAX_WOORDEN = 4000
"""Above this the comparison takes seconds; then both texts are given whole."""

_STUKJES = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Deel:
    """A piece about which there is no doubt; beside it what each side has on that spot."""

    tekst: str
    eigen: str = field(default="", compare=False)
    regio: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Botsing:
    """A spot that both sides changed, each in its own way; empty: that side took it away."""

    eigen: str
    regio: str

    @property
    def tekst(self) -> str:
        """Both texts between marks, the white space around them outside."""
        langste = max(self.eigen, self.regio, key=len)
        voor = langste[: len(langste) - len(langste.lstrip())]
        na = langste[len(langste.rstrip()) :] if langste.strip() else ""
        return f"{voor}{_merk('regio', self.regio)} {_merk('wij', self.eigen)}{na}"


def _merk(wie: str, tekst: str) -> str:
    return f"{BEGIN}{wie}: {tekst.strip() or '(weggehaald)'}{EINDE}"


@dataclass(frozen=True, slots=True)
class Driewegs:
    delen: tuple[Deel | Botsing, ...]

    @property
    def tekst(self) -> str:
        return "".join(deel.tekst for deel in self.delen)

    @property
    def botsingen(self) -> tuple[Botsing, ...]:
        return tuple(deel for deel in self.delen if isinstance(deel, Botsing))

    @property
    def heeft_houvast(self) -> bool:
        """Whether any word is sure; without one the two texts have nothing to do with each other."""
        return any(isinstance(deel, Deel) and deel.tekst.strip() for deel in self.delen) or not self.delen


def driewegs(basis: str, eigen: str, regio: str) -> Driewegs:
    """What `eigen` and `regio` each made of `basis`, in one text. Equal sides, or one unchanged, give no clash."""
    b, e, r = (_STUKJES.findall(tekst) for tekst in (basis, eigen, regio))
    if len(b) + len(e) + len(r) > MAX_WOORDEN:
        b, e, r = [basis], [eigen], [regio]
    delen: list[Deel | Botsing] = []
    vorige = (-1, -1, -1)
    for anker in [*_ankers(b, e, r), (len(b), len(e), len(r))]:
        stukken = ("".join(t[v + 1 : a]) for t, v, a in zip((b, e, r), vorige, anker, strict=True))
        delen.append(_kies(*stukken))
        if anker[0] < len(b):
            delen.append(_gelijk(b[anker[0]]))
        vorige = anker
    return Driewegs(tuple(_samen(delen)))


def is_onaf(tekst: str) -> bool:
    """Whether a mark still stands in the text."""
    return BEGIN in tekst or EINDE in tekst


Anker = tuple[int, int, int]
"""Places of one unchanged piece in the three texts."""


def _ankers(basis: list[str], eigen: list[str], regio: list[str]) -> list[Anker]:
    """What stayed the same on both sides. A lone space between two changes is no hold: "na 5 dagen" with "3" on one
    side and "weken" on the other is not "na 3 weken"."""
    in_eigen, in_regio = _waar(basis, eigen), _waar(basis, regio)
    rij = [(i, in_eigen[i], in_regio[i]) for i in sorted(in_eigen.keys() & in_regio.keys())]
    rand = [(-1, -1, -1), *rij, (len(basis), len(eigen), len(regio))]
    sluit_aan = [all(b - a == 1 for a, b in zip(een, twee, strict=True)) for een, twee in pairwise(rand)]
    return [
        anker
        for nummer, anker in enumerate(rij)
        if sluit_aan[nummer] or sluit_aan[nummer + 1] or not _is_spatie(basis[anker[0]])
    ]


def _waar(basis: list[str], ander: list[str]) -> dict[int, int]:
    blokken = SequenceMatcher(None, basis, ander, autojunk=False).get_matching_blocks()
    return {blok.a + n: blok.b + n for blok in blokken for n in range(blok.size)}


def _is_spatie(stuk: str) -> bool:
    return stuk.isspace() and "\n" not in stuk


def _gelijk(tekst: str) -> Deel:
    return Deel(tekst, tekst, tekst)


def _kies(basis: str, eigen: str, regio: str) -> Deel | Botsing:
    if eigen in (basis, regio):
        return Deel(regio, eigen, regio)
    return Deel(eigen, eigen, regio) if regio == basis else Botsing(eigen, regio)


def _samen(delen: Iterable[Deel | Botsing]) -> Iterator[Deel | Botsing]:
    """Join what is sure and touches."""
    zeker = Deel("")
    for deel in delen:
        if isinstance(deel, Deel):
            zeker = Deel(zeker.tekst + deel.tekst, zeker.eigen + deel.eigen, zeker.regio + deel.regio)
            continue
        yield from _met_iets(zeker)
        zeker = Deel("")
        yield deel
    yield from _met_iets(zeker)


def _met_iets(deel: Deel) -> Iterator[Deel]:
    """Where both sides took the same away, there is nothing left to show."""
    if deel.tekst or deel.eigen or deel.regio:
        yield deel
