"""Asks the judged questions and scores the answers. Who answers is the caller's: a function from question to keys.

A product that is not live in the bereik of a question cannot be found there: its judgement does not count. A question
of which nothing remains then is not asked; the run names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace

from kennisbank.relevantie.maten import gevonden_in, ndcg, omgekeerde_rang
from kennisbank.relevantie.tikfout import met_tikfout
from kennisbank.relevantie.vragen import Oordeelvraag

DIEPTE = 5
DECIMALEN = 6  # what a run keeps, so that a kept run equals itself
STELLIG = 1


@dataclass(frozen=True, slots=True)
class Antwoord:
    """Keys, best first; `trede` 0 nothing, 1 all words, 2 most, 3 any."""

    sleutels: tuple[str, ...]
    trede: int


Stel = Callable[[str, str, bool], Antwoord]
"""question, bereik, whether it is being typed → answer"""


@dataclass(frozen=True, slots=True)
class Score:
    """One question asked once. `sleutels`: the first five."""

    vraag: str
    sleutels: tuple[str, ...]
    trede: int
    ndcg: float
    rr: float
    op1: bool
    op3: bool


@dataclass(frozen=True, slots=True)
class Meting:
    """One judged question. `verwacht`: something here answers it; where nothing does, only `gesteld` is there.

    `bewerkt`: the same with a typing mistake. `tekens`: the first letters that put the best product in the top five
    while typing, None when that never happened; `lengte` None when typing was not measured.
    """

    id: str
    type: str
    deel: str
    bereik: str
    verwacht: bool
    gesteld: Score
    bewerkt: Score | None = None
    tekens: int | None = None
    lengte: int | None = None

    @property
    def stellig(self) -> bool:
        """The answer is given as certain: every word was found."""
        return self.gesteld.trede == STELLIG


@dataclass(frozen=True, slots=True)
class Ronde:
    """A whole run; `vervallen` are ids of questions of which the judged products are not live where it is asked."""

    metingen: tuple[Meting, ...]
    vervallen: tuple[str, ...]


def meet(
    vragen: Iterable[Oordeelvraag],
    stel: Stel,
    *,
    live: Mapping[str, Set[str]],
    zaad: str = "1",
    alles: bool = True,
) -> Ronde:
    """Ask all; without `alles` no typing mistakes and no typing. `live`: bereik → keys that can be found there."""
    metingen, vervallen = [], []
    for vraag in vragen:
        hier = live.get(vraag.bereik)
        oordeel = {sleutel: graad for sleutel, graad in vraag.oordeel.items() if sleutel in (hier or ())}
        if hier is None or (vraag.oordeel and not oordeel):
            vervallen.append(vraag.id)
            continue
        metingen.append(_meet(replace(vraag, oordeel=oordeel), stel, zaad if alles else None))
    return Ronde(tuple(metingen), tuple(vervallen))


def _meet(vraag: Oordeelvraag, stel: Stel, zaad: str | None) -> Meting:
    gesteld = _score(vraag, vraag.vraag, stel)
    meting = Meting(vraag.id, vraag.type, vraag.deel.value, vraag.bereik, bool(vraag.oordeel), gesteld)
    if zaad is None or not vraag.oordeel:
        return meting
    fout = met_tikfout(vraag.vraag, f"{zaad}:{vraag.id}")
    return replace(
        meting,
        bewerkt=_score(vraag, fout, stel) if fout is not None else None,
        tekens=_tekens(vraag, stel),
        lengte=len(vraag.vraag),
    )


def _score(vraag: Oordeelvraag, tekst: str, stel: Stel) -> Score:
    antwoord = stel(tekst, vraag.bereik, vraag.typend)
    sleutels, oordeel = antwoord.sleutels, vraag.oordeel
    return Score(
        vraag=tekst,
        sleutels=sleutels[:DIEPTE],
        trede=antwoord.trede,
        ndcg=round(ndcg(sleutels, oordeel, DIEPTE), DECIMALEN),
        rr=round(omgekeerde_rang(sleutels, oordeel), DECIMALEN),
        op1=gevonden_in(sleutels, oordeel, 1),
        op3=gevonden_in(sleutels, oordeel, 3),
    )


def _tekens(vraag: Oordeelvraag, stel: Stel) -> int | None:
    for aantal in range(1, len(vraag.vraag) + 1):
        begin = vraag.vraag[:aantal]
        if not begin[-1].isspace() and gevonden_in(
            stel(begin, vraag.bereik, True).sleutels, vraag.oordeel, DIEPTE
        ):
            return aantal
    return None
