"""The chaos run, long: what is lost while processes die, and how soon everything is everywhere afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.uitkomst import Meting
from tests.chaos.cluster import eigen_map
from tests.chaos.kweker import Opzet
from tests.chaos.proef import Verslag, proeftuin

ZAAD = 7


def meet(*, doden: int, producten: int) -> list[Meting]:
    if not shutil.which("psql") or not (
        shutil.which("pg_ctl") or list(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    ):
        return [
            Meting("chaos", "documents that are not as committed", None, "", "no PostgreSQL on this machine")
        ]
    opzet = Opzet(zaad=ZAAD, producten=producten, bewerkt=min(producten, doden * 4))
    with eigen_map() as map_, proeftuin(opzet, map_) as tuin:
        return metingen(opzet, tuin.draai(zaad=ZAAD, doden=doden))


def metingen(opzet: Opzet, verslag: Verslag) -> list[Meting]:
    fout = verslag.bevinding
    mis = sum(map(len, (fout.oud, fout.kwijt, fout.extra, fout.bytes, fout.boeken)))
    slecht = sum(aantal for wat, aantal in verslag.antwoorden.items() if wat != "goed")
    hoe = (
        f"{opzet.gemeenten} municipalities x {opzet.producten} products, seed {verslag.zaad}, "
        f"{opzet.redacteuren} editors, {opzet.syncs} sync processes, "
        f"{verslag.databasestops} immediate stop of the database"
    )
    onbekend = None if verslag.afwerktijd is None else round(verslag.afwerktijd, 2)
    return [
        Meting(
            "chaos",
            "documents that are not as committed",
            mis,
            "",
            f"of {fout.documenten}; {hoe}",
            hoogstens=0,
        ),
        Meting("chaos", "processes killed", sum(verslag.doden.values()), "", str(verslag.doden)),
        Meting("chaos", "edits begun", verslag.begonnen, "", f"{verslag.vastgelegd} seen committed"),
        Meting("chaos", "answers that went wrong", slecht, "", str(verslag.antwoorden)),
        Meting(
            "chaos",
            "from the last edit until nothing waits",
            onbekend,
            "s",
            f"{verslag.achterstand} changes and deliveries waited; a lease is {opzet.lease:.0f} s here",
        ),
    ]
