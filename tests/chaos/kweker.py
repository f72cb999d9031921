"""Where the processes of a run come from: Django starts once, and each of them is a fork that costs next to nothing.

`python -m tests.chaos.kweker <map>`, with DATABASE_URL naming the database `basis`. A line in, a line out. `redacteur`
and `sync` answer with the number of a new process, for the run to kill.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
from django.db import connection, connections

from tests.chaos import redacteur
from tests.chaos.plan import feit_van, feiten, gemeenten, maak_plan, producten
from tests.chaos.stand import Stand


@dataclass(frozen=True)
class Opzet:
    """What a run is made of. `lease` and `zwijgen` (seconds that a target may say nothing) are shorter than in use."""

    zaad: int
    gemeenten: int = 7
    producten: int = 24
    bewerkt: int = 24
    redacteuren: int = 3
    syncs: int = 2
    lease: float = 3.0
    zwijgen: float = 1.0

    def als_json(self) -> dict[str, Any]:
        return asdict(self)


def migreer() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    connections.close_all()


def bereid_voor(opzet: Opzet, adressen: dict[str, str], geheim: str) -> None:
    """The texts are published, and every website has them."""
    from redactie.keuzes import GegevenSoort
    from sync.models import Doel
    from tests import factories as f
    from tests.sync.doelproef import bezorg_alles, doel_voor, plan_alles

    f.RegioFactory()
    for sleutel in feiten(opzet.producten):
        f.GegevenFactory(sleutel=sleutel, soort=GegevenSoort.TEKST, waarde=f"Merk 0 van {sleutel}.")
    for slug in gemeenten(opzet.gemeenten):
        f.GemeenteFactory(slug=slug)
    for nummer, sleutel in enumerate(producten(opzet.producten)):
        f.ProductFactory(
            leeg=True,
            sleutel=sleutel,
            titel=f"Titel van {sleutel}",
            samenvatting=f"Samenvatting van {sleutel}.",
            interne_toelichting=f"Intern over {sleutel}.",
            kosten="De kosten: {gegeven:" + feit_van(nummer) + "}",
            termijn=f"Merk 0 van {sleutel}.",
            gepubliceerd=True,
        )
    for slug, adres in adressen.items():
        doel_voor(slug, adres, geheim)
    plan_alles()
    bezorg_alles()
    # Nobody compares: that would heal what must not be lost in the first place.
    Doel.objects.update(nazien_op=_over_een_jaar())


def _over_een_jaar() -> Any:
    from django.utils import timezone

    return timezone.now() + timedelta(days=365)


def synchroniseer(opzet: Opzet) -> None:
    """The loop as it runs in production, without an index: that has promises and faults of its own."""
    from sync import leveren, lus, verwerken
    from sync.afspraak import lijn

    leveren.LEASE = timedelta(seconds=opzet.lease)
    lijn.ZWIJGEN = lijn.VERBINDEN = opzet.zwijgen
    verwerken.LANGSTE_RUST = verwerken.LANGSTE_ALLEEN = 1.0
    lus.zorg_voor_index = lus.wissel_index = lambda: None
    lus.Lus().draai()


def main(map_: Path) -> None:
    from django.conf import settings

    logging.disable(logging.INFO)
    settings.ANTWOORD_PRIVE_DOELEN = True
    opzet = Opzet(**json.loads(sys.stdin.readline()))
    stand = Stand(map_ / "stand", opzet.redacteuren)
    variant, werk = "", []

    def begin(vraag: dict[str, Any]) -> None:
        nonlocal variant, werk
        connection.settings_dict["NAME"] = vraag["database"]
        variant = vraag["variant"]
        werk = maak_plan(
            vraag["zaad"],
            aantal=opzet.producten,
            bewerkt=opzet.bewerkt,
            gemeenten=gemeenten(opzet.gemeenten),
            redacteuren=opzet.redacteuren,
        )

    def nieuw(vraag: dict[str, Any]) -> int:
        if vraag["doe"] == "sync":
            return _kind(lambda: synchroniseer(opzet))
        nummer = vraag["nummer"]
        return _kind(lambda: redacteur.draai(nummer, werk[nummer], stand, variant))

    def voor(vraag: dict[str, Any]) -> None:
        bereid_voor(opzet, vraag["adressen"], vraag["geheim"])
        _alleen_deze_draad()

    doen: dict[str, Callable[[dict[str, Any]], Any]] = {
        "migreer": lambda _: migreer(),
        "bereid_voor": voor,
        "begin": begin,
        "redacteur": nieuw,
        "sync": nieuw,
    }
    print("klaar", flush=True)
    for regel in sys.stdin:
        _ruim_op()
        vraag = json.loads(regel)
        print(json.dumps(doen[vraag["doe"]](vraag)), flush=True)


def _alleen_deze_draad() -> None:
    """Here, so that every process begins with all that is read and compiled once; without threads and open lines."""
    from sync.doelen.http import lijn_van

    lijn_van.cache_clear()
    for draad in threading.enumerate():
        if draad is not threading.current_thread():
            draad.join()
    connections.close_all()


def _kind(doe: Callable[[], None]) -> int:
    """A process of its own, that never comes back here."""
    connections.close_all()
    if (pid := os.fork()) == 0:
        code = 1
        try:
            doe()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    return pid


def _ruim_op() -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


if __name__ == "__main__":
    django.setup()
    main(Path(sys.argv[1]))
