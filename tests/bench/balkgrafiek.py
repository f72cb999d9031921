"""A chart of bars with their values, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from redactie.tekenblad import BLAUW, BREED, tekenblad
from tests.bench.uitkomst import getal

LINKS, RECHTS = 300, 70
KOP, RIJ, STAAF = 86, 28, 18


@dataclass(frozen=True, slots=True)
class Balk:
    naam: str
    waarde: float


def svg(titel: str, balken: Sequence[Balk], eenheid: str) -> str:
    """A complete document; the unit stands between the title and the bars."""
    hoog = KOP + RIJ * len(balken) + 16
    langste = max((balk.waarde for balk in balken), default=0.0) or 1.0
    staven = (deel for plek, balk in enumerate(balken) for deel in _rij(balk, KOP + plek * RIJ, langste))
    return tekenblad(
        titel, hoog, (f'<text x="16" y="{KOP - 16}" font-size="12">{escape(eenheid)}</text>', *staven)
    )


def _rij(balk: Balk, y: int, langste: float) -> Iterator[str]:
    breed = max(round(balk.waarde / langste * (BREED - LINKS - RECHTS)), 1)
    yield f'<text x="{LINKS - 10}" y="{y + 14}" text-anchor="end">{escape(balk.naam)}</text>'
    yield f'<rect x="{LINKS}" y="{y}" width="{breed}" height="{STAAF}" fill="{BLAUW}"/>'
    yield f'<text x="{LINKS + breed + 6}" y="{y + 14}">{getal(balk.waarde)}</text>'
