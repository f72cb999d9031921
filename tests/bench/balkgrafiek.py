"""A chart of bars with their values, as SVG by hand: no library, the same bytes for the same numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from tests.bench.uitkomst import getal

BREED, LINKS, RECHTS = 720, 300, 70
KOP, RIJ, STAAF = 86, 28, 18
INKT, BLAUW = "#1c2733", "#1b5e9b"


@dataclass(frozen=True, slots=True)
class Balk:
    naam: str
    waarde: float


def svg(titel: str, balken: Sequence[Balk], eenheid: str) -> str:
    """A complete document; each part of the title before a semicolon gets a line of its own."""
    hoog = KOP + RIJ * len(balken) + 16
    langste = max((balk.waarde for balk in balken), default=0.0) or 1.0
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {hoog}" role="img" '
            f'font-family="system-ui, sans-serif" font-size="13" fill="{INKT}">',
            f"<title>{escape(titel)}</title>",
            f'<rect width="{BREED}" height="{hoog}" fill="#ffffff"/>',
            *(
                f'<text x="16" y="{26 + 20 * plek}" font-size="15" font-weight="600">{escape(regel)}</text>'
                for plek, regel in enumerate(titel.split("; "))
            ),
            f'<text x="16" y="{KOP - 16}" font-size="12">{escape(eenheid)}</text>',
            *(deel for plek, balk in enumerate(balken) for deel in _rij(balk, KOP + plek * RIJ, langste)),
            "</svg>",
            "",
        ]
    )


def _rij(balk: Balk, y: int, langste: float) -> Iterator[str]:
    breed = max(round(balk.waarde / langste * (BREED - LINKS - RECHTS)), 1)
    yield f'<text x="{LINKS - 10}" y="{y + 14}" text-anchor="end">{escape(balk.naam)}</text>'
    yield f'<rect x="{LINKS}" y="{y}" width="{breed}" height="{STAAF}" fill="{BLAUW}"/>'
    yield f'<text x="{LINKS + breed + 6}" y="{y + 14}">{getal(balk.waarde)}</text>'
