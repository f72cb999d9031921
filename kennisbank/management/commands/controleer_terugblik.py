"""`manage.py controleer_terugblik`: whether a kept sheet is what it says, and whether the database still says so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kennisbank.terugblik.bewaren import controleer
from sync.models import Inhoud

KLOPT_NIET = 1


class Command(BaseCommand):
    help = (
        "Controleert een bestand van “Wat stond er toen?”: elke digest, de digest over alle samen, en of het systeem "
        "deze inhoud zelf zo bewaart. Code 1: er klopt iets niet."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            oordeel = controleer(options["bestand"].read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as fout:
            raise CommandError(f"Het bestand kan niet worden gelezen: {fout}") from None
        for naam in oordeel.gebroken:
            self.stdout.write(f"KLOPT NIET  {naam}")
        if oordeel.aantal == 0:
            raise CommandError("In dit bestand staat geen bewaarde inhoud. Is het een blad van Antwoord?")
        zelf = Inhoud.objects.filter(pk__in=set(oordeel.hashes)).count()
        goed = oordeel.aantal - len(oordeel.gebroken)
        samen = "klopt" if oordeel.samen_klopt else "KLOPT NIET"
        self.stdout.write(f"{goed} van {oordeel.aantal} inhouden kloppen met hun digest.")
        self.stdout.write(f"Digest over alle samen: {samen} ({oordeel.samen or 'staat er niet in'}).")
        self.stdout.write(f"{zelf} van {len(set(oordeel.hashes))} bewaart dit systeem zelf ook zo.")
        if not oordeel.klopt:
            sys.exit(KLOPT_NIET)
