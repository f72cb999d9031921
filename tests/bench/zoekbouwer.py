"""Builds one index and says how that went: how long, how big, how good its answers are, how soon a write is found.

A process of its own (`python -m tests.bench.zoekbouwer <opdracht>`), so that its memory is that of one writer. Prints
lines of JSON: progress, and at last the result.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from kennisbank.plaatsnamen import zonder_plaats
from kennisbank.relevantie.meten import Antwoord, meet
from kennisbank.relevantie.samenvatten import cijfers
from tests.bench import zoekbron
from tests.bench.landelijk import Samensteller, Stuk, gemeenten
from tests.bench.zichtbaar import proefwoorden
from tests.bench.zoekbron import Zoekbron
from tests.bench.zoekers import Zoeker, bouw, maak
from tests.bench.zoekopdracht import Opdracht, geheugen, lees
from tests.bench.zoekvragen import oordeelvragen

OPWARMEN = 1
TE_LANG = 60.0


def main(opdracht: Opdracht) -> None:
    bron = zoekbron.lees(Path(opdracht.bron))
    samensteller, slugs = bron.samensteller(), gemeenten(opdracht.gemeenten)
    zoeker = maak(opdracht.machine, bron)
    # The judged questions are asked in the sample region itself, which lies among all the others.
    stukken = chain(bron.stukken, samensteller.stroom(slugs, opdracht.producten))
    for aantal, seconden in bouw(zoeker, stukken):
        _zeg(voortgang=aantal, seconden=seconden)
    grootte, geheugen_na = zoeker.bytes_op_schijf(), geheugen()
    lezer = maak(opdracht.machine, bron)
    cijfer = _relevantie(lezer, bron)
    woorden = iter(proefwoorden(2 * (opdracht.keren + OPWARMEN)))
    nieuw = _nieuwe(samensteller, opdracht.producten)
    een = [
        _zichtbaar(zoeker, lezer, next(nieuw), slugs[:1], next(woorden))
        for _ in range(opdracht.keren + OPWARMEN)
    ]
    alle = [
        _zichtbaar(zoeker, lezer, next(nieuw), slugs, next(woorden))
        for _ in range(max(2, opdracht.keren // 4))
    ]
    _zeg(
        documenten=aantal,
        bouwen=seconden,
        bytes=grootte,
        geheugen=geheugen_na,
        **cijfer,
        een=een[OPWARMEN:],
        alle=alle,
    )
    lezer.sluit()
    zoeker.sluit()


def _relevantie(zoeker: Zoeker, bron: Zoekbron) -> dict[str, Any]:
    """As the desk asks: the name of a municipality is not searched for, by no engine."""

    def stel(vraag: str, bereik: str, typend: bool) -> Antwoord:
        return Antwoord(zoeker.zoek(zonder_plaats(vraag, bron.namen).vraag, bereik, typend=typend), 1)

    ronde = meet(oordeelvragen(), stel, live=bron.live, alles=False)
    samen = cijfers(ronde.metingen)
    return {"ndcg": samen.ndcg, "op3": samen.op3, "leeg": samen.leeg, "vragen": samen.aantal}


def _nieuwe(samensteller: Samensteller, vanaf: int) -> Iterator[Stuk]:
    while True:
        yield samensteller.product(vanaf)
        vanaf += 1


def _zichtbaar(zoeker: Zoeker, lezer: Zoeker, product: Stuk, slugs: Sequence[str], woord: str) -> float:
    """Seconds from a published text to a reader of another connection that finds it in the last municipality."""
    inhoud = product.publiek["talen"]["nl"]
    publiek = {**product.publiek, "talen": {"nl": {**inhoud, "titel": f"{inhoud['titel']} {woord}"}}}
    stukken = [Stuk({**publiek, "bereik": slug}, product.balie) for slug in slugs]
    begin = time.perf_counter()
    zoeker.schrijf(stukken)
    while product.sleutel not in lezer.zoek(woord, slugs[-1], typend=False):
        if time.perf_counter() - begin > TE_LANG:
            raise RuntimeError(f"{woord} is not found")
        time.sleep(0.001)
    return time.perf_counter() - begin


def _zeg(**wat: Any) -> None:
    print(json.dumps(wat), flush=True)


if __name__ == "__main__":
    main(lees(sys.argv[1]))
