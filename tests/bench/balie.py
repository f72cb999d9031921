"""The whole answer of the desk over HTTP, with agents who type: rights, search, ten records, highlights, page.

Seven municipalities of 800 products, made of the sample region (`balievulling.py`), and one web process as `make run`
starts it. Beside it: the same questions as fast as they are answered, and where the time of one goes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.bench import zoekbron
from tests.bench.balieagenten import TOETS, Sessie, meld_aan, typ_samen
from tests.bench.balkgrafiek import Balk, svg
from tests.bench.proces import cpu_ms, uitvoer
from tests.bench.servers import antwoord
from tests.bench.uitkomst import Meting, getal, mediaan, percentiel
from tests.bench.zoekvragen import afgemaakt, getypt
from tests.keten.installatie import Installatie

ONDERDEEL = "The desk's answer over HTTP"
VERDELING = "Where the time of the desk's answer goes"
AGENTEN = 4
OPWARMEN = 4
SERVER = "gunicorn, connection, reading the answer"


def meet(installatie: Installatie, bron: Path, werkmap: Path, producten: int, *, vragen: int) -> list[Meting]:
    """`installatie` is filled up; its own processes must not run."""
    erbij = uitvoer(
        "tests.bench.balievulling", str(bron), str(producten), omgeving=installatie.omgeving, seconden=900
    )
    namen = zoekbron.lees(bron).namen
    slugs = [slug for slug, _ in namen]
    documenten = producten * len(slugs)
    gesteld = [vraag.vraag for vraag in afgemaakt(slugs)][: vragen + OPWARMEN]
    with antwoord(installatie, "/balie/aanmelden/", "localhost", werkmap / "balie.log") as server:
        sessies = [meld_aan(server.poort) for _ in range(AGENTEN)]
        typ_samen(server.poort, sessies, slugs, gesteld[-OPWARMEN:], 0)
        typend = typ_samen(server.poort, sessies, slugs, gesteld[:vragen], TOETS)
        voor = cpu_ms(server.pid)
        alleen = typ_samen(server.poort, sessies[:1], slugs, gesteld[: max(vragen // 10, 1)], 0)
        na = cpu_ms(server.pid)
        vol = typ_samen(server.poort, sessies, slugs, gesteld[: max(vragen // 4, AGENTEN)], 0)
    stappen = _stappen(installatie, werkmap, sessies[0], slugs, vragen)
    met = len(typend.ms) + typend.overgeslagen
    hoe = f"{documenten:,} documents ({int(json.loads(erbij)):,} of them made), a letter each {TOETS * 1000:.0f} ms"
    return [
        Meting(
            ONDERDEEL,
            f"{AGENTEN} agents typing, p50",
            percentiel(typend.ms, 0.5),
            "ms",
            f"{hoe}; n={len(typend.ms)}, of {met} letters",
            30,
        ),
        Meting(ONDERDEEL, f"{AGENTEN} agents typing, p95", percentiel(typend.ms, 0.95), "ms"),
        Meting(ONDERDEEL, f"{AGENTEN} agents typing, p99", percentiel(typend.ms, 0.99), "ms", "", 100),
        Meting(ONDERDEEL, "one agent, without a pause, p50", mediaan(alleen.ms), "ms", f"n={len(alleen.ms)}"),
        Meting(
            ONDERDEEL,
            "processor time of the server for one answer",
            (na - voor) / len(alleen.ms) if na is not None and voor is not None else None,
            "ms",
            "mean, one agent; what a busy machine changes least" if voor is not None else "no /proc",
        ),
        Meting(
            ONDERDEEL,
            f"{AGENTEN} agents, without a pause, p50",
            percentiel(vol.ms, 0.5),
            "ms",
            f"n={len(vol.ms)}",
        ),
        Meting(ONDERDEEL, f"{AGENTEN} agents, without a pause, p99", percentiel(vol.ms, 0.99), "ms"),
        *(Meting(VERDELING, stap, ms, "ms") for stap, ms in stappen.items()),
        Meting(
            VERDELING,
            SERVER,
            max(mediaan(alleen.ms) - sum(stappen.values()), 0),
            "ms",
            "one agent over HTTP, less the steps above",
        ),
    ]


def _stappen(
    installatie: Installatie, werkmap: Path, sessie: Sessie, slugs: Sequence[str], vragen: int
) -> dict[str, float]:
    pad = werkmap / "balietijd.json"
    staten = [(vraag.vraag, vraag.bereik) for vraag in getypt(slugs)][: vragen * 3]
    pad.write_text(json.dumps({"sessie": asdict(sessie), "vragen": staten}), "utf-8")
    ruw = uitvoer("tests.bench.balietijd", str(pad), omgeving=installatie.omgeving, seconden=600)
    stappen: dict[str, float] = json.loads(ruw.splitlines()[-1])
    return stappen


def beeld(metingen: Sequence[Meting]) -> str:
    """The chart; its title is the finding."""
    balken = [Balk(lid.wat, lid.waarde or 0.0) for lid in metingen if lid.onderdeel == VERDELING]
    totaal = sum(balk.waarde for balk in balken)
    zoeken = next(balk.waarde for balk in balken if balk.naam.startswith("search"))
    langste = max(balken, key=lambda balk: balk.waarde)
    titel = f"Of the {getal(totaal)} ms of an answer at the desk, searching takes {getal(zoeken)}"
    if langste.waarde != zoeken:
        titel += f"; the most goes to {langste.naam}: {getal(langste.waarde)} ms"
    return svg(titel, balken, "ms, median; one agent, 7 municipalities of 800 products")
