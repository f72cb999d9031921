"""Four sync processes on PostgreSQL during a time of mixed edits: how much they publish, what is done twice, whether
they stand in each other's way; and what such a time leaves in the tables, before and after the term of retention.

`python -m tests.bench.gemengd 3600` is an hour. Edits come as fast as one editor's process can record them.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import httpx

from tests.bench import verslag
from tests.bench.publiceermetingen import EERSTE
from tests.bench.publiceren import Land, adres_van_de_server, toon
from tests.bench.uitkomst import Meting

ONDERDEEL = "Mixed edits and four sync processes"
PROCESSEN = 4
PER_BEURT = 20
TABELLEN = ("Publicatie", "Inhoud", "Uitgave", "Levering", "Ontvangst")


def meet(werkmap: Path, *, gemeenten: int, producten: int, seconden: float, meld: Any) -> list[Meting]:
    adres = adres_van_de_server()
    if adres is None:
        return [Meting(ONDERDEEL, "edits", None, "", "no PostgreSQL: DATABASE_URL names none")]
    map_ = werkmap / "gemengd"
    map_.mkdir()
    land = Land(adres, map_, gemeenten, producten, meld, PROCESSEN)
    with land.ingericht():
        with land.sync():
            land.stap(EERSTE, "alles")
            eerst, bezorgd = land.vraag("omvang"), _bezorgd(land)
            begin, bewerkt = time.monotonic(), 0
            while time.monotonic() - begin < seconden:
                bewerkt += land.vraag("bewerk", PER_BEURT, f"{bewerkt}")
            klaar_met_bewerken = time.monotonic() - begin
            land.wacht(begin)
            alles = time.monotonic() - begin
            daarna, erbij = land.vraag("omvang"), _bezorgd(land)
            stand = land.vraag("stand")
            meld(str(stand))
        # Without the processes: nothing writes while the tables are packed.
        geruimd = land.vraag("ruim")
    uitgaven = daarna["Uitgave"][0] - eerst["Uitgave"][0]
    return [
        *_doorloop(bewerkt, klaar_met_bewerken, alles, uitgaven, bezorgd, erbij, daarna, stand),
        *_tabellen(eerst, daarna, geruimd, bewerkt),
    ]


def _bezorgd(land: Land) -> dict[str, int]:
    return dict(httpx.get(f"{land.ontvangers}/_stand").json())


def _doorloop(
    bewerkt: int,
    klaar: float,
    alles: float,
    uitgaven: int,
    voor: dict[str, int],
    na: dict[str, int],
    omvang: dict[str, Any],
    stand: dict[str, Any],
) -> list[Meting]:
    documenten = na["documenten"] - voor["documenten"]
    dubbel = na["dubbel"] - voor["dubbel"]
    return [
        Meting(
            ONDERDEEL,
            "edits",
            bewerkt,
            "",
            f"in {klaar:.0f} s; all of it was live {alles - klaar:.0f} s later",
        ),
        Meting(ONDERDEEL, "versions made per second", uitgaven / alles, "", f"{uitgaven:,} in {alles:.0f} s"),
        Meting(
            ONDERDEEL,
            "documents brought twice",
            dubbel,
            "",
            f"of {documenten:,}",
            hoogstens=documenten * 0.001,
        ),
        Meting(ONDERDEEL, "deadlocks that the server broke", omvang["deadlocks"], "", hoogstens=0),
        Meting(
            ONDERDEEL, "documents that wait or were refused at the end", stand["geparkeerd"], "", hoogstens=0
        ),
    ]


def _tabellen(
    eerst: dict[str, Any], daarna: dict[str, Any], geruimd: dict[str, Any], bewerkt: int
) -> list[Meting]:
    uit = []
    for kolom, omvang in (
        ("first sync", eerst),
        (f"after {bewerkt} edits", daarna),
        ("after the term of retention", geruimd),
    ):
        for tabel in TABELLEN:
            rijen, bytes_ = omvang[tabel]
            uit.append(Meting(f"{ONDERDEEL}: tables", f"{tabel}: rows", rijen, "", kolom=kolom))
            uit.append(Meting(f"{ONDERDEEL}: tables", tabel, bytes_ / 2**20, "MB", kolom=kolom))
        vol, gepakt = omvang["tekst"]
        uit.append(Meting(f"{ONDERDEEL}: tables", "texts as they are", vol / 2**20, "MB", kolom=kolom))
        uit.append(Meting(f"{ONDERDEEL}: tables", "texts as kept", gepakt / 2**20, "MB", kolom=kolom))
    return uit


def main(seconden: float) -> None:
    with tempfile.TemporaryDirectory(prefix="antwoord-bench-") as map_:
        uit = meet(
            Path(map_),
            gemeenten=34,
            producten=200,
            seconden=seconden,
            meld=toon,
        )
        print(verslag.als_tabel(uit))


if __name__ == "__main__":
    main(float(sys.argv[1]))
