"""Searching as the desk does: a question and the editors' synonyms in, hits with their titles out.

The ranking is for `search/zoeken.py`; who may search what, for the caller, who makes the Scope. With the engine down
it still finds by title from the publications, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import perf_counter

from kennisbank.plaatsnamen import Plaats, zonder_plaats
from kennisbank.publicaties import Productregel, lijst
from redactie import wie
from search import zoeken as zoekmachine
from search.analyse.stopwoorden import inhoud
from search.analyse.vouwen import vouw, woorden
from search.bereik import Scope
from search.keuze import motor
from search.markeren import GEEN_MARKERING, Markering
from search.motor import InGeneratie, Motor, MotorFout
from search.synoniemenlijst import synoniemenlijst

MEEST = 10


@dataclass(frozen=True, slots=True)
class Zoekantwoord:
    """`trede`: 0 nothing, 1 all words … 3 any word. `op_titel`: the engine is down, these are titles only.

    `genoemd`: another municipality than the one searched, that the question names. `ingekort`: more was asked than is
    read.
    """

    trede: int
    regels: tuple[Productregel, ...]
    correcties: tuple[tuple[str, str], ...]
    markering: Markering
    ms: float
    op_titel: bool = False
    genoemd: Plaats | None = None
    ingekort: bool = False


def zoek(
    vraag: str,
    scope: Scope,
    *,
    typend: bool = False,
    letterlijk: bool = False,
    limiet: int = MEEST,
    plaatsen: Iterable[tuple[str, str]] | None = None,
    machine: Motor | InGeneratie | None = None,
) -> Zoekantwoord:
    """The best hits of this scope, at most `limiet`; never fails on a question. 3 queries, or 2 with `plaatsen`.

    A hit that is no longer live is left out: a withdrawal holds at once, however old the index is. `letterlijk`:
    nothing is corrected. `plaatsen`: `wie.namen()`, when the caller has read them already. `machine`: another engine
    than the one in use, for measuring.
    """
    begin = perf_counter()
    gelezen = zonder_plaats(vraag, wie.namen() if plaatsen is None else plaatsen)
    genoemd = gelezen.genoemd if gelezen.genoemd and gelezen.genoemd.slug != scope.bereik else None
    try:
        uitkomst = zoekmachine.zoek(
            gelezen.vraag,
            scope,
            motor=machine or motor(),
            voluit=vraag,
            typend=typend and not gelezen.achteraan,
            letterlijk=letterlijk,
            synoniemen=synoniemenlijst(scope.bereik),
            limiet=limiet,
        )
    except MotorFout:
        return replace(_op_titel(gelezen.vraag, scope, limiet, begin), genoemd=genoemd)
    gevonden = _in_volgorde(scope.bereik, [treffer.sleutel for treffer in uitkomst.treffers])
    return Zoekantwoord(
        trede=uitkomst.trede if gevonden else zoekmachine.NIETS,
        regels=gevonden,
        correcties=uitkomst.correcties,
        markering=uitkomst.markering,
        ms=_ms(begin),
        genoemd=genoemd,
        ingekort=uitkomst.ingekort,
    )


def zoek_op_titel(vraag: str, bereik: str, *, limiet: int = MEEST) -> tuple[Productregel, ...]:
    """The live products of which the title holds every telling word of the question, or a piece of one. 1 query."""
    gevonden = woorden(vraag)
    gezocht = [gevonden[plek] for plek in inhoud(gevonden)] or gevonden
    if not gezocht:
        return ()
    return tuple(regel for regel in lijst(bereik) if _heeft_alle(regel.titel, gezocht))[:limiet]


def _op_titel(vraag: str, scope: Scope, limiet: int, begin: float) -> Zoekantwoord:
    regels = zoek_op_titel(vraag, scope.bereik, limiet=limiet)
    return Zoekantwoord(
        trede=1 if regels else zoekmachine.NIETS,
        regels=regels,
        correcties=(),
        markering=GEEN_MARKERING,
        ms=_ms(begin),
        op_titel=True,
    )


def _in_volgorde(bereik: str, sleutels: list[str]) -> tuple[Productregel, ...]:
    per_sleutel = {regel.sleutel: regel for regel in lijst(bereik, sleutels)} if sleutels else {}
    return tuple(per_sleutel[sleutel] for sleutel in sleutels if sleutel in per_sleutel)


def _heeft_alle(titel: str, gezocht: Iterable[str]) -> bool:
    in_titel = vouw(titel)
    return all(woord in in_titel for woord in gezocht)


def _ms(begin: float) -> float:
    return (perf_counter() - begin) * 1000
