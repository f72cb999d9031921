"""`manage.py opnieuw gemeente sliedrecht`: plan and offer again, and watch the running loop do it."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from redactie.klok import nu_van_de_database
from sync.aftellen import kijk_mee
from sync.meting import meet
from sync.opnieuw import Onbekend, StaatStil, doel_opnieuw, gemeente_opnieuw, product_opnieuw
from sync.pauzeren import pauzes

NIET_OP_TIJD = 4
WERK = {"gemeente": gemeente_opnieuw, "product": product_opnieuw, "doel": doel_opnieuw}


class Command(BaseCommand):
    help = (
        "Verwerkt een gemeente of product opnieuw en biedt het opnieuw aan, of biedt een doel alles opnieuw aan. De "
        "lopende sync doet het werk; deze opdracht kijkt mee. Code 4: nog niet klaar."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("wat", choices=sorted(WERK))
        parser.add_argument("naam", help="Sleutel van de gemeente of het product, of naam van het doel.")
        parser.add_argument(
            "--geduld", type=float, default=600.0, help="Seconden die hoogstens gewacht wordt (600)."
        )
        parser.add_argument("--niet-wachten", action="store_true", help="Vraag het en kijk niet mee.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            aantal = WERK[options["wat"]](options["naam"], nu_van_de_database())
        except (Onbekend, StaatStil) as fout:
            raise CommandError(str(fout)) from None
        self.stdout.write(f"{aantal} documenten worden opnieuw aangeboden.")
        if op_pauze := pauzes().in_woorden():
            self.stderr.write(op_pauze)
        if not meet().draait:
            self.stderr.write("De sync draait niet. Het gebeurt zodra u hem start: manage.py sync.")
        if options["niet_wachten"]:
            return
        if not kijk_mee(options["geduld"], self.stderr):
            self.stderr.write("Nog niet klaar. De sync gaat door; zie manage.py sync_status.")
            sys.exit(NIET_OP_TIJD)
        self.stdout.write("Klaar.")
