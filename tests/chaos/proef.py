"""One chaos run: begin, kill and replace, stop the database, settle, compare with the oracle.

What is the same for several runs (the cluster, the published texts, the receivers) is made once: `Proeftuin`.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.bench.proces import Gesprek, gesprek
from tests.chaos.cluster import BASISDATABASE, Cluster, eigen_cluster
from tests.chaos.kweker import Opzet
from tests.chaos.orakel import Bevinding, vergelijk
from tests.chaos.plan import gemeenten, maak_plan
from tests.chaos.stand import Plaats, Stand
from tests.chaos.storing import Ontvangers, Storing

TUSSEN_DODEN = 0.35
LANGSTE_WACHT = 20.0
LANGSTE_BEWERKING = 2.0
POLS = 0.02
NOG_TE_DOEN = """SELECT
    (SELECT count(*) FROM redactie_wijziging)
    + (SELECT count(*) FROM sync_levering l JOIN sync_doel d ON d.id = l.doel_id WHERE l.toestand = 'wacht'
       AND d.toestand = 'actief')"""
GESTOPT = "SELECT count(*) FROM sync_doel WHERE toestand <> 'actief'"


@dataclass(frozen=True)
class Verslag:
    zaad: int
    variant: str
    doden: dict[str, int]
    databasestops: int
    begonnen: int
    vastgelegd: int
    mislukt: int
    """Edits that were begun; of which their editors saw that they were committed; and that failed."""
    antwoorden: dict[str, int]
    achterstand: int
    afwerktijd: float | None
    """What waited when the last edit was in and the faults ended, and the seconds until nothing did. None: never."""
    doelen_gestopt: int
    bevinding: Bevinding

    @property
    def goed(self) -> bool:
        return self.bevinding.goed and self.afwerktijd is not None and self.doelen_gestopt == 0

    def als_tekst(self) -> str:
        fout = self.bevinding
        regels = [
            f"seed {self.zaad}{self.variant and f', broken on purpose: {self.variant}'}",
            f"killed: {_tel(self.doden)}; immediate stops of the database: {self.databasestops}",
            f"edits begun {self.begonnen}, seen committed {self.vastgelegd}, failed {self.mislukt}",
            f"answers: {_tel(self.antwoorden)}",
            f"waiting when the faults ended: {self.achterstand}; "
            + (f"done in {self.afwerktijd:.1f} s" if self.afwerktijd is not None else "NEVER DONE"),
            f"targets stopped: {self.doelen_gestopt}",
            f"documents compared: {fout.documenten}",
        ]
        for wat, lijst in (
            ("stale", fout.oud),
            ("lost", fout.kwijt),
            ("extra", fout.extra),
            ("other bytes than stated", fout.bytes),
            ("deliveries that say otherwise", fout.boeken),
        ):
            regels.append(f"{wat}: {len(lijst)}" + "".join(f"\n  {lid}" for lid in lijst[:20]))
        return "\n".join([*regels, "OK" if self.goed else "NOT OK"])


@dataclass
class Proeftuin:
    """Ready for any number of runs, each of which begins with every text published and acknowledged everywhere."""

    opzet: Opzet
    map: Path
    cluster: Cluster
    ontvangers: Ontvangers
    kweker: Gesprek
    stand: Stand
    meld: Callable[[str], None]

    def draai(
        self, *, zaad: int, doden: int, databasestop: bool = True, variant: str = "", wie: str = ""
    ) -> Verslag:
        """`wie`: the kind that dies, as long as there is one; both unless it is said."""
        return Proef(self, zaad, doden, databasestop, variant, wie).draai()

    def vers(self, database: str) -> None:
        self.cluster.maak(database, van=BASISDATABASE)
        for slug in self.ontvangers.ontvangers:
            opslag = self.ontvangers.opslag(slug)
            # Another file: a request of who was killed may still be on its way into the old one.
            opslag.pad = self.map / f"{database}-{slug}.sqlite3"
            shutil.copyfile(self.map / f"{slug}-basis.sqlite3", opslag.pad)

    def vraag(self, doe: str, **rest: Any) -> Any:
        return json.loads(self.kweker.vraag(json.dumps({"doe": doe, **rest})))


@contextmanager
def proeftuin(opzet: Opzet, map_: Path, meld: Callable[[str], None] = lambda _: None) -> Iterator[Proeftuin]:
    """`map_` is for this alone, and its owner may become the account of the database."""
    data = map_ / "data"
    data.mkdir()
    with eigen_cluster(map_ / "pg") as cluster:
        cluster.maak(BASISDATABASE)
        ontvangers = Ontvangers(gemeenten(opzet.gemeenten), data, Storing(opzet.zaad, 0.0))
        omgeving = os.environ | {
            "DJANGO_SETTINGS_MODULE": "redactie.settings.test",
            "DATABASE_URL": cluster.adres(BASISDATABASE),
            "ANTWOORD_ZOEKMACHINE": "tantivy",
        }
        stand = Stand(data / "stand", opzet.redacteuren)
        opdracht = [sys.executable, "-m", "tests.chaos.kweker", str(data)]
        logboek = map_ / "kweker.log"
        with ontvangers.aan_het_werk(), gesprek(opdracht, omgeving, logboek, geduld=3600) as kweker:
            kweker.zeg(json.dumps(opzet.als_json()))
            assert kweker.lees() == "klaar\n", logboek.read_text("utf-8")
            tuin = Proeftuin(opzet, data, cluster, ontvangers, kweker, stand, meld)
            if not cluster.gebruik_sjabloon(BASISDATABASE):
                meld("migrating")
                tuin.vraag("migreer")
                cluster.bewaar_sjabloon(BASISDATABASE)
            meld("publishing everything")
            ontvangers.storing.rustig.set()
            tuin.vraag("bereid_voor", adressen=ontvangers.adressen, geheim=ontvangers.geheim)
            for slug in ontvangers.ontvangers:
                with contextlib.closing(ontvangers.opslag(slug)._open()) as verbinding:
                    verbinding.execute("VACUUM INTO ?", (str(data / f"{slug}-basis.sqlite3"),))
            yield tuin


@dataclass
class Proef:
    tuin: Proeftuin
    zaad: int
    doden: int
    databasestop: bool
    variant: str
    wie: str
    geteld: Counter[str] = field(default_factory=Counter)
    lopend: dict[str, int] = field(default_factory=dict)
    """Who (`redacteur 2`, `sync 0`) → its process."""

    def draai(self) -> Verslag:
        opzet = self.tuin.opzet
        self.kans = random.Random(self.zaad)
        self.werk = maak_plan(
            self.zaad,
            aantal=opzet.producten,
            bewerkt=opzet.bewerkt,
            gemeenten=gemeenten(opzet.gemeenten),
            redacteuren=opzet.redacteuren,
        )
        self.database = f"proef_{self.zaad}_{self.variant.replace(' ', '_') or 'heel'}"
        self.tuin.vers(self.database)
        self.tuin.stand.leeg()
        storing = self.tuin.ontvangers.storing = Storing(self.zaad, te_laat=opzet.zwijgen * 1.5)
        self.tuin.vraag("begin", database=self.database, variant=self.variant, zaad=self.zaad)
        try:
            for nummer in range(opzet.syncs):
                self._begin(f"sync {nummer}")
            for nummer in range(opzet.redacteuren):
                self._begin(f"redacteur {nummer}")
            self.tuin.meld("chaos")
            self._dood_en_vervang()
            storing.rustig.set()
            self.tuin.meld("settling")
            achterstand, tijd = self._werk_af()
        finally:
            for wie in self.lopend:
                if self._leeft(wie):
                    _dood(self.lopend[wie])
        adres = self.tuin.cluster.adres(self.database)
        stand = self.tuin.stand
        return Verslag(
            zaad=self.zaad,
            variant=self.variant,
            doden=dict(self.geteld),
            databasestops=int(self.databasestop),
            begonnen=sum(stand.alle(Plaats.BEGONNEN)),
            vastgelegd=sum(stand.alle(Plaats.KLAAR)),
            mislukt=sum(stand.alle(Plaats.MISLUKT)),
            antwoorden=dict(storing.gegeven),
            achterstand=achterstand,
            afwerktijd=tijd,
            doelen_gestopt=self._tel(GESTOPT),
            bevinding=vergelijk(
                adres,
                {slug: self.tuin.ontvangers.opslag(slug).pad for slug in self.tuin.ontvangers.ontvangers},
            ),
        )

    def _begin(self, wie: str) -> None:
        soort, nummer = wie.split()
        self.lopend[wie] = self.tuin.vraag(soort, nummer=int(nummer))

    def _dood_en_vervang(self) -> None:
        """Kill, and let the editors go as far as the kills are; until both are done."""
        while sum(self.geteld.values()) < self.doden or self._redacteuren_bezig():
            gedood = sum(self.geteld.values())
            for nummer, werk in enumerate(self.werk):
                self._laat_toe(nummer, math.ceil(len(werk) * min(1.0, (gedood + 1) / self.doden)))
            time.sleep(TUSSEN_DODEN)
            wie = self._kies()
            self._wacht_tot_midden_in(wie)
            _dood(self.lopend[wie])
            self.geteld[wie.split()[0]] += 1
            self._begin(wie)
            if self.databasestop and gedood == self.doden // 2:
                self.tuin.cluster.stop_meteen()
                self.tuin.cluster.start()

    def _kies(self) -> str:
        levend = [wie for wie in sorted(self.lopend) if self._leeft(wie)]
        return self.kans.choice([wie for wie in levend if wie.startswith(self.wie)] or levend)

    def _laat_toe(self, nummer: int, aantal: int) -> None:
        stand = self.tuin.stand
        stand.schrijf(Plaats.MAG, nummer, max(aantal, stand.lees(Plaats.MAG, nummer)))

    def _wacht_tot_midden_in(self, wie: str) -> None:
        """Until it does something, and then a part of how long that takes: on a slow machine as on a fast one."""
        soort, nummer = wie.split()
        stand = self.tuin.stand
        if soort == "redacteur":
            self._laat_toe(int(nummer), stand.lees(Plaats.BEGONNEN, int(nummer)) + 1)
        einde = time.monotonic() + LANGSTE_WACHT
        voor = self._gedaan(wie)
        while self._gedaan(wie) == voor and time.monotonic() < einde and self._leeft(wie):
            if soort == "sync" and not self._tel(NOG_TE_DOEN):
                break
            time.sleep(POLS)
        time.sleep(self.kans.random() * min(max(stand.alle(Plaats.DUURDE)) / 1e6, LANGSTE_BEWERKING))

    def _gedaan(self, wie: str) -> int:
        """Goes up when an editor begins an edit, or a receiver gave an answer."""
        soort, nummer = wie.split()
        if soort == "sync":
            return sum(self.tuin.ontvangers.storing.gegeven.values())
        return self.tuin.stand.lees(Plaats.BEGONNEN, int(nummer))

    def _redacteuren_bezig(self) -> bool:
        """Whoever has done its list is gone by itself."""
        return any(self._leeft(wie) for wie in self.lopend if wie.startswith("redacteur"))

    def _leeft(self, wie: str) -> bool:
        """Not when its number is somebody else's by now, or it only waits for whoever started it to notice."""
        try:
            velden = Path(f"/proc/{self.lopend[wie]}/stat").read_text("utf-8").rpartition(") ")[2].split()
        except OSError:
            return False
        return velden[0] not in "ZX" and int(velden[1]) == self.tuin.kweker.proces.pid

    def _werk_af(self, geduld: float = 300.0) -> tuple[int, float | None]:
        """What waited, and the seconds until nothing waited any more."""
        begin = time.monotonic()
        achterstand = rest = self._tel(NOG_TE_DOEN)
        while rest and time.monotonic() - begin < geduld:
            time.sleep(POLS)
            rest = self._tel(NOG_TE_DOEN)
        return achterstand, None if rest else time.monotonic() - begin

    def _tel(self, vraag: str) -> int:
        with psycopg.connect(self.tuin.cluster.adres(self.database)) as verbinding:
            return int(verbinding.execute(vraag).fetchone()[0])  # type: ignore[index,call-overload]  always a row


def _dood(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _tel(aantallen: dict[str, int]) -> str:
    return ", ".join(f"{naam} {aantal}" for naam, aantal in sorted(aantallen.items())) or "none"
