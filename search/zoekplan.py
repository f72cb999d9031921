"""From a question to a plan, for one rung of the ladder.

    rung 1, strict: every word, as itself, as the start of a word while it is typed, as a compound written apart or
            together, as a synonym, or as the word it was meant to be
    rung 2, most:   most of the words; of a compound most parts
    rung 3, any:    any word; of a compound the last part too

Pure: the plan is data, which an engine compiles and a test reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from search.analyse.stam import stam
from search.analyse.vouwen import naam
from search.gewichten import GEWICHTEN, Gewichten
from search.ontleden import Ontleding, Vraagwoord
from search.plan import AlleVan, Alternatief, Clausule, Deel, MVanN, Plan, Precies, Voorvoegsel, Woord
from search.synoniemen import Stammen

STRIKT, MEESTE, ENIGE = TREDEN = (1, 2, 3)


def plannen(ontleding: Ontleding, gewichten: Gewichten = GEWICHTEN) -> Iterator[Plan]:
    """The rungs from strict to any, without those that ask nothing else than the one above."""
    vorige: Plan | None = None
    for trede in TREDEN if ontleding.woorden else ():
        plan = maak_plan(ontleding, trede, gewichten)
        if vorige is None or (plan.clausules, plan.minimum) != (vorige.clausules, vorige.minimum):
            yield plan
        vorige = plan


def naamplan(vraag: str) -> Plan | None:
    """The question as a whole name: a key, a title or a UPN. None when it has no word in it."""
    gezocht = naam(vraag)
    return Plan((Clausule((Precies(gezocht, 1.0),)),), 1, STRIKT) if gezocht else None


def maak_plan(ontleding: Ontleding, trede: int, gewichten: Gewichten = GEWICHTEN) -> Plan:
    """The plan of one rung; the question must have a word in it."""
    clausules = tuple(
        Clausule(_ontdubbeld([*_zelf(woord, trede, gewichten), *_synoniemen(ontleding, plek, gewichten)]))
        for plek, woord in enumerate(ontleding.woorden)
    )
    return Plan(clausules, _minimum(len(clausules), trede, gewichten), trede)


def _minimum(aantal: int, trede: int, gewichten: Gewichten) -> int:
    if trede == STRIKT:
        return aantal
    if trede == MEESTE and aantal > 1:
        return min(aantal - 1, max(1, ceil(aantal * gewichten.meeste)))
    return 1


def _zelf(woord: Vraagwoord, trede: int, gewichten: Gewichten) -> Iterator[Alternatief]:
    """What one word may match, apart from synonyms."""
    # Half a word that is no word yet says little as a word: `kwijts` is not yet kwijt.
    zelf = gewichten.woord if woord.af or not woord.half else gewichten.onaf_woord
    yield from _als_woord(woord.stam, zelf, gewichten)
    yield from _delen(woord.delen, trede, gewichten)
    if woord.half:
        yield Voorvoegsel(woord.vorm, gewichten.half_woord if woord.af else gewichten.onaf_begin)
    for samen in woord.aaneen:
        yield Woord(stam(samen), gewichten.aaneen)
    for samen in woord.aaneen_half:
        yield Voorvoegsel(samen, gewichten.aaneen * gewichten.half_woord)
    for beter in woord.verbeterd:
        yield from _als_woord(stam(beter), gewichten.correctie, gewichten)
    for begin in woord.verbeterd_begin:
        yield Voorvoegsel(begin, gewichten.onaf_begin * gewichten.correctie)


def _als_woord(stam_: str, gewicht: float, gewichten: Gewichten) -> Iterator[Alternatief]:
    yield Woord(stam_, gewicht)
    yield Deel(stam_, gewicht * gewichten.deel)


def _delen(delen: Stammen, trede: int, gewichten: Gewichten) -> Iterator[Alternatief]:
    if not delen:
        return
    yield AlleVan(delen, gewichten.alle_delen)
    if trede >= MEESTE and len(delen) > 2:
        yield MVanN(delen, len(delen) - 1, gewichten.meeste_delen)
    if trede >= ENIGE:
        yield Deel(delen[-1], gewichten.laatste_deel)


def _synoniemen(ontleding: Ontleding, plek: int, gewichten: Gewichten) -> Iterator[Alternatief]:
    """A synonym of a run of words stands in for each of them."""
    for toepassing in ontleding.synoniemen:
        if not toepassing.van <= plek < toepassing.tot:
            continue
        if len(toepassing.stammen) == 1:
            yield from _als_woord(toepassing.stammen[0], gewichten.synoniem, gewichten)
        else:
            yield AlleVan(toepassing.stammen, gewichten.synoniem)


def _ontdubbeld(alternatieven: list[Alternatief]) -> tuple[Alternatief, ...]:
    return tuple(dict.fromkeys(alternatieven))
