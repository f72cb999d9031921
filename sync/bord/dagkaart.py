"""The last 24 hours as a small chart, whose title states what there is to see. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from redactie.tekenblad import BLAUW, BREED, LIJN, tekenblad

LINKS, KOP, VLAK = 16, 66, 84


@dataclass(frozen=True, slots=True)
class Uur:
    """`begin` is local; `aantal`: acknowledged from then on, for an hour."""

    begin: datetime
    aantal: int

    @property
    def label(self) -> str:
        return f"{self.begin.hour}.00 tot {(self.begin.hour + 1) % 24}.00 uur"


def dagzin(uren: Sequence[Uur]) -> str:
    som = sum(uur.aantal for uur in uren)
    if not som:
        return "In de laatste 24 uur is geen levering bevestigd"
    druk = max(uren, key=lambda uur: uur.aantal)
    bevestigd = "is 1 levering" if som == 1 else f"zijn {_duizend(som)} leveringen"
    zin = f"In de laatste 24 uur {bevestigd} bevestigd"
    return zin if som == 1 else f"{zin}; de meeste van {druk.label}: {_duizend(druk.aantal)}"


def dagkaart(uren: Sequence[Uur]) -> str:
    """A column per hour; the number above it, the hour under every third."""
    meeste = max((uur.aantal for uur in uren), default=0)
    if not meeste:
        return tekenblad(dagzin(uren), 44, ())
    return tekenblad(dagzin(uren), KOP + VLAK + 30, _kolommen(uren, meeste))


def _kolommen(uren: Sequence[Uur], meeste: int) -> Iterator[str]:
    breed = (BREED - 2 * LINKS) / len(uren)
    onder = KOP + VLAK
    yield f'<line x1="{LINKS}" y1="{onder}" x2="{BREED - LINKS}" y2="{onder}" stroke="{LIJN}"/>'
    for plek, uur in enumerate(uren):
        x = LINKS + plek * breed
        midden = round(x + breed / 2)
        if uur.aantal:
            hoog = max(2, round((VLAK - 16) * uur.aantal / meeste))
            yield (
                f'<rect x="{round(x + breed * 0.15)}" y="{onder - hoog}" width="{round(breed * 0.7)}" '
                f'height="{hoog}" fill="{BLAUW}"/>'
            )
            yield (
                f'<text x="{midden}" y="{onder - hoog - 4}" text-anchor="middle" font-size="10">'
                f"{_kort(uur.aantal)}</text>"
            )
        if plek % 3 == len(uren) % 3 - 1 or plek == len(uren) - 1:
            yield (
                f'<text x="{midden}" y="{onder + 18}" text-anchor="middle" font-size="11">'
                f"{uur.begin.hour}.00</text>"
            )


def _duizend(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def _kort(aantal: int) -> str:
    """At most four signs: a column is narrow."""
    return str(aantal) if aantal < 1000 else f"{aantal // 1000}k"
