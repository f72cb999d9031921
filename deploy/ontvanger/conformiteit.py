"""Tests any receiver against the contract (docs/api/doelen.md), over HTTP alone, and prints a report.

From the folder above: `python3 -m ontvanger.conformiteit https://uw-website.example/antwoord whsec_…`. Exit code 0 when
every point holds. It writes some documents of a municipality that does not exist (`conformiteit-…`), and withdraws
them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .documenten import Document, emmer_van, grafsteen, naam_van
from .punten import PUNTEN
from .punten_documenten import HOOGSTE
from .zender import Gezakt, Onbereikbaar, Verkeerd, Zender

AANTAL = sum(map(len, PUNTEN.values()))
NIET_TE_ZIEN = (
    "Dit ziet de toets niet: of alles op schijf staat vóór uw 200. Stop uw ontvanger hard, start hem opnieuw en vraag\n"
    "het manifest: wat er was, hoort er nog te zijn."
)


@dataclass(frozen=True)
class Bevinding:
    """`kop`: the heading of docs/api/doelen.md that it is about. `melding` empty: it holds."""

    kop: str
    punt: str
    melding: str = ""


def keur(adres: str, geheim: str) -> Iterator[Bevinding]:
    """Point by point; stops at once when there is nobody. Verkeerd: this is no address, or no secret."""
    zender = Zender(adres, geheim)
    gezien = False
    for kop, punten in PUNTEN.items():
        for naam, punt in punten:
            try:
                punt(zender)
            except Gezakt as fout:
                yield Bevinding(kop, naam, str(fout))
                if isinstance(fout, Onbereikbaar) and not gezien:
                    return
            else:
                yield Bevinding(kop, naam)
            gezien = True
    yield from ruim_op(zender)


def ruim_op(zender: Zender) -> Iterator[Bevinding]:
    """Withdraw what was written; says so when something stays."""
    try:
        for document in _live(zender):
            zender.lever(grafsteen(document, min(document["versie"] + 1, HOOGSTE)))
        over = len(_live(zender))
        melding = f"van {zender.bereik} niet ingetrokken: {over}" if over else ""
    except Gezakt as fout:
        melding = f"of alles van {zender.bereik} ingetrokken is, is niet te zien: {fout}"
    if melding:
        melding += "\nHaal weg wat er nog staat."
        yield Bevinding("Opruimen", "Wat de toets schreef, is weer ingetrokken", melding)


def _live(zender: Zender) -> list[Document]:
    """Of what was delivered, what the manifest does not call withdrawn."""
    geleverd = dict(zender.geleverd)
    emmers = {emmer_van(naam) for naam in geleverd} & zender.digests().keys()
    live = {naam_van(lid) for emmer in emmers for lid in zender.emmer(emmer) if not lid["ingetrokken"]}
    return [document for naam, document in geleverd.items() if naam in live]


def main(argumenten: Sequence[str] | None = None) -> int:
    lezer = argparse.ArgumentParser(
        prog="python3 -m ontvanger.conformiteit",
        description="Toetst een ontvanger aan het contract van Antwoord.",
    )
    lezer.add_argument("adres", help="het adres waar /publicaties en /manifest achter komen")
    lezer.add_argument("geheim", nargs="?", help="whsec_…; anders uit ONTVANGER_GEHEIM")
    keuzes = lezer.parse_args(argumenten)
    geheim = keuzes.geheim or os.environ.get("ONTVANGER_GEHEIM", "")
    if not geheim:
        return _verkeerd("Noem het geheim, of zet ONTVANGER_GEHEIM.")
    kop, goed, fout = "", 0, 0
    try:
        for bevinding in keur(keuzes.adres, geheim):
            if bevinding.kop != kop:
                kop = bevinding.kop
                print(f"\n{kop}")
            _toon(bevinding)
            goed, fout = goed + (not bevinding.melding), fout + bool(bevinding.melding)
    except Verkeerd as verkeerd:
        return _verkeerd(str(verkeerd))
    if goed == 0 and fout == 1:
        print("\nVerder is niets getoetst. Staat de ontvanger aan, en klopt het adres?")
        return 1
    print(
        f"\n{goed} van {AANTAL} punten in orde. Wat een punt vraagt, staat in doelen.md onder dezelfde kop."
    )
    print(NIET_TE_ZIEN)
    return 1 if fout else 0


def _verkeerd(melding: str) -> int:
    print(melding, file=sys.stderr)
    return 2


def _toon(bevinding: Bevinding) -> None:
    print(f"{'FOUT' if bevinding.melding else 'goed'}  {bevinding.punt}", flush=True)
    for regel in bevinding.melding.splitlines():
        print(f"      {regel}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
