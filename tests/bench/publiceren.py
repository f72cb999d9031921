"""Publishing a country on PostgreSQL with two sync processes: to the websites of its suppliers and one index.

Everything runs on this machine: the database, the receivers, the two processes. The clock of a step begins when its
change is committed and stops when no target waits for anything any more. Beside it: the queries of the two processes,
the bytes that the receivers got and that the database wrote. Once with a tenth of the municipalities and once with all:
the slope is what a municipality more costs.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg

from tests.bench import verslag
from tests.bench.proces import Gesprek, cpu_ms, draaiend, gesprek
from tests.bench.publiceermetingen import (
    EERSTE,
    EIGEN,
    ERBIJ,
    IEDERS,
    MAKER,
    NAZIEN,
    ONDERDEEL,
    TEKST,
    TRAAG_MS,
    Stap,
    Uitkomst,
    metingen,
)
from tests.bench.uitkomst import Meting
from tests.bench.zichtbaar import proefwoorden
from tests.keten.installatie import vrije_poort
from tests.ontvangers import nieuw_geheim

PROCESSEN = 2
GEDULD = 3600.0
KIJKEN = 0.25


def adres_van_de_server() -> str | None:
    adres = os.environ.get("DATABASE_URL", "")
    return adres if adres.startswith("postgres") else None


def meet(werkmap: Path, *, maten: tuple[tuple[int, int], ...], keren: int, meld: Any) -> list[Meting]:
    adres = adres_van_de_server()
    if adres is None:
        return [Meting(ONDERDEEL, EERSTE, None, "s", "no PostgreSQL: DATABASE_URL names none")]
    uitkomsten = []
    for gemeenten, producten in maten:
        meld(f"publiceren: {gemeenten} municipalities of {producten} products")
        map_ = werkmap / f"publiceren-{gemeenten}"
        map_.mkdir()
        uitkomsten.append(Land(adres, map_, gemeenten, producten, meld).meet(keren))
    return metingen(uitkomsten)


class Land:
    """One country from beginning to end, in a database of its own that is dropped afterwards."""

    def __init__(
        self,
        adres: str,
        werkmap: Path,
        gemeenten: int,
        producten: int,
        meld: Any,
        processen: int = PROCESSEN,
    ) -> None:
        self.adres, self.map, self.meld, self.processen = adres, werkmap, meld, processen
        self.uit = Uitkomst(gemeenten, producten)
        self.geheim = nieuw_geheim()

    @contextlib.contextmanager
    def ingericht(self) -> Iterator[None]:
        """Made, with its receivers, and not published yet."""
        with contextlib.ExitStack() as stapel:
            self.omgeving = self._omgeving(stapel.enter_context(database(self.adres)))
            self.ontvangers = stapel.enter_context(self._ontvangers())
            self.maker = stapel.enter_context(self._maker())
            yield

    def meet(self, keren: int) -> Uitkomst:
        uit = self.uit
        with self.ingericht():
            with self.sync():
                self.stap(EERSTE, "alles")
                uit.stand = self.vraag("stand")
                self._teksten(keren)
                self.stap(EIGEN, "tarieven", "sliedrecht")
                self.stap(IEDERS, "tarieven", "")
                self.stap(NAZIEN, "nazien")
                self.stap(ERBIJ, "sluit_aan", self.ontvangers, self.geheim)
            with self.sync("--anders"):
                self.stap(MAKER, "alles")
            uit.stand["erna"] = self.vraag("stand")
            self.meld(json.dumps(uit.stand))
        return uit

    def _omgeving(self, adres: str) -> dict[str, str]:
        schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("ANTWOORD_")}
        profiel = {naam: os.environ[naam] for naam in ("ANTWOORD_BENCH_PROFIEL",) if naam in os.environ}
        return (
            schoon
            | profiel
            | {
                "DATABASE_URL": adres,
                "ANTWOORD_DATA": str(self.map),
                "ANTWOORD_PRIVE_DOELEN": "ja",
                "PORT": str(vrije_poort()),
                "DJANGO_SETTINGS_MODULE": "redactie.settings.development",
            }
        )

    @contextlib.contextmanager
    def _ontvangers(self) -> Iterator[str]:
        opdracht = [sys.executable, "-m", "tests.bench.veelontvangers", self.geheim]
        with gesprek(opdracht, self.omgeving, self.map / "ontvangers.log") as lijn:
            yield f"http://127.0.0.1:{int(lijn.lees())}"

    @contextlib.contextmanager
    def _maker(self) -> Iterator[Gesprek]:
        omvang = (str(self.uit.gemeenten), str(self.uit.producten))
        woorden = [*omvang, self.ontvangers, self.geheim]
        opdracht = [sys.executable, "-m", "tests.bench.publiceerland", *woorden]
        with gesprek(opdracht, self.omgeving, self.map / "maker.log", geduld=GEDULD) as lijn:
            lijn.lees()
            yield lijn

    @contextlib.contextmanager
    def sync(self, *woorden: str) -> Iterator[None]:
        """The sync processes, until the end of the block."""
        with contextlib.ExitStack() as stapel:
            self.tellingen, self.pids = [], []
            for nummer in range(self.processen):
                telling = self.map / f"vragen-{nummer}{len(woorden)}.json"
                opdracht = [sys.executable, "-m", "tests.bench.getelde_sync", str(telling), *woorden]
                proces = stapel.enter_context(draaiend(opdracht, self.omgeving, self.map / "sync.log"))
                self.tellingen.append(telling)
                self.pids.append(proces.pid)
            yield

    def vraag(self, *wat: Any) -> Any:
        return json.loads(self.maker.vraag(json.dumps(wat)))

    def stap(self, naam: str, *wat: Any) -> None:
        self.meld(f"publiceren: {naam}")
        voor = self.tel()
        self.vraag(*wat)
        # Committed by now; recording all fees of a country takes minutes by itself.
        begin = time.monotonic()
        self.wacht(begin)
        seconden = time.monotonic() - begin
        self.uit.stappen[naam] = self._verschil(seconden, voor)
        self.meld(f"publiceren: {naam}: {seconden:.1f} s")

    def wacht(self, begin: float) -> None:
        while not self.vraag("klaar")["klaar"]:
            if time.monotonic() - begin > GEDULD:
                raise RuntimeError(f"not done in {GEDULD:.0f} s: {self.vraag('stand')}")
            time.sleep(KIJKEN)

    def _teksten(self, keren: int) -> None:
        """Edits one after the other, to receivers that take their time."""
        self._zet_traag(TRAAG_MS)
        sleutels = self.vraag("bruikbaar")
        voor = self.tel()
        duren = []
        for nummer, woord in enumerate(proefwoorden(keren)):
            sleutel = sleutels[nummer % len(sleutels)]
            begin = time.monotonic()
            self.vraag("tekst", sleutel, woord)
            while self.vraag("waar", sleutel, woord) <= self.uit.gemeenten:
                if time.monotonic() - begin > GEDULD:
                    raise RuntimeError(f"{woord} of {sleutel} is not everywhere: {self.vraag('stand')}")
                time.sleep(0.02)
            self.uit.zichtbaar.append(time.monotonic() - begin)
            self.wacht(begin)
            duren.append(time.monotonic() - begin)
        self.uit.bezorgd = duren
        self.uit.stappen[TEKST] = self._verschil(sum(duren), voor)
        self._zet_traag(0)

    def _zet_traag(self, ms: int) -> None:
        httpx.put(f"{self.ontvangers}/_traag", json={"ms": ms}).raise_for_status()

    def tel(self) -> Telling:
        sql: Counter[str] = Counter()
        for telling in self.tellingen:
            if telling.exists():
                sql.update(json.loads(telling.read_text("utf-8")))
        stand = httpx.get(f"{self.ontvangers}/_stand").json()
        cpu = sum(cpu_ms(pid) or 0.0 for pid in self.pids) / 1000
        return Telling(cpu, sql, stand["ontvangen"], stand["documenten"], self.vraag("klaar")["wal"])

    def _verschil(self, seconden: float, voor: Telling) -> Stap:
        # What was counted last is written a moment later.
        time.sleep(2 * KIJKEN)
        na = self.tel()
        return Stap(
            seconden,
            na.cpu - voor.cpu,
            na.sql - voor.sql,
            na.verstuurd - voor.verstuurd,
            na.documenten - voor.documenten,
            na.geschreven - voor.geschreven,
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """Since the processes began."""

    cpu: float
    sql: Counter[str]
    verstuurd: int
    documenten: int
    geschreven: int


@contextlib.contextmanager
def database(adres: str) -> Iterator[str]:
    """A database of its own on this server."""
    naam = f"antwoord_bench_{secrets.token_hex(4)}"
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute(f'CREATE DATABASE "{naam}"')
        try:
            yield f"{adres.rsplit('/', 1)[0]}/{naam}"
        finally:
            verbinding.execute(f'DROP DATABASE "{naam}" WITH (FORCE)')


def main(woorden: list[str]) -> None:
    """`python -m tests.bench.publiceren 34x800 …`: countries of another size; shows the table, keeps nothing."""
    maten = tuple((int(een), int(ander)) for een, _, ander in (woord.partition("x") for woord in woorden))
    with tempfile.TemporaryDirectory(prefix="antwoord-bench-") as map_:
        print(verslag.als_tabel(meet(Path(map_), maten=maten, keren=20, meld=toon)))


def toon(wat: str) -> None:
    print(f"… {wat}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
