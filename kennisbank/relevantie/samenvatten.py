"""From a run to its numbers: per type of question, and in all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kennisbank.relevantie.maten import gemiddelde, mediaan
from kennisbank.relevantie.meten import Meting, Score

ALLES = "alles"


@dataclass(frozen=True, slots=True)
class Cijfers:
    """Of a set of questions. Shares are 0 to 1; None where there was nothing to measure.

    The first lines are over the questions that have an answer here; `leeg` is the share of those that got none.
    `terecht_leeg` and `stellig_fout` are over the `buiten` questions that have no answer here: nothing was given, and
    something was given as certain.
    """

    aantal: int
    ndcg: float | None
    mrr: float | None
    op1: float | None
    op3: float | None
    leeg: float | None
    bewerkt: int
    bewerkt_ndcg: float | None
    bewerkt_mrr: float | None
    bewerkt_op3: float | None
    getypt: int
    tekens: float | None
    tekens_deel: float | None
    nooit: float | None
    buiten: int
    terecht_leeg: float | None
    stellig_fout: float | None


def vat_samen(metingen: Iterable[Meting]) -> dict[str, Cijfers]:
    """Type → numbers, in the order in which the types first appear; `alles` last."""
    alle = list(metingen)
    types = dict.fromkeys(meting.type for meting in alle)
    per_type = {soort: cijfers([lid for lid in alle if lid.type == soort]) for soort in types}
    return {**per_type, ALLES: cijfers(alle)}


def cijfers(metingen: Sequence[Meting]) -> Cijfers:
    verwacht = [meting for meting in metingen if meting.verwacht]
    buiten = [meting for meting in metingen if not meting.verwacht]
    gesteld = [meting.gesteld for meting in verwacht]
    bewerkt = [meting.bewerkt for meting in verwacht if meting.bewerkt is not None]
    getypt = [(meting.tekens, meting.lengte) for meting in verwacht if meting.lengte is not None]
    return Cijfers(
        aantal=len(verwacht),
        ndcg=_ndcg(gesteld),
        mrr=_mrr(gesteld),
        op1=gemiddelde([score.op1 for score in gesteld]),
        op3=_op3(gesteld),
        leeg=gemiddelde([not score.sleutels for score in gesteld]),
        bewerkt=len(bewerkt),
        bewerkt_ndcg=_ndcg(bewerkt),
        bewerkt_mrr=_mrr(bewerkt),
        bewerkt_op3=_op3(bewerkt),
        getypt=len(getypt),
        tekens=mediaan([tekens for tekens, _ in getypt]),
        tekens_deel=mediaan([None if tekens is None else tekens / lengte for tekens, lengte in getypt]),
        nooit=gemiddelde([tekens is None for tekens, _ in getypt]),
        buiten=len(buiten),
        terecht_leeg=gemiddelde([not meting.gesteld.sleutels for meting in buiten]),
        stellig_fout=gemiddelde([meting.stellig for meting in buiten]),
    )


def _ndcg(scores: Sequence[Score]) -> float | None:
    return gemiddelde([score.ndcg for score in scores])


def _mrr(scores: Sequence[Score]) -> float | None:
    return gemiddelde([score.rr for score in scores])


def _op3(scores: Sequence[Score]) -> float | None:
    return gemiddelde([score.op3 for score in scores])
