"""One client of an index, as one web process is: `python -m tests.bench.zoekklant <opdracht> <number>`.

Waits for a line on its input before each turn, so that several begin together: JSON with the kind of questions, over
how many municipalities, and the seconds. Answers with the milliseconds of each question, those of the
processor on average, and its memory.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from tests.bench import zoekbron
from tests.bench.landelijk import gemeenten
from tests.bench.zoekers import Zoeker, maak
from tests.bench.zoekopdracht import Opdracht, geheugen, lees
from tests.bench.zoekvragen import Vraag, afgemaakt, getypt

SOORTEN = {"typend": getypt, "af": afgemaakt}
VERSCHOVEN = 97
"""By how many questions a client begins further than the one before: together they do not ask the same."""


def main(opdracht: Opdracht, nummer: int) -> None:
    zoeker = maak(opdracht.machine, zoekbron.lees(Path(opdracht.bron)))
    slugs = gemeenten(opdracht.gemeenten)
    print(json.dumps("klaar"), flush=True)
    for regel in sys.stdin:
        soort, bereiken, seconden = json.loads(regel)
        vragen = SOORTEN[soort](slugs[:bereiken])
        _warm_op(zoeker, vragen)
        print(json.dumps("warm"), flush=True)
        sys.stdin.readline()
        begin = time.process_time()
        duren = _stel(zoeker, vragen, nummer * VERSCHOVEN, seconden)
        cpu = (time.process_time() - begin) * 1000 / len(duren)
        uit = {"ms": duren, "cpu": cpu, "geheugen": geheugen(), "server": geheugen(zoeker.serverprocessen())}
        print(json.dumps(uit), flush=True)
    zoeker.sluit()


def _warm_op(zoeker: Zoeker, vragen: Sequence[Vraag]) -> None:
    """One question per municipality: what is read once and kept, is there."""
    per_bereik = {vraag.bereik: vraag for vraag in vragen}
    for vraag in per_bereik.values():
        zoeker.zoek(vraag.vraag, vraag.bereik, typend=vraag.typend)


def _stel(zoeker: Zoeker, vragen: Sequence[Vraag], vanaf: int, seconden: float) -> list[float]:
    """Milliseconds of each question, for so many seconds, and of one at least."""
    duren: list[float] = []
    einde = time.perf_counter() + seconden
    for vraag in islice(cycle(vragen), vanaf % len(vragen), None):
        begin = time.perf_counter()
        zoeker.zoek(vraag.vraag, vraag.bereik, typend=vraag.typend)
        klaar = time.perf_counter()
        duren.append((klaar - begin) * 1000)
        if klaar >= einde:
            return duren
    return duren


if __name__ == "__main__":
    main(lees(sys.argv[1]), int(sys.argv[2]))
