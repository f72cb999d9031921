"""Two runs over the same questions: the difference, and whether it is more than noise.

Paired bootstrap: the questions are drawn again, with replacement, a thousand times; the middle 95 % of the differences
that gives is the interval. A difference of which the interval holds 0 may well be chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from kennisbank.relevantie.meten import Meting, Score

TREKKINGEN = 1000
ZAAD = 1
ZEKERHEID = 0.95


@dataclass(frozen=True, slots=True)
class Verschil:
    """`nu` and `eerder` are averages over the `aantal` questions that both runs have; `van`–`tot` the interval."""

    aantal: int
    nu: float
    eerder: float
    van: float
    tot: float

    @property
    def verschil(self) -> float:
        return self.nu - self.eerder

    @property
    def slechter(self) -> bool:
        """Lower by more than noise."""
        return self.tot < 0

    @property
    def beter(self) -> bool:
        return self.van > 0


def _van(score: Callable[[Score], float]) -> Callable[[Meting], float | None]:
    return lambda meting: float(score(meting.gesteld)) if meting.verwacht else None


MATEN: Mapping[str, Callable[[Meting], float | None]] = {
    "ndcg": _van(lambda score: score.ndcg),
    "mrr": _van(lambda score: score.rr),
    "op1": _van(lambda score: score.op1),
    "op3": _van(lambda score: score.op3),
    "bewerkt_ndcg": lambda meting: meting.bewerkt.ndcg if meting.bewerkt is not None else None,
}
"""Name → what one question scores; None when it says nothing."""


def vergelijk(nu: Iterable[Meting], eerder: Iterable[Meting]) -> dict[str, Verschil]:
    """Measure → difference, over questions with the same id and words; measures that both runs lack are left out."""
    toen = {(meting.id, meting.gesteld.vraag): meting for meting in eerder}
    paren = [
        (meting, toen[sleutel]) for meting in nu if (sleutel := (meting.id, meting.gesteld.vraag)) in toen
    ]
    verschillen = {}
    for naam, maat in MATEN.items():
        waarden = [(maat(dit), maat(dat)) for dit, dat in paren]
        echte = [(dit, dat) for dit, dat in waarden if dit is not None and dat is not None]
        if echte:
            verschillen[naam] = verschil_van(echte)
    return verschillen


def verschil_van(paren: Sequence[tuple[float, float]]) -> Verschil:
    """Of at least one pair (now, before)."""
    aantal = len(paren)
    verschillen = [nu - eerder for nu, eerder in paren]
    toeval = Random(ZAAD)  # noqa: S311  statistics, no secret
    gemiddelden = sorted(sum(toeval.choices(verschillen, k=aantal)) / aantal for _ in range(TREKKINGEN))
    buiten = round(TREKKINGEN * (1 - ZEKERHEID) / 2)
    return Verschil(
        aantal=aantal,
        nu=sum(nu for nu, _ in paren) / aantal,
        eerder=sum(eerder for _, eerder in paren) / aantal,
        van=gemiddelden[buiten],
        tot=gemiddelden[-buiten - 1],
    )
