"""Runs the measurements (all, or some), shows the tables, and keeps them: docs/metingen.md and var/bench.json.

A small run (`--klein`) keeps nothing. What a part gave is kept as soon as it is there: a run that is broken off keeps
the parts that were done.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from pathlib import Path

from tests.bench import balie, machine, verslag
from tests.bench.onderdelen import HEEL, KLEIN, ONDERDELEN, Werkplaats
from tests.bench.uitkomst import Meting
from tests.keten.installatie import BASIS

METINGEN_MD = BASIS / "docs" / "metingen.md"
BENCH_JSON = BASIS / "var" / "bench.json"
BEELDEN = {"balie": (BASIS / "docs" / "beelden" / "balie-tijd.svg", balie.beeld)}


def meld(wat: str) -> None:
    print(f"… {wat} (load {machine.belasting()})", flush=True)


def meet(naam: str, plaats: Werkplaats, *, bewaren: bool) -> None:
    """One part: measured, shown and, unless this run keeps nothing, kept."""
    meld(naam)
    waar, vooraf = machine.machine(), machine.belasting()
    metingen: list[Meting] = ONDERDELEN[naam](plaats)
    if not metingen:
        return
    waar["Load of the minute before the start and the end"] = f"{vooraf}, {machine.belasting()}"
    print(verslag.als_tabel(metingen), flush=True)
    if bewaren:
        verslag.werk_json_bij(BENCH_JSON, naam, waar, metingen)
        verslag.werk_document_bij(METINGEN_MD, naam, verslag.als_markdown(waar, metingen), list(ONDERDELEN))
        if naam in BEELDEN:
            pad, teken = BEELDEN[naam]
            pad.write_text(teken(metingen), "utf-8")


def main(argumenten: list[str] | None = None) -> int:
    lezer = argparse.ArgumentParser(prog="make bench", description=__doc__)
    lezer.add_argument("--klein", action="store_true", help="few and short: to see that it works")
    lezer.add_argument("--onderdelen", default=",".join(ONDERDELEN), help="names with commas; all by default")
    lezer.add_argument(
        "--bestaand", type=Path, help="data of an installation with the published sample region, to save time"
    )
    keuzes = lezer.parse_args(argumenten)
    gevraagd = keuzes.onderdelen.split(",")
    if onbekend := set(gevraagd) - set(ONDERDELEN):
        lezer.error(f"unknown: {', '.join(sorted(onbekend))}; there are {', '.join(ONDERDELEN)}")
    # As Ctrl-C: the processes that were started are ended on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="antwoord-bench-") as map_:
        plaats = Werkplaats(Path(map_), KLEIN if keuzes.klein else HEEL, meld, keuzes.bestaand)
        for naam in ONDERDELEN:
            if naam in gevraagd:
                meet(naam, plaats, bewaren=not keuzes.klein)
    return 0


if __name__ == "__main__":
    sys.exit(main())
