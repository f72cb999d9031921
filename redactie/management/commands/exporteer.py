"""`manage.py exporteer <map of zip>`: everything published and planned, in the import format."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from redactie.invoer.documenten import Soort
from redactie.uitvoer.bestemming import BestemmingFout
from redactie.uitvoer.exporteren import exporteer


class Command(BaseCommand):
    help = "Schrijft wat er gepubliceerd en gepland is naar een map, of naar een bestand dat op .zip eindigt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("doel", type=Path, metavar="map of zip")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            bundel, bezwaren = exporteer(options["doel"], nu=timezone.now())
        except BestemmingFout as fout:
            raise CommandError(str(fout)) from None
        except OSError as fout:
            raise CommandError(f"Schrijven naar {options['doel']} lukt niet: {fout.strerror}.") from fout
        for bezwaar in bezwaren:
            self.stderr.write(f"Let op, dit is zo niet opnieuw in te lezen: {bezwaar}")
        for soort in Soort:
            if bundel.van(soort):
                self.stdout.write(f"  {soort.label:<16}{len(bundel.van(soort))}")
        self.stdout.write(f"Geschreven naar {options['doel']}.")
