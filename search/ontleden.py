"""Take a question apart: its words, which of them are known, and what else each may stand for.

The part of planning that does not depend on the rung of the ladder. Pure; what the words become is for
`zoekplan.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from search.analyse.samenstelling import delen, in_lexicon
from search.analyse.stam import stam
from search.analyse.stopwoorden import inhoud
from search.analyse.vouwen import woorden
from search.correctie import verbeterde_beginnen, verbeteringen
from search.synoniemen import Synoniemenlijst, Toepassing
from search.woordenschat import Woordenschat

MAX_TEKENS = 200
MAX_WOORDEN = 12
KORTSTE_BEGIN = 2
KORTSTE_LOS = 4
KOPPELINGEN = ("", "s", "en", "e")


@dataclass(frozen=True, slots=True)
class Vraagwoord:
    """One word of the question that says something.

    `aaneen` holds what it makes together with a neighbour (forms); `verbeterd` the known words it may be meant as,
    `verbeterd_begin` the beginnings of known words that half a word may be meant as.
    """

    vorm: str
    stam: str
    delen: tuple[str, ...]  # stems; empty when it is no compound
    half: bool  # still being typed: also the start of a word
    af: bool  # a word of the vocabulary as it stands
    bekend: bool
    aaneen: tuple[str, ...] = ()
    aaneen_half: tuple[str, ...] = ()
    verbeterd: tuple[str, ...] = ()
    verbeterd_begin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ontleding:
    woorden: tuple[Vraagwoord, ...]
    synoniemen: tuple[Toepassing, ...]
    ingekort: bool = False
    """More than is read was asked."""

    @property
    def correcties(self) -> tuple[tuple[str, str], ...]:
        """What was typed, and what was searched for instead."""
        return tuple((woord.vorm, woord.verbeterd[0]) for woord in self.woorden if woord.verbeterd)

    @property
    def gezocht_op(self) -> str:
        return " ".join(woord.verbeterd[0] if woord.verbeterd else woord.vorm for woord in self.woorden)


def ontleed(
    vraag: str,
    *,
    typend: bool,
    bereik: str,
    woordenschat: Woordenschat,
    synoniemen: Synoniemenlijst,
    letterlijk: bool = False,
) -> Ontleding:
    """The first 200 characters and twelve words of a question; `woordenschat` holds the words of `synoniemen` too.

    `letterlijk`: nothing is corrected.
    """
    ruw = [deel for vorm in woorden(vraag[:MAX_TEKENS]) for deel in _los(vorm, woordenschat)]
    half_laatste = typend and bool(ruw) and vraag[:MAX_TEKENS][-1:].isalnum()
    gevonden: list[Vraagwoord] = []
    for plek in inhoud(ruw):
        half = half_laatste and plek == len(ruw) - 1 and len(ruw[plek]) >= KORTSTE_BEGIN
        gevonden.append(_vraagwoord(ruw, plek, half=half, typend=half_laatste, woordenschat=woordenschat))
    if letterlijk:
        gevonden = [replace(woord, verbeterd=(), verbeterd_begin=()) for woord in gevonden]
    gekozen = tuple(gevonden[:MAX_WOORDEN])
    stammen = [stam(woord.verbeterd[0]) if woord.verbeterd else woord.stam for woord in gekozen]
    return Ontleding(
        gekozen,
        tuple(synoniemen.toepassingen(stammen, bereik)),
        ingekort=len(vraag) > MAX_TEKENS or len(gevonden) > len(gekozen),
    )


def _vraagwoord(
    ruw: list[str], plek: int, *, half: bool, typend: bool, woordenschat: Woordenschat
) -> Vraagwoord:
    vorm = ruw[plek]
    gesplitst = delen(vorm)
    bekend = woordenschat.kent(vorm) or (half and woordenschat.kent_begin(vorm))
    heel, begin = _aaneen(ruw, plek, typend=typend, woordenschat=woordenschat)
    begrepen = bekend or bool(heel) or bool(begin) or in_lexicon(vorm)
    verbeterd = () if begrepen else _verbeterd(vorm, woordenschat)
    verbeterd_begin = verbeterde_beginnen(vorm, woordenschat) if half and not begrepen else ()
    return Vraagwoord(
        vorm=vorm,
        stam=stam(vorm),
        delen=tuple(stam(deel) for deel in gesplitst),
        half=half,
        af=vorm in woordenschat.aantallen,
        bekend=bekend,
        aaneen=heel,
        aaneen_half=begin,
        verbeterd=verbeterd,
        verbeterd_begin=verbeterd_begin,
    )


def _los(vorm: str, woordenschat: Woordenschat) -> tuple[str, ...]:
    """Two known words that were typed without a space (`paspoortverlengen`); else the word itself."""
    if len(vorm) < 2 * KORTSTE_LOS or woordenschat.kent(vorm) or woordenschat.kent_begin(vorm) or delen(vorm):
        return (vorm,)
    splitsingen = ((vorm[:grens], vorm[grens:]) for grens in range(KORTSTE_LOS, len(vorm) - KORTSTE_LOS + 1))
    paar = next((paar for paar in splitsingen if all(map(woordenschat.kent, paar))), None)
    return paar if paar and not verbeteringen(vorm, woordenschat, hoogstens=1) else (vorm,)


def _verbeterd(vorm: str, woordenschat: Woordenschat) -> tuple[str, ...]:
    """Corrections; of a new compound of known words only when one letter is wrong (`pasport` is no port)."""
    gesplitst = delen(vorm)
    is_samenstelling = bool(gesplitst) and all(woordenschat.kent(deel) for deel in gesplitst)
    return verbeteringen(vorm, woordenschat, hoogstens=1 if is_samenstelling else 2)


def _aaneen(
    ruw: list[str], plek: int, *, typend: bool, woordenschat: Woordenschat
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Known words, and starts of known words, that this word makes with its neighbours: two words, or three."""
    heel: list[str] = []
    begin: list[str] = []
    for eerste in (plek - 1, plek):
        if eerste < 0 or eerste + 1 >= len(ruw):
            continue
        for koppeling in KOPPELINGEN:
            samen = ruw[eerste] + koppeling + ruw[eerste + 1]
            if woordenschat.kent(samen):
                heel.append(samen)
            elif typend and eerste + 2 == len(ruw) and woordenschat.kent_begin(samen):
                begin.append(samen)
    for eerste in range(max(0, plek - 2), min(plek, len(ruw) - 3) + 1):
        samen = "".join(ruw[eerste : eerste + 3])
        if woordenschat.kent(samen):
            heel.append(samen)
    return tuple(heel), tuple(begin)
