"""A sync process that plans and delivers and dies at the n-th point of it, by SIGKILL: the crash test's victim.

`python -m tests.beloften.sterven <map>`, with DATABASE_URL naming a file in that folder. Points are those of
`tests/redactie/afbreken.py` (before each SQL statement that writes, before and after each COMMIT), and before and after
each conversation with a target. They are counted while it runs: a new step of the loop is a new point by itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
from django.db import connection

from tests import sjabloon
from tests.redactie.afbreken import VARIANTEN, probeer, zet_terug

OUD = "Dit duurt vijf weken."
NIEUW = "Dit duurt drie weken."
ANDERS, WEG, ERBIJ = "paspoort", "visvergunning", "rijbewijs"
"""What is edited, withdrawn and added."""
LEASE = timedelta(seconds=0.3)
"""As short as a conversation on loopback allows: whoever comes back waits for it."""
GEDULD = 30.0


def bereid_voor(map_: Path, adres: str, geheim: str) -> None:
    """A website and an index that have everything; then three changes are recorded that nobody has planned yet."""
    from django.conf import settings
    from django.core.management import call_command

    from redactie.models import Product
    from sync.models import Syncstand
    from tests import factories as f
    from tests.sync.doelproef import doel_voor

    call_command("migrate", verbosity=0)
    f.GemeenteFactory(slug="sliedrecht")
    for sleutel in (ANDERS, WEG):
        f.ProductFactory(sleutel=sleutel, termijn=OUD, gepubliceerd=True)
    doel_voor("sliedrecht", adres, geheim)
    bring_alles_live()
    Syncstand.objects.update(hartslag=None)
    product = Product.objects.get(sleutel=ANDERS)
    product.termijn = NIEUW
    f.publiceer(product)
    Product.objects.get(sleutel=WEG).unpublish()
    f.ProductFactory(sleutel=ERBIJ, termijn=NIEUW, gepubliceerd=True)
    connection.close()
    with contextlib.closing(sqlite3.connect(connection.settings_dict["NAME"])) as verbinding:
        verbinding.execute("VACUUM INTO ?", (str(map_ / "basis.sqlite3"),))
    shutil.copytree(settings.ANTWOORD_INDEX, map_ / "index-basis")


def bring_alles_live() -> None:
    """As the sync process does, until everything that was recorded is acknowledged everywhere."""
    from sync import leveren
    from sync.lus import Lus, wacht_tot_alles_live

    leveren.LEASE = LEASE
    if not wacht_tot_alles_live(Lus(), geduld=GEDULD):
        raise TimeoutError("niet alles werd live")


def gesprekspunten(tel: Callable[[str], None]) -> None:
    """A point before and after each conversation, whichever kind of target it is with."""
    from sync.doelen import ADAPTERS

    for soort in ADAPTERS.values():
        soort.lever = _met_punten(soort.lever, tel)  # type: ignore[method-assign]  the point of it


def _met_punten(lever: Callable[..., Any], tel: Callable[[str], None]) -> Callable[..., Any]:
    def met_punten(zelf: Any, berichten: Sequence[Any]) -> Any:
        tel(f"vóór een gesprek met {type(zelf).__name__}")
        antwoorden = lever(zelf, berichten)
        tel(f"na een gesprek met {type(zelf).__name__}")
        return antwoorden

    return met_punten


def vink_eerst_af() -> None:
    """A broken planner: what was recorded is gone before it is planned."""
    from redactie.models import Wijziging
    from sync import plannen

    echt = plannen.betrokken_bereiken

    def wis_en_kijk(soort: Any, sleutel: str, gemeenten: set[str]) -> Any:
        Wijziging.objects.filter(sleutel=sleutel).delete()
        return echt(soort, sleutel, gemeenten)

    plannen.betrokken_bereiken = wis_en_kijk


VARIANTEN["eerst afvinken"] = vink_eerst_af


def stand() -> dict[str, Any]:
    """What the database says, and what the index holds that serves."""
    from redactie.models import Wijziging
    from search.keuze import motor
    from sync.models import Levering, Ontvangst, Publicatie, Uitgave

    machine = motor()
    rijen = Publicatie.objects.order_by("pk")
    return {
        "wijzigingen": Wijziging.objects.count(),
        "publicaties": list(rijen.values_list("bereik", "sleutel", "toestand", "versie", "publieke_hash")),
        "uitgaven": Uitgave.objects.count(),
        "leveringen": sorted(
            Levering.objects.values_list(
                "doel__soort", "publicatie_id", "gewenst", "bevestigd", "bevestigde_hash", "toestand"
            )
        ),
        "ontvangsten": sorted(
            set(Ontvangst.objects.values_list("doel_naam", "publicatie_id", "versie", "hash"))
        ),
        "index": sorted(map(str, machine.audit(machine.active()))),
    }


def main(map_: Path) -> None:
    """The first line names the website; each next `{punt, vers, variant}` gives `{gestorven}`, `{fout}` or a state.

    `punt` is a number or a name; 0: nobody dies, and the answer is what is left at the end.
    """
    from django.conf import settings

    connection.settings_dict["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
    settings.ANTWOORD_INDEX, settings.ANTWOORD_PRIVE_DOELEN = map_ / "index", True
    werk, basis = Path(connection.settings_dict["NAME"]), map_ / "basis.sqlite3"
    sjabloon.gebruik(werk)
    waar = json.loads(sys.stdin.readline())
    if os.fork() == 0:
        # In a process of its own: no thread, connection or open index goes along into the attempts.
        bereid_voor(map_, waar["adres"], waar["geheim"])
        os._exit(0)
    if os.wait()[1] != 0:
        raise SystemExit("de voorbereiding is mislukt")
    print("klaar", flush=True)
    for regel in sys.stdin:
        vraag = json.loads(regel)
        if vraag["vers"]:
            zet_terug(basis, werk)
            shutil.rmtree(settings.ANTWOORD_INDEX, ignore_errors=True)
            shutil.copytree(map_ / "index-basis", settings.ANTWOORD_INDEX)
        antwoord: dict[str, Any] = probeer(bring_alles_live, vraag["variant"], vraag["punt"], gesprekspunten)
        if not vraag["punt"] and "fout" not in antwoord:
            antwoord = _in_een_kind(stand)
        print(json.dumps(antwoord), flush=True)


def _in_een_kind(lees: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    lezen, schrijven = os.pipe()
    if os.fork() == 0:
        with os.fdopen(schrijven, "w") as pijp:
            json.dump(lees(), pijp, default=str)
        os._exit(0)
    os.close(schrijven)
    with os.fdopen(lezen) as pijp:
        gelezen = pijp.read()
    os.wait()
    return json.loads(gelezen)


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
