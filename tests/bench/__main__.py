"""Runs the measurements, shows the table, and keeps it in docs/metingen.md (a whole run only) and var/bench.json."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import eerste_publicatie, machine, samenvoeging, verslag, website, zichtbaar
from tests.bench.uitkomst import Meting
from tests.keten.installatie import BASIS, Installatie, vrije_poort

METINGEN_MD = BASIS / "docs" / "metingen.md"
BENCH_JSON = BASIS / "var" / "bench.json"


@dataclass(frozen=True, slots=True)
class Omvang:
    """How often and how long; a small run shows that everything works, and says little of how fast it is."""

    merges: int
    publicaties: int
    seconden: float
    beurten: int


HEEL = Omvang(merges=30, publicaties=40, seconden=5.0, beurten=5)
KLEIN = Omvang(merges=3, publicaties=3, seconden=1.0, beurten=1)


def meet_alles(werkmap: Path, omvang: Omvang, meld: Callable[[str], None]) -> Iterator[list[Meting]]:
    """What each part gives, as soon as it is there."""
    installatie = Installatie(werkmap / "data", vrije_poort())
    yield machine.ijk(werkmap)
    meld("first publication of the region")
    yield eerste_publicatie.meet(installatie)
    meld("merge of one municipality")
    database = installatie.data / "antwoord.sqlite3"
    yield samenvoeging.meet(database, werkmap, installatie.omgeving, herhalingen=omvang.merges)
    meld("from publishing to visible")
    try:
        installatie.start()
        yield zichtbaar.meet(installatie, keren=omvang.publicaties)
    finally:
        _stop(installatie)
    meld("product page under load")
    yield website.meet(installatie, werkmap, seconden=omvang.seconden, beurten=omvang.beurten)


def _stop(installatie: Installatie) -> None:
    """Its processes end with it, also when it has to be killed."""
    try:
        installatie.stop()
    except subprocess.TimeoutExpired:
        assert installatie.proces is not None
        installatie.proces.kill()
        installatie.proces.wait()


def main(argumenten: list[str] | None = None) -> int:
    lezer = argparse.ArgumentParser(prog="make bench", description=__doc__)
    lezer.add_argument("--klein", action="store_true", help="few and short: to see that it works")
    keuzes = lezer.parse_args(argumenten)
    # As Ctrl-C: the processes that were started are ended on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    waar = machine.machine()
    belasting = [machine.belasting()]

    def meld(wat: str) -> None:
        belasting.append(machine.belasting())
        print(f"… {wat} (load {belasting[-1]})", flush=True)

    metingen: list[Meting] = []
    try:
        with tempfile.TemporaryDirectory(prefix="antwoord-bench-") as werkmap:
            for deel in meet_alles(Path(werkmap), KLEIN if keuzes.klein else HEEL, meld):
                metingen += deel
    except BaseException:
        print(verslag.als_tabel(metingen), "\n\nBroken off: nothing is kept.", file=sys.stderr)
        raise
    belasting.append(machine.belasting())
    waar["Load"] = (
        f"{', '.join(belasting)}: over the minute before the start, before each part, and at the end"
    )
    print(verslag.als_tabel(metingen))
    verslag.schrijf_json(BENCH_JSON, waar, metingen)
    if not keuzes.klein:
        verslag.vervang_in(METINGEN_MD, verslag.als_markdown(waar, metingen))
    return 0


if __name__ == "__main__":
    sys.exit(main())
