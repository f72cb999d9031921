"""The measures of one answer: keys in the order found, against the judgements. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf, log2
from statistics import median

Oordeel = Mapping[str, int]


def ndcg(sleutels: Sequence[str], oordeel: Oordeel, diepte: int = 5) -> float:
    """Normalised discounted cumulative gain, with gain 2^grade − 1: 1.0 when no order could be better."""
    ideaal = _dcg(sorted(oordeel.values(), reverse=True)[:diepte])
    return _dcg([oordeel.get(sleutel, 0) for sleutel in sleutels[:diepte]]) / ideaal if ideaal else 0.0


def omgekeerde_rang(sleutels: Sequence[str], oordeel: Oordeel) -> float:
    """One divided by the place of the first result with the best grade that was given; 0 when there is none."""
    beste = beste_sleutels(oordeel)
    return next((1 / plek for plek, sleutel in enumerate(sleutels, 1) if sleutel in beste), 0.0)


def gevonden_in(sleutels: Sequence[str], oordeel: Oordeel, diepte: int) -> bool:
    """Whether a product with the best grade stands among the first `diepte`."""
    return not beste_sleutels(oordeel).isdisjoint(sleutels[:diepte])


def beste_sleutels(oordeel: Oordeel) -> frozenset[str]:
    hoogste = max(oordeel.values(), default=0)
    return frozenset(sleutel for sleutel, graad in oordeel.items() if graad == hoogste)


def gemiddelde(waarden: Sequence[float]) -> float | None:
    return sum(waarden) / len(waarden) if waarden else None


def mediaan(waarden: Sequence[float | None]) -> float | None:
    """The middle one; a None counts as more than anything, so the median itself may be None."""
    if not waarden:
        return None
    midden = median(inf if waarde is None else waarde for waarde in waarden)
    return None if midden == inf else midden


def _dcg(graden: Sequence[int]) -> float:
    return sum((2.0**graad - 1) / log2(plek + 1) for plek, graad in enumerate(graden, 1))
