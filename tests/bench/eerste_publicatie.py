"""The first publication of a whole region: from an empty installation to everything live on websites and index."""

from __future__ import annotations

import time
from typing import Any

from tests.bench.uitkomst import Meting
from tests.keten.installatie import Installatie

ONDERDEEL = "First publication of the region"
GEDULD = 900


def meet(installatie: Installatie) -> list[Meting]:
    """Prepares the installation, then publishes all of it. The processes end by themselves."""
    installatie.data.mkdir(parents=True, exist_ok=True)
    voorbereiden = _seconden(installatie, "voorbereiden")
    eerste = _seconden(installatie, "sync", "--eenmalig", "--geduld", str(GEDULD))
    tweede = _seconden(installatie, "sync", "--eenmalig", "--geduld", str(GEDULD))
    documenten = _tel(installatie, "SELECT count(*) FROM sync_publicatie WHERE toestand = 'live'")
    bereiken = _tel(installatie, "SELECT count(DISTINCT bereik) FROM sync_publicatie WHERE toestand = 'live'")
    in_index = _tel(installatie, "SELECT count(*) FROM sync_levering WHERE toestand = 'bevestigd'")
    omvang = f"{documenten} documents in {bereiken} bereiken, {in_index} of them in the index"
    hoe = f"`sync --eenmalig`: {omvang}; start of the process included"

    def s(wat: str, waarde: float, hoe: str, **overig: Any) -> Meting:
        return Meting(ONDERDEEL, wat, waarde, "s", hoe, **overig)

    return [
        s("merge, render, check, store and index everything", eerste, hoe, hoogstens=60),
        Meting(ONDERDEEL, "per document", (eerste - tweede) / documenten * 1000, "ms", "without the start"),
        s(
            "preparing before it",
            voorbereiden,
            "`voorbereiden`: migrations, import of the region, static files",
        ),
        s("the same command with nothing to do", tweede, "start of the process", referentie=True),
    ]


def _seconden(installatie: Installatie, *woorden: str) -> float:
    begin = time.monotonic()
    installatie.manage(*woorden)
    return time.monotonic() - begin


def _tel(installatie: Installatie, vraag: str) -> int:
    return int(installatie.rijen(vraag)[0][0])
