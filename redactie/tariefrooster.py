"""The grid of a group of tariffs: per key and owner what stands in each year, and what is missing. Pure.

Also the sums of the year roll-over, and how people type amounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from redactie.bronnen import TariefBron
from redactie.periode import Periode

STAPPEN = (Decimal("0.01"), Decimal("0.05"), Decimal("0.10"), Decimal("0.50"), Decimal("1.00"))
"""To what an increased amount can be rounded."""
_NEDERLANDS = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?")
_ENGELS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})")
_TWEE_DINGEN = re.compile(r"\d{1,3}(?:,\d{3})+")
MAX = Decimal("99999999.99")


class Celstand(Enum):
    VAST = "vastgesteld"
    CONCEPT = "concept"
    LOOPT_DOOR = "loopt door"
    ONTBREEKT = "ontbreekt"
    MEER = "meer perioden"


@dataclass(frozen=True, slots=True)
class Cel:
    """`rijen`: what overlaps the year. `deels`: a part of the year has no amount."""

    jaar: int
    stand: Celstand
    rijen: tuple[TariefBron, ...] = ()
    deels: bool = False


@dataclass(frozen=True, slots=True)
class Regel:
    """The years of one owner (`gemeente` None: the region)."""

    gemeente: str | None
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Sleutelrooster:
    sleutel: str
    omschrijving: str
    regels: tuple[Regel, ...]


def jaar_van(jaar: int) -> Periode:
    return Periode(date(jaar, 1, 1), date(jaar, 12, 31))


def rooster(rijen: Iterable[TariefBron], jaren: Sequence[int]) -> list[Sleutelrooster]:
    """In the order of the group; of each key the region first, then the municipalities with rows of their own."""
    per: dict[str, dict[str | None, list[TariefBron]]] = {}
    for rij in sorted(rijen, key=lambda lid: (lid.volgorde, lid.sleutel, str(lid.periode.van or ""))):
        per.setdefault(rij.sleutel, {}).setdefault(rij.gemeente, []).append(rij)
    return [
        Sleutelrooster(
            sleutel,
            next(iter(eigenaars.values()))[-1].omschrijving,
            tuple(
                Regel(wie, tuple(_cel(eigenaars[wie], jaar, jaar == jaren[0]) for jaar in jaren))
                for wie in sorted(eigenaars, key=lambda slug: slug or "")
            ),
        )
        for sleutel, eigenaars in per.items()
    ]


def _cel(rijen: Sequence[TariefBron], jaar: int, eerste: bool) -> Cel:
    periode = jaar_van(jaar)
    hier = tuple(rij for rij in rijen if rij.periode.overlapt(periode))
    if not hier:
        return Cel(jaar, Celstand.ONTBREEKT)
    if len(hier) > 1:
        return Cel(jaar, Celstand.MEER, hier)
    (rij,) = hier
    van, tot = rij.periode.van, rij.periode.tot
    deels = (van is not None and van > date(jaar, 1, 1)) or (tot is not None and tot < date(jaar, 12, 31))
    if not eerste and (van is None or van.year < jaar):
        return Cel(jaar, Celstand.LOOPT_DOOR, hier, deels)
    return Cel(jaar, Celstand.VAST if rij.vastgesteld else Celstand.CONCEPT, hier, deels)


def verhoogd(bedrag: Decimal, percentage: Decimal, stap: Decimal) -> Decimal:
    """`bedrag` with this percentage more (or less, never below zero), to the nearest `stap`, halves upward."""
    nieuw = max(Decimal(0), bedrag * (100 + percentage) / 100)
    return ((nieuw / stap).quantize(Decimal(1), rounding=ROUND_HALF_UP) * stap).quantize(Decimal("0.01"))


def lees_bedrag(tekst: str) -> Decimal:
    """`83,87`, `€ 1.234,50`, `1,234.50`, `83.87`, `12`; ValueError with a Dutch sentence for anything else."""
    kaal = tekst.replace("\u00a0", " ").strip().removeprefix("€").strip()
    if _TWEE_DINGEN.fullmatch(kaal):
        raise ValueError(f"Dit bedrag kan twee dingen zijn. Typ {kaal.replace(',', '')},00.")
    gelezen = _NEDERLANDS.fullmatch(kaal) or _ENGELS.fullmatch(kaal)
    if gelezen is None:
        raise ValueError("Typ een bedrag zoals 83,87.")
    euro, cent = gelezen.groups()
    bedrag = Decimal(f"{re.sub('[.,]', '', euro)}.{(cent or '0').ljust(2, '0')}")
    if bedrag > MAX:
        raise ValueError("Dit bedrag is te groot.")
    return bedrag


def getypt(bedrag: Decimal | None) -> str:
    """As it stands in a field: `1234,50`."""
    return "" if bedrag is None else f"{bedrag:.2f}".replace(".", ",")
