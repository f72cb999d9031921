"""`python -m tests.chaos --zaad 7 --doden 100`: one run, its report, and 1 when anything was lost."""

from __future__ import annotations

import argparse
import signal
import sys

from tests.chaos.cluster import eigen_map
from tests.chaos.kweker import Opzet
from tests.chaos.proef import proeftuin
from tests.chaos.redacteur import VARIANTEN


def main() -> int:
    lezer = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    lezer.add_argument(
        "--zaad", type=int, default=7, help="the same seed gives the same edits, kills and faults"
    )
    lezer.add_argument("--doden", type=int, default=100, help="at least so many processes are killed")
    lezer.add_argument("--producten", type=int, default=400, help="published before the run")
    lezer.add_argument("--bewerkt", type=int, help="of which are edited; four per kill unless it is said")
    lezer.add_argument("--gemeenten", type=int, default=7)
    lezer.add_argument("--redacteuren", type=int, default=3, help="editors' processes")
    lezer.add_argument("--syncs", type=int, default=2, help="sync processes")
    lezer.add_argument("--zonder-databasestop", action="store_true")
    lezer.add_argument(
        "--kapot", choices=sorted(VARIANTEN), default="", help="an editor that is broken on purpose"
    )
    keuzes = lezer.parse_args()
    # As Ctrl-C: the processes that were started are ended on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    opzet = Opzet(
        zaad=keuzes.zaad,
        gemeenten=keuzes.gemeenten,
        producten=keuzes.producten,
        bewerkt=min(keuzes.producten, keuzes.bewerkt or keuzes.doden * 4),
        redacteuren=keuzes.redacteuren,
        syncs=keuzes.syncs,
    )
    with eigen_map() as map_, proeftuin(opzet, map_, lambda wat: print(f"… {wat}", flush=True)) as tuin:
        verslag = tuin.draai(
            zaad=keuzes.zaad,
            doden=keuzes.doden,
            databasestop=not keuzes.zonder_databasestop,
            variant=keuzes.kapot,
        )
    print(verslag.als_tekst())
    return 0 if verslag.goed else 1


if __name__ == "__main__":
    sys.exit(main())
