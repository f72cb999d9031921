"""`manage.py sync` as it is, in a process that counts its queries: `python -m tests.bench.getelde_sync <file>`.

The file gets, a few times a second, how many queries there were of each kind. `--anders`: with a renderer that writes
every text a little otherwise. `ANTWOORD_BENCH_PROFIEL` names a file for the profile of the loop's own thread.
"""

from __future__ import annotations

import cProfile
import json
import os
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

SOORT = re.compile(r'\s*(\w+)(?:.*?(?:FROM|INTO|UPDATE)\s+"?(\w+)"?)?', re.DOTALL)
ELKE = 0.25


class Teller:
    """Counts what goes to the database; an execute wrapper of Django."""

    def __init__(self) -> None:
        self.soorten: Counter[str] = Counter()

    def __call__(self, voer_uit: Callable[..., Any], sql: str, *rest: Any) -> Any:
        gevonden = SOORT.match(sql[:20_000])
        self.soorten[" ".join(filter(None, gevonden.groups())) if gevonden else "?"] += 1
        return voer_uit(sql, *rest)

    def luister(self, connection: Any, **_: Any) -> None:
        """Once: a connection that is made anew keeps its wrappers (Django 5.2)."""
        if self not in connection.execute_wrappers:
            connection.execute_wrappers.append(self)

    def bewaar(self, pad: Path) -> None:
        nieuw = pad.with_suffix(".nieuw")
        nieuw.write_text(json.dumps(dict(self.soorten)), "utf-8")
        nieuw.replace(pad)


def schrijf_anders() -> None:
    """A renderer of another version: a line end more in every HTML."""
    from redactie import weergave

    zoals_het_was = weergave.naar_html
    weergave.naar_html = lambda tekst: html + "\n" if (html := zoals_het_was(tekst)) else ""


def main(argumenten: list[str]) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connections
    from django.db.backends.signals import connection_created

    teller, pad = Teller(), Path(argumenten[0])
    connection_created.connect(teller.luister, weak=False, dispatch_uid="teller")
    connections.close_all()
    if "--anders" in argumenten:
        schrijf_anders()
    gedaan = threading.Event()

    def bewaar_telkens() -> None:
        while not gedaan.wait(ELKE):
            teller.bewaar(pad)

    threading.Thread(target=bewaar_telkens, daemon=True).start()
    profiel = os.environ.get("ANTWOORD_BENCH_PROFIEL")
    meter = cProfile.Profile() if profiel else None
    if meter is None:
        call_command("sync")
    else:
        meter.runcall(call_command, "sync")
        meter.dump_stats(f"{profiel}.{os.getpid()}")
    gedaan.set()


if __name__ == "__main__":
    main(sys.argv[1:])
