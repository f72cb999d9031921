"""`manage.py importeer <map of zip>`: bring a region in, or bring it up to date.

Reads and checks everything before it writes anything. What it writes, it writes per document in small transactions,
so that editors can go on working; after a run that was broken off, the same command writes the rest.
"""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from redactie.invoer.fouten import InvoerFout
from redactie.invoer.importeren import Voorbereid, bereid_voor, importeer


class Command(BaseCommand):
    help = "Leest een regio in uit een map of zipbestand. Met één fout erin wordt er niets geschreven."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bron", type=Path, metavar="map of zip")
        parser.add_argument("--proef", action="store_true", help="Laat alleen zien wat er zou veranderen.")
        parser.add_argument(
            "--concept", action="store_true", help="Zet producten en lokale versies klaar als concept."
        )
        parser.add_argument(
            "--verwijder", action="store_true", help="Verwijder wat er wel is, maar in geen bestand staat."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["concept"] and options["verwijder"]:
            raise CommandError("--concept en --verwijder gaan niet samen: verwijderen kan niet als concept.")
        try:
            voorbereid = bereid_voor(
                options["bron"],
                nu=timezone.now(),
                concept=options["concept"],
                verwijder=options["verwijder"],
            )
        except InvoerFout as fout:
            aantal = len(fout.meldingen)
            raise CommandError(
                f"{fout}\n{aantal} fout{'en' if aantal > 1 else ''}. Er is niets geschreven."
            ) from None
        for waarschuwing in voorbereid.waarschuwingen:
            self.stderr.write(f"Let op: {waarschuwing}")
        if not options["proef"]:
            with stil(), tqdm(total=voorbereid.plan.omvang, unit=" stuks", disable=None) as balk:
                importeer(voorbereid, klaar=balk.update)
        self.toon(voorbereid, options["proef"])

    def toon(self, voorbereid: Voorbereid, proef: bool) -> None:
        self.stdout.write("Proef: er is niets geschreven. Dit zou er veranderen:" if proef else "Klaar.")
        for soort, verschil in voorbereid.plan:
            aantallen = {
                "nieuw": len(verschil.nieuw),
                "gewijzigd": len(verschil.gewijzigd),
                "ongewijzigd": len(verschil.ongewijzigd),
                "verwijderd": len(verschil.verwijderd),
            }
            if any(aantallen.values()):
                telling = ", ".join(f"{aantal} {wat}" for wat, aantal in aantallen.items() if aantal)
                self.stdout.write(f"  {soort.label:<16}{telling}")


@contextmanager
def stil() -> Iterator[None]:
    """Wagtail logs a line for each revision; a progress bar says it better."""
    logger = logging.getLogger("wagtail")
    niveau = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(niveau)
