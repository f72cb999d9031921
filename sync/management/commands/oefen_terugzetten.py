"""`manage.py oefen_terugzetten`: put a back-up back in a database of its own, and see that everything comes out right.

The restore drill of docs/terugzetten.md. The real database is only read; the copy delivers to nobody outside.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from sync.oefening import Mislukt, Oefening, stand_van_hier, verschillen

NIET_GOED = 1


class Command(BaseCommand):
    help = (
        "Oefent het terugzetten van een back-up in een eigen database en map: maken, terugzetten, tijdvak verhogen, "
        "alles opnieuw publiceren, vergelijken. Code 1: er was een verschil of een stap mislukte."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--geduld", type=float, default=3600.0, help="Seconden die een stap hoogstens duurt (3600)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        voor = stand_van_hier()
        try:
            with Oefening(options["geduld"]) as oefening:
                with self._stap("Back-up maken"):
                    oefening.maak_backup()
                with self._stap("Terugzetten in een eigen database"):
                    oefening.zet_terug()
                with self._stap("Database bijwerken"):
                    oefening.voer_uit("migrate", "--no-input")
                with self._stap("Doelen buiten op pauze"):
                    oefening.pauzeer_doelen()
                with self._stap("Tijdvak verhogen"):
                    oefening.voer_uit("zet_epoch")
                with self._stap("Alles publiceren en de index maken"):
                    oefening.voer_uit("sync", "--eenmalig", "--geduld", str(options["geduld"]))
                na = oefening.stand()
        except Mislukt as fout:
            raise CommandError(f"De oefening is niet gelukt. {fout}") from None
        gevonden = verschillen(voor, na)
        for verschil in gevonden:
            self.stdout.write(f"! {verschil}")
        if gevonden:
            sys.exit(NIET_GOED)
        self.stdout.write(f"De back-up is bruikbaar: {len(na)} publicaties, met dezelfde inhoud.")

    @contextmanager
    def _stap(self, naam: str) -> Iterator[None]:
        self.stdout.write(f"{naam} …")
        begin = time.monotonic()
        yield
        self.stdout.write(f"  klaar na {time.monotonic() - begin:.1f} s")
