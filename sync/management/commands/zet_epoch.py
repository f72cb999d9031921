"""`manage.py zet_epoch`: after an older database was put back, issue everything above all versions there ever were."""

from __future__ import annotations

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from redactie.klok import nu_van_de_database
from sync.adem import Adem
from sync.models import Syncstand
from sync.tijdvak import geef_opnieuw_uit, hervat, nog_te_doen, verhoog

NIET_AF = 4
GEDULD = 60.0
"""Seconds that nothing moves, because another process holds the rest, before this gives up."""


class Command(BaseCommand):
    help = (
        "Verhoogt het tijdvak na het terugzetten van een oudere database, geeft alles opnieuw uit met hogere versies "
        "en laat doelen weer lopen die voorliepen. Afgebroken? Voer het nog eens uit: het gaat verder. Code 4: niet af."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--naar", type=int, help="Het nieuwe tijdvak; anders één hoger dan nu.")
        parser.add_argument("--toch", action="store_true", help="Verhoog ook als het vorige nog niet af is.")

    def handle(self, *args: Any, **options: Any) -> None:
        rest = nog_te_doen()
        if rest and not options["toch"]:
            epoch = Syncstand.haal().epoch
            self.stdout.write(f"Tijdvak {epoch} was nog niet af: {rest} publicaties. Dat gaat nu verder.")
        else:
            try:
                epoch = verhoog(naar=options["naar"])
            except (ValueError, OverflowError) as fout:
                raise CommandError(str(fout)) from None
            self.stdout.write(f"Het tijdvak is nu {epoch}.")
        if not self._geef_alles_uit():
            self.stderr.write("Niet alles is opnieuw uitgegeven. Voer deze opdracht nog eens uit.")
            sys.exit(NIET_AF)
        aantal = hervat()
        self.stdout.write(
            f"Alles is opnieuw uitgegeven; {aantal} doelen lopen weer. De sync levert het nu af: manage.py sync_status."
        )

    def _geef_alles_uit(self) -> bool:
        adem, stil_sinds = Adem(), time.monotonic()
        with tqdm(total=nog_te_doen(), unit=" publicaties", file=self.stderr, dynamic_ncols=True) as balk:
            while nog_te_doen():
                gedaan = geef_opnieuw_uit(adem, nu_van_de_database())
                balk.update(gedaan)
                if gedaan:
                    stil_sinds = time.monotonic()
                elif time.monotonic() - stil_sinds > GEDULD:
                    return False
                else:
                    time.sleep(0.2)
        return True
