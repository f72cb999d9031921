"""The engines that are measured side by side, behind one interface; which one is data, so that processes can be told.

Antwoord's own two are asked through `search.zoeken.zoek`, as the desk asks: reading the question, plan, ladder and
engine. The references stand in modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol, TypeVar

from tests.bench.landelijk import VERSIE, Stuk
from tests.bench.zoekbron import Zoekbron

BLOK = 500
MEEST = 10
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Machine:
    """Which engine, and where: a folder, or the address of a server with a name for what is ours there."""

    soort: str
    map: str = ""
    adres: str = ""
    naam: str = ""


class Zoeker(Protocol):
    def begin(self) -> None:
        """Make the empty index."""

    def schrijf(self, stukken: Sequence[Stuk]) -> None:
        """Durable on return, and found by the next question."""

    def af(self) -> None:
        """Everything is in it: whatever must be done once."""

    def zoek(self, vraag: str, bereik: str, *, typend: bool) -> tuple[str, ...]:
        """Keys, best first, ten at most."""

    def bytes_op_schijf(self) -> int: ...

    def serverprocessen(self) -> list[int]:
        """Numbers of the processes of a server that work for this reader."""

    def sluit(self) -> None: ...

    def ruim_op(self) -> None:
        """Leave nothing on a server."""


class EigenZoeker:
    """Antwoord's search on one of its two engines."""

    generatie = "meting"

    def __init__(self, machine: Machine, bron: Zoekbron) -> None:
        from search.keuze import nieuwe_motor

        self.machine, self.bron = machine, bron
        self.motor = nieuwe_motor(machine.soort, Path(machine.map), machine.adres, machine.naam)

    def begin(self) -> None:
        self.motor.begin_generation(self.generatie)

    def schrijf(self, stukken: Sequence[Stuk]) -> None:
        from search.document import document_uit
        from search.motor import Afloop

        documenten = [document_uit(stuk.publiek, stuk.balie, versie=VERSIE) for stuk in stukken]
        slecht = [
            lid for lid in self.motor.write(self.generatie, documenten) if lid.afloop != Afloop.GESCHREVEN
        ]
        if slecht:
            raise RuntimeError(f"not written: {slecht[0]}")

    def af(self) -> None:
        self.motor.activate(self.generatie)

    def zoek(self, vraag: str, bereik: str, *, typend: bool) -> tuple[str, ...]:
        from search.bereik import balie
        from search.zoeken import zoek

        gevonden = zoek(
            vraag,
            balie(bereik),
            motor=self.motor,
            typend=typend,
            synoniemen=self.bron.synoniemen,
            limiet=MEEST,
        )
        return tuple(treffer.sleutel for treffer in gevonden.treffers)

    def bytes_op_schijf(self) -> int:
        if self.machine.soort == "tantivy":
            return grootte(Path(self.machine.map))
        index = f"{self.machine.naam}-{self.generatie}"
        return int(
            _elastic(self.machine, f"/{index}/_stats/store")["_all"]["total"]["store"]["size_in_bytes"]
        )

    def serverprocessen(self) -> list[int]:
        if self.machine.soort == "tantivy":
            return []
        knopen = _elastic(self.machine, "/_nodes/process")["nodes"]
        return [int(knoop["process"]["id"]) for knoop in knopen.values()]

    def sluit(self) -> None:
        self.motor.close()

    def ruim_op(self) -> None:
        if self.machine.soort == "elasticsearch":
            import httpx

            httpx.delete(f"{self.machine.adres}/{self.machine.naam}-{self.generatie}", timeout=60)


def maak(machine: Machine, bron: Zoekbron) -> Zoeker:
    if machine.soort == "sqlite":
        from tests.bench.zoeker_sqlite import SqliteZoeker

        return SqliteZoeker(machine)
    if machine.soort == "postgresql":
        from tests.bench.zoeker_postgres import PostgresZoeker

        return PostgresZoeker(machine)
    return EigenZoeker(machine, bron)


def bouw(zoeker: Zoeker, stukken: Iterable[Stuk]) -> Iterator[tuple[int, float]]:
    """Fill an empty index; how many are in it and how many seconds it took, now and then.

    Combining the texts is not counted; everything from a published text to an index that answers is.
    """
    begin = perf_counter()
    zoeker.begin()
    seconden, aantal = perf_counter() - begin, 0
    for blok in blokken(stukken, BLOK):
        begin = perf_counter()
        zoeker.schrijf(blok)
        seconden += perf_counter() - begin
        aantal += len(blok)
        yield aantal, seconden
    begin = perf_counter()
    zoeker.af()
    yield aantal, seconden + perf_counter() - begin


def blokken(uit: Iterable[T], lengte: int) -> Iterator[list[T]]:
    stroom = iter(uit)
    while blok := list(islice(stroom, lengte)):
        yield blok


def grootte(map_: Path) -> int:
    return sum(pad.stat().st_size for pad in map_.rglob("*") if pad.is_file())


def _elastic(machine: Machine, pad: str) -> Any:
    import httpx

    return httpx.get(f"{machine.adres}{pad}", timeout=60).raise_for_status().json()
