"""Search, measured side by side: Antwoord's two engines, and what a Django project would pick otherwise.

The same corpus, the same questions and the same judgements for all four, at two sizes, in one run. Each index is
built by one process and asked by others. A server that is not there is not measured, and the row says so.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex
from typing import Any

from tests.bench.proces import Gesprek, gesprek
from tests.bench.uitkomst import getal, mediaan, percentiel
from tests.bench.zoekbron import Zoekbron, lees
from tests.bench.zoekers import Machine, maak
from tests.bench.zoekopdracht import Opdracht

KLANTEN = (1, 4)
BALIE = 7
"""A desk answers for so many municipalities; a client of it asks about those."""
BOUWTIJD = 5400.0
KLANTTIJD = 600.0

SOORTEN = ("tantivy", "elasticsearch", "sqlite", "postgresql")
SERVERS = {"elasticsearch": "ANTWOORD_TEST_ELASTICSEARCH", "postgresql": "DATABASE_URL"}


@dataclass(frozen=True, slots=True)
class Maat:
    """How big the corpus is."""

    gemeenten: int
    producten: int

    @property
    def documenten(self) -> int:
        return self.gemeenten * self.producten


@dataclass(frozen=True, slots=True)
class Vraagtijden:
    """Milliseconds of all questions of all clients in one turn, and the bytes of one client and of its server.

    `cpu_ms`: what a question takes of the processor in the client, on average; a busy machine changes it least.
    """

    ms: tuple[float, ...]
    cpu_ms: float
    geheugen: int
    server: int


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Of one engine at one size. `tijden`: (kind of questions, clients, municipalities) → times."""

    bouw: Mapping[str, Any]
    tijden: Mapping[tuple[str, int, int], Vraagtijden] = field(default_factory=dict)


def adres_van(soort: str) -> str:
    """Of the server that this run may use; empty when there is none, or when the engine needs none."""
    adres = os.environ.get(SERVERS.get(soort, ""), "")
    return "" if soort == "postgresql" and not adres.startswith("postgres") else adres


def kan(soort: str) -> bool:
    return soort not in SERVERS or bool(adres_van(soort))


def meet(
    bron: Path,
    werkmap: Path,
    omgeving: Mapping[str, str],
    maat: Maat,
    *,
    seconden: float,
    keren: int,
    meld: Callable[[str], None],
) -> dict[str, Uitkomst]:
    """Per engine that can be measured here, one after the other; each index is gone before the next is built."""
    uit = {}
    for soort in filter(kan, SOORTEN):
        map_ = werkmap / f"zoeken-{soort}-{maat.documenten}"
        machine = Machine(soort, str(map_), adres_van(soort), f"bench-{token_hex(6)}")
        opdracht = Opdracht(machine, str(bron), maat.gemeenten, maat.producten, keren)
        try:
            uit[soort] = _meet(opdracht, omgeving, werkmap / "zoeken.log", seconden, meld)
        finally:
            _ruim_op(machine, lees(bron))
            shutil.rmtree(map_, ignore_errors=True)
    return uit


def _meet(
    opdracht: Opdracht,
    omgeving: Mapping[str, str],
    logboek: Path,
    seconden: float,
    meld: Callable[[str], None],
) -> Uitkomst:
    wat = f"search, {opdracht.machine.soort}, {opdracht.gemeenten} × {opdracht.producten}"
    bouw = _bouw(opdracht, omgeving, logboek, lambda tekst: meld(f"{wat}: {tekst}"))
    tijden = {}
    for aantal in KLANTEN:
        meld(f"{wat}: questions of {aantal} client{'s' if aantal > 1 else ''}")
        with _klanten(opdracht, omgeving, logboek, aantal) as klanten:
            for soort, bereiken in _beurten(opdracht.gemeenten, aantal):
                gemeten = _beurt(klanten, soort, bereiken, seconden)
                meld(f"{wat}: {soort}, {aantal} × {bereiken} municipalities: {_kort(gemeten)}")
                tijden[soort, aantal, bereiken] = gemeten
    return Uitkomst(bouw, tijden)


def _kort(tijden: Vraagtijden) -> str:
    p50, p99 = percentiel(tijden.ms, 0.5), percentiel(tijden.ms, 0.99)
    return f"p50 {getal(p50)}, p99 {getal(p99)}, processor {getal(tijden.cpu_ms)} ms"


def _beurten(gemeenten: int, klanten: int) -> Iterator[tuple[str, int]]:
    balie = min(BALIE, gemeenten)
    yield from (("typend", balie), ("af", balie))
    if gemeenten > balie and klanten == 1:
        yield "typend", gemeenten


def _bouw(
    opdracht: Opdracht, omgeving: Mapping[str, str], logboek: Path, meld: Callable[[str], None]
) -> dict[str, Any]:
    tiende = max(opdracht.gemeenten * opdracht.producten // 10, 1)
    gemeld = 0
    with gesprek(_module("zoekbouwer", opdracht), omgeving, logboek, geduld=BOUWTIJD) as bouwer:
        while True:
            regel: dict[str, Any] = json.loads(bouwer.lees())
            if "ndcg" in regel:
                return regel
            if regel["voortgang"] // tiende > gemeld:
                gemeld = regel["voortgang"] // tiende
                meld(f"{regel['voortgang']:,} documents in {regel['seconden']:.0f} s")


@contextlib.contextmanager
def _klanten(
    opdracht: Opdracht, omgeving: Mapping[str, str], logboek: Path, aantal: int
) -> Iterator[list[Gesprek]]:
    with contextlib.ExitStack() as stapel:
        klanten = [
            stapel.enter_context(
                gesprek(_module("zoekklant", opdracht, str(nummer)), omgeving, logboek, geduld=KLANTTIJD)
            )
            for nummer in range(aantal)
        ]
        for klant in klanten:
            klant.lees()
        yield klanten


def _beurt(klanten: Sequence[Gesprek], soort: str, bereiken: int, seconden: float) -> Vraagtijden:
    """All warm up before any begins."""
    for klant in klanten:
        klant.zeg(json.dumps([soort, bereiken, seconden]))
    for klant in klanten:
        klant.lees()
    for klant in klanten:
        klant.zeg("begin")
    uit = [json.loads(klant.lees()) for klant in klanten]
    return Vraagtijden(
        tuple(ms for lid in uit for ms in lid["ms"]),
        mediaan([lid["cpu"] for lid in uit]),
        max(lid["geheugen"] for lid in uit),
        max(lid["server"] for lid in uit),
    )


def _module(naam: str, opdracht: Opdracht, *rest: str) -> list[str]:
    return [sys.executable, "-m", f"tests.bench.{naam}", opdracht.als_tekst(), *rest]


def _ruim_op(machine: Machine, bron: Zoekbron) -> None:
    if machine.adres:
        zoeker = maak(machine, bron)
        zoeker.ruim_op()
        zoeker.sluit()
