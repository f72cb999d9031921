"""What publishing a country took, as rows of the report: each step, its queries and bytes, and what a municipality more
costs. Measured by `publiceren.py`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.bench.uitkomst import Meting, mediaan, percentiel, spreiding

ONDERDEEL = "Publishing a country"
TRAAG_MS = 200
EERSTE, TEKST, EIGEN, IEDERS, MAKER, NAZIEN, ERBIJ = (
    "first full sync",
    "one central edit",
    "January fees of one municipality",
    "everybody's January fees",
    "another renderer",
    "nightly reconcile",
    "a municipality joins",
)


@dataclass(frozen=True, slots=True)
class Stap:
    """What one change took; `sql`: queries of the sync processes by kind."""

    seconden: float
    cpu: float
    sql: Counter[str]
    verstuurd: int
    documenten: int
    geschreven: int


@dataclass
class Uitkomst:
    gemeenten: int
    producten: int
    stappen: dict[str, Stap] = field(default_factory=dict)
    zichtbaar: list[float] = field(default_factory=list)
    bezorgd: list[float] = field(default_factory=list)
    stand: dict[str, Any] = field(default_factory=dict)


def metingen(uitkomsten: list[Uitkomst]) -> list[Meting]:
    """The goals are those of the largest; the slope is between the first and the last."""
    groot = uitkomsten[-1]
    doelen = {EERSTE: 600.0} if groot.gemeenten >= 342 else {}
    uit = []
    for een in uitkomsten:
        for naam, stap in een.stappen.items():
            uit += _van_stap(een, naam, stap, doelen.get(naam) if een is groot else None)
        uit += _van_teksten(een)
    return uit + (_hellingen(uitkomsten[0], groot) if len(uitkomsten) > 1 else [])


def _kolom(uit: Uitkomst) -> str:
    return f"{uit.gemeenten} × {uit.producten}"


def _van_stap(uit: Uitkomst, naam: str, stap: Stap, doel: float | None) -> list[Meting]:
    keren = len(uit.zichtbaar) if naam == TEKST else 1
    hoe = f"{stap.cpu / keren:.1f} s of the sync processes' own time"
    kolom = _kolom(uit)
    rijen = []
    if naam != TEKST:
        rijen.append(Meting(ONDERDEEL, naam, stap.seconden, "s", hoe, hoogstens=doel, kolom=kolom))
    if naam == NAZIEN:
        rijen.append(Meting(ONDERDEEL, f"{naam}: own time", stap.cpu, "s", "", hoogstens=60.0, kolom=kolom))
    vragen = sum(stap.sql.values()) / keren
    meeste = ", ".join(f"{soort} {aantal // keren:,}" for soort, aantal in stap.sql.most_common(4))
    return [
        *rijen,
        Meting(ONDERDEEL, f"{naam}: queries", vragen, "", f"most: {meeste}", kolom=kolom),
        Meting(
            ONDERDEEL,
            f"{naam}: sent",
            stap.verstuurd / keren / 2**20,
            "MB",
            f"{stap.documenten // keren:,} documents",
            kolom=kolom,
        ),
        Meting(
            ONDERDEEL,
            f"{naam}: written by the database",
            stap.geschreven / keren / 2**20,
            "MB",
            "of its log",
            kolom=kolom,
        ),
    ]


def _van_teksten(uit: Uitkomst) -> list[Meting]:
    if not uit.zichtbaar:
        return []
    kolom = _kolom(uit)
    return [
        Meting(
            ONDERDEEL,
            f"{TEKST}: on all hosted websites, p95",
            percentiel(uit.zichtbaar, 0.95),
            "s",
            spreiding(uit.zichtbaar, "s"),
            hoogstens=5.0,
            kolom=kolom,
        ),
        Meting(ONDERDEEL, f"{TEKST}: on all hosted websites, p50", mediaan(uit.zichtbaar), "s", kolom=kolom),
        Meting(
            ONDERDEEL,
            f"{TEKST}: at all receivers and the index, slowest",
            max(uit.bezorgd),
            "s",
            f"each answers after {TRAAG_MS} ms; {spreiding(uit.bezorgd, 's')}",
            hoogstens=15.0,
            kolom=kolom,
        ),
    ]


def _hellingen(klein: Uitkomst, groot: Uitkomst) -> list[Meting]:
    erbij = groot.gemeenten - klein.gemeenten
    uit = []
    for naam in groot.stappen:
        een, ander = klein.stappen[naam], groot.stappen[naam]
        keren = len(groot.zichtbaar) if naam == TEKST else 1
        vragen = (sum(ander.sql.values()) - sum(een.sql.values())) / erbij / keren
        seconden = (ander.seconden - een.seconden) / erbij / keren
        kolom = "per municipality more"
        uit += [
            Meting(ONDERDEEL, naam, seconden, "s", kolom=kolom),
            Meting(ONDERDEEL, f"{naam}: queries", vragen, "", kolom=kolom),
        ]
    return uit
