"""`manage.py zoek`: ask as the desk asks, by the desk's own function and in its scope.

For people a table; with `--jsonl` for machines, a line out for each line in (docs/beheer.md). What counts as a good
answer is for whoever calls this.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kennisbank.zoeken import Zoekantwoord, zoek
from redactie import wie
from redactie.bronnen import REGIO
from redactie.keuzes import Productsoort, Status
from search.bereik import balie

TREDEN = {0: "geen treffers", 1: "alle woorden", 2: "de meeste woorden", 3: "een van de woorden"}


class RegelFout(ValueError):
    """A line that is no question; the message is for whoever wrote it."""


class Command(BaseCommand):
    help = "Zoekt zoals de balie zoekt: in één gemeente, of zonder gemeente in wat overal geldt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("vraag", nargs="*", help="De vraag, zoals een medewerker hem typt.")
        parser.add_argument("--gemeente", default="", help="Sleutel van de gemeente; leeg is de regio.")
        parser.add_argument(
            "--typend", action="store_true", help="Het laatste woord mag een half woord zijn."
        )
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help="Lees vragen van de standaardinvoer, één JSON-object per regel, en antwoord per regel.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        bereiken = {REGIO, *(gemeente.slug for gemeente in wie.gemeenten())}
        if options["jsonl"]:
            self._beantwoord(sys.stdin.buffer, bereiken)
            return
        vraag = " ".join(options["vraag"]).strip()
        if not vraag:
            raise CommandError(
                'Geef een vraag, bijvoorbeeld: manage.py zoek --gemeente dordrecht "paspoort".'
            )
        try:
            bereik = _bereik(options["gemeente"], bereiken)
        except RegelFout as fout:
            raise CommandError(str(fout)) from None
        self._toon(zoek(vraag, balie(bereik), typend=options["typend"]))

    def _toon(self, antwoord: Zoekantwoord) -> None:
        if antwoord.op_titel:
            self.stderr.write("De zoekmachine antwoordt niet. Er is alleen op titel gezocht.")
        rijen = [
            (regel.titel, regel.sleutel, Productsoort(regel.productsoort).label, Status(regel.status).label)
            for regel in antwoord.regels
        ]
        for rij in _tabel(("titel", "sleutel", "soort", "status"), rijen) if rijen else ():
            self.stdout.write(rij)
        aantal = f"{len(rijen)} treffer{'' if len(rijen) == 1 else 's'}"
        self.stdout.write(f"{aantal} · {TREDEN[antwoord.trede]} · {antwoord.ms:.0f} ms")

    def _beantwoord(self, regels: Iterable[bytes], bereiken: set[str]) -> None:
        op_titel = False
        for regel in regels:
            if not regel.strip():
                continue
            uit, zonder_motor = _antwoord(regel, bereiken)
            self.stdout.write(json.dumps(uit))
            self.stdout.flush()
            op_titel = op_titel or zonder_motor
        if op_titel:
            self.stderr.write("De zoekmachine antwoordde niet altijd. Er is dan alleen op titel gezocht.")


def _antwoord(regel: bytes, bereiken: set[str]) -> tuple[dict[str, Any], bool]:
    """The answer to one line, and whether the engine was down."""
    id_: Any = None
    try:
        invoer = _lees(regel)
        id_ = invoer.get("id")
        vraag, typend = _vraag(invoer)
        scope = balie(_bereik(invoer.get("gemeente") or "", bereiken))
    except RegelFout as fout:
        return {"id": id_, "fout": str(fout)}, False
    antwoord = zoek(vraag, scope, typend=typend)
    treffers = [{"sleutel": lid.sleutel, "productsoort": lid.productsoort} for lid in antwoord.regels]
    return {
        "id": id_,
        "producten": [lid.sleutel for lid in antwoord.regels if lid.productsoort == Productsoort.PRODUCT],
        "treffers": treffers,
        "trede": antwoord.trede,
        "ms": round(antwoord.ms, 2),
    }, antwoord.op_titel


def _lees(regel: bytes) -> dict[str, Any]:
    try:
        invoer = json.loads(regel.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise RegelFout("Deze regel is geen JSON in UTF-8.") from None
    if not isinstance(invoer, dict):
        raise RegelFout("Deze regel is geen JSON-object.")
    return invoer


def _vraag(invoer: dict[str, Any]) -> tuple[str, bool]:
    vraag, typend = invoer.get("vraag"), invoer.get("typend", False)
    if not isinstance(vraag, str):
        raise RegelFout("“vraag” ontbreekt of is geen tekst.")
    if not isinstance(typend, bool):
        raise RegelFout("“typend” is true of false.")
    return vraag, typend


def _bereik(slug: Any, bereiken: set[str]) -> str:
    if not slug:
        return REGIO
    if not isinstance(slug, str) or slug not in bereiken:
        raise RegelFout(f"“{slug}” is geen gemeente hier. Kies uit: {', '.join(sorted(bereiken))}.")
    return slug


def _tabel(koppen: tuple[str, ...], rijen: list[tuple[str, ...]]) -> list[str]:
    breedten = [max(map(len, kolom)) for kolom in zip(koppen, *rijen, strict=True)]
    lijn = tuple("─" * breedte for breedte in breedten)
    return [
        "  ".join(cel.ljust(breedte) for cel, breedte in zip(rij, breedten, strict=True)).rstrip()
        for rij in (koppen, lijn, *rijen)
    ]
