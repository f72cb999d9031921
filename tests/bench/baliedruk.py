"""The desk under a steady load: so many questions a second, whoever is still waiting, and answers opened beside them.

The clock of a question starts at the moment it was due, not when a connection came free: who is late counts as late.
Seven municipalities of 800 products, and one web process for each of two cores: one alone answers some forty questions
a second (`docs/beheer.md`, ANTWOORD_PROCESSEN). Memory of both, before and after.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.bench import zoekbron
from tests.bench.balieagenten import Sessie, formulier, koppen, meld_aan
from tests.bench.proces import geheugen_mib, uitvoer
from tests.bench.servers import antwoord
from tests.bench.uitkomst import Meting, percentiel
from tests.bench.zoekvragen import getypt
from tests.keten.installatie import Installatie

ONDERDEEL = "The desk under 50 questions a second"
PER_SECONDE = 50
OPENEN_PER_SECONDE = 5
VERBINDINGEN = 24
PROCESSEN = 2
MEESTE_GROEI = 32.0 * PROCESSEN
"""MiB. More is a leak."""
OPWARMEN = 3.0
"""Seconds of the same load that do not count."""


@dataclass
class Stroom:
    """Requests at fixed moments, over so many connections; `vraag` does one and says whether it went well."""

    poort: int
    per_seconde: float
    seconden: float
    vraag: Callable[[HTTPConnection, int], bool]
    duren: list[float] = field(default_factory=list)
    fouten: int = 0

    def loop(self, verbindingen: int) -> None:
        begin = time.perf_counter() + 0.1
        beurten = iter(range(int(self.per_seconde * self.seconden)))
        slot = threading.Lock()
        draden = [
            threading.Thread(target=self._draad, args=(begin, beurten, slot)) for _ in range(verbindingen)
        ]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()

    def _draad(self, begin: float, beurten: Iterator[int], slot: threading.Lock) -> None:
        verbinding = HTTPConnection("127.0.0.1", self.poort, timeout=20)
        while True:
            with slot:
                beurt = next(beurten, None)
            if beurt is None:
                break
            moment = begin + beurt / self.per_seconde
            time.sleep(max(0.0, moment - time.perf_counter()))
            try:
                goed = self.vraag(verbinding, beurt)
            except (OSError, HTTPException):
                verbinding.close()
                goed = False
            duur = (time.perf_counter() - moment) * 1000
            with slot:
                self.duren.append(duur)
                self.fouten += not goed
        verbinding.close()


def meet(
    installatie: Installatie, bron: Path, werkmap: Path, producten: int, *, seconden: float
) -> list[Meting]:
    """`installatie` is filled up; its own processes must not run."""
    uitvoer(
        "tests.bench.balievulling", str(bron), str(producten), omgeving=installatie.omgeving, seconden=900
    )
    slugs = [slug for slug, _ in zoekbron.lees(bron).namen]
    vragen = [(vraag.vraag, vraag.bereik) for vraag in getypt(slugs)]
    adressen = [f"/balie/{slug}/{sleutel}/" for slug, sleutel in _live(installatie, slugs)]
    per_kern = replace(installatie, extra=installatie.extra | {"ANTWOORD_PROCESSEN": str(PROCESSEN)})
    with antwoord(per_kern, "/balie/aanmelden/", "localhost", werkmap / "baliedruk.log") as server:
        sessie = meld_aan(server.poort)
        zoek, open_ = _zoeker(sessie, vragen), _opener(sessie, adressen)
        Stroom(server.poort, PER_SECONDE, OPWARMEN, zoek).loop(VERBINDINGEN)
        voor = geheugen_mib(server.pid)
        gezocht = Stroom(server.poort, PER_SECONDE, seconden, zoek)
        gezocht.loop(VERBINDINGEN)
        geopend = Stroom(server.poort, OPENEN_PER_SECONDE, max(seconden / 4, 2.0), open_)
        geopend.loop(4)
        na = geheugen_mib(server.pid)
    hoe = f"{len(slugs) * producten:,} documents, {seconden:.0f} s; n={len(gezocht.duren)}"
    return [
        Meting(ONDERDEEL, "search, p50", percentiel(gezocht.duren, 0.5), "ms", hoe, 40),
        Meting(ONDERDEEL, "search, p95", percentiel(gezocht.duren, 0.95), "ms", "", 100),
        Meting(ONDERDEEL, "search, p99", percentiel(gezocht.duren, 0.99), "ms", "", 200),
        Meting(ONDERDEEL, "errors", float(gezocht.fouten + geopend.fouten), "", "", 0),
        Meting(
            ONDERDEEL,
            "opening an answer, p95",
            percentiel(geopend.duren, 0.95),
            "ms",
            f"{OPENEN_PER_SECONDE} a second; n={len(geopend.duren)}",
            100,
        ),
        Meting(ONDERDEEL, "memory of the server before", voor, "MiB", "after warming up"),
        Meting(ONDERDEEL, "memory of the server after", na, "MiB", "all its processes, what they hold"),
        Meting(
            ONDERDEEL,
            "memory grew by",
            na - voor if na is not None and voor is not None else None,
            "MiB",
            "texts that were read are kept, up to a number",
            MEESTE_GROEI,
        ),
    ]


def _live(installatie: Installatie, slugs: Sequence[str]) -> list[tuple[str, str]]:
    """Some products of each municipality, in turns."""
    rijen = installatie.rijen(
        "SELECT bereik, sleutel FROM sync_publicatie WHERE documentsoort = 'product' AND toestand = 'live' "
        "ORDER BY sleutel, bereik"
    )
    return [(bereik, sleutel) for bereik, sleutel in rijen if bereik in slugs]


def _zoeker(sessie: Sessie, vragen: Sequence[tuple[str, str]]) -> Callable[[HTTPConnection, int], bool]:
    def zoek(verbinding: HTTPConnection, beurt: int) -> bool:
        vraag, bereik = vragen[beurt % len(vragen)]
        verbinding.request("POST", f"/balie/{bereik}/", formulier(vraag, sessie), koppen(sessie))
        antwoord_ = verbinding.getresponse()
        return b'id="telling"' in antwoord_.read() and antwoord_.status == 200

    return zoek


def _opener(sessie: Sessie, adressen: Sequence[str]) -> Callable[[HTTPConnection, int], bool]:
    # A step that is no divisor: other products and municipalities each time.
    reeks = list(itertools.islice(itertools.cycle(adressen), 0, len(adressen) * 7, 7))

    def open_(verbinding: HTTPConnection, beurt: int) -> bool:
        verbinding.request(
            "GET", reeks[beurt % len(reeks)], headers={**koppen(sessie), "X-Balie-Deel": "antwoord"}
        )
        antwoord_ = verbinding.getresponse()
        return b'id="kaart-titel"' in antwoord_.read() and antwoord_.status == 200

    return open_
