"""The one function that searches: question in, ranked products of one bereik out.

Runs the ladder: strict first, a lower rung only when the ones above gave too little. Website, desk, API and commands
all come here. What is shown of a hit comes from its publication, elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

from search.bereik import Scope
from search.gewichten import GEWICHTEN
from search.markeren import GEEN_MARKERING, Markering, markering_van
from search.motor import Motor, MotorFout
from search.ontleden import MAX_TEKENS, Ontleding, ontleed
from search.synoniemen import GEEN_SYNONIEMEN, Synoniemenlijst
from search.woordenschat import Woordenschat
from search.zoekplan import MEESTE, naamplan, plannen

GENOEG = 10  # hits of a rung, below which the next one is tried too
OPGEHAALD = 50  # more than is shown, so that the order among equals is ours and not the engine's
NIETS = 0


@dataclass(frozen=True, slots=True)
class Treffer:
    sleutel: str
    productsoort: str
    score: float
    trede: int


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """`trede`: how strictly the best hit matches, 1 (all words) to 3 (any word); 0 when there is nothing.

    `correcties` are pairs of a typed word and the word that was searched for besides; `markering` goes to
    `search.markeren`. `ingekort`: the question was longer than is read.
    """

    trede: int
    treffers: tuple[Treffer, ...]
    gezocht_op: str
    correcties: tuple[tuple[str, str], ...]
    markering: Markering
    ms: float
    ingekort: bool = False


def zoek(
    vraag: str,
    scope: Scope,
    *,
    motor: Motor,
    typend: bool = False,
    synoniemen: Synoniemenlijst = GEEN_SYNONIEMEN,
    letterlijk: bool = False,
    voluit: str | None = None,
    limiet: int = 10,
) -> Uitkomst:
    """Search as an agent or a citizen does; MotorOnbereikbaar when the engine is down.

    `typend` says that the last word may be half a word, `letterlijk` that no word may be corrected. `voluit` is the
    question as it was typed, when `vraag` leaves something out: a name is compared whole. Reads at most 200 characters
    and twelve words.
    """
    begin = perf_counter()
    if not isinstance(scope, Scope):
        raise TypeError("zoek heeft een Scope nodig")
    woordenschat = _met_synoniemen(motor.vocabulary(scope), synoniemen, scope.bereik)
    ontleding = ontleed(
        vraag,
        typend=typend,
        bereik=scope.bereik,
        woordenschat=woordenschat,
        synoniemen=synoniemen,
        letterlijk=letterlijk,
    )
    treffers = _met_voorrang(_ladder(ontleding, scope, motor), _genoemd(voluit or vraag, scope, motor))[
        :limiet
    ]
    return Uitkomst(
        trede=treffers[0].trede if treffers else NIETS,
        treffers=tuple(treffers),
        gezocht_op=ontleding.gezocht_op,
        correcties=ontleding.correcties,
        markering=markering_van(ontleding) if treffers else GEEN_MARKERING,
        ms=(perf_counter() - begin) * 1000,
        ingekort=ontleding.ingekort,
    )


@lru_cache(maxsize=64)
def _met_synoniemen(woordenschat: Woordenschat, synoniemen: Synoniemenlijst, bereik: str) -> Woordenschat:
    return woordenschat.met(synoniemen.vormen(bereik))


def _genoemd(vraag: str, scope: Scope, motor: Motor) -> Treffer | None:
    """The one product whose key, title or UPN was typed exactly; None when several bear that name."""
    plan = naamplan(vraag)
    if plan is None or len(vraag) > MAX_TEKENS:
        return None
    try:
        hits = motor.search(plan, scope, 2)
    except MotorFout:
        # An index of before this field goes on serving until the new one is filled. An engine that is really away
        # says so at the question itself.
        return None
    return (
        Treffer(hits[0].sleutel, hits[0].productsoort, hits[0].score, plan.trede) if len(hits) == 1 else None
    )


def _met_voorrang(treffers: list[Treffer], genoemd: Treffer | None) -> list[Treffer]:
    if genoemd is None:
        return treffers
    return [genoemd, *(treffer for treffer in treffers if treffer.sleutel != genoemd.sleutel)]


def _ladder(ontleding: Ontleding, scope: Scope, motor: Motor) -> list[Treffer]:
    """All rungs that were needed, best first; a hit counts on the highest rung where it was found."""
    gevonden: dict[str, Treffer] = {}
    titels: dict[str, str] = {}
    eerste = ontleding.woorden[0].vorm if ontleding.woorden else ""
    for plan in plannen(ontleding):
        if len(gevonden) >= GENOEG or (gevonden and plan.trede > MEESTE):
            break
        for hit in motor.search(plan, scope, OPGEHAALD):
            gewicht = GEWICHTEN.trede[plan.trede - 1]
            if eerste and hit.titel_sleutel.startswith(eerste):
                gewicht *= GEWICHTEN.begin_titel
            titels[hit.sleutel] = hit.titel_sleutel
            treffer = Treffer(hit.sleutel, hit.productsoort, round(hit.score * gewicht, 3), plan.trede)
            gevonden.setdefault(hit.sleutel, treffer)
    # Equals by title, then key: the same whichever engine answered.
    return sorted(gevonden.values(), key=lambda lid: (-lid.score, titels[lid.sleutel], lid.sleutel))
