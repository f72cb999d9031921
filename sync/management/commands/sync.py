"""`manage.py sync`: run the loop that publishes."""

from __future__ import annotations

import signal
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from sync.lus import Lus, wacht_tot_alles_live
from sync.pauzeren import pauzes
from sync.slot import LusLooptAl, alleen

LUS_LOOPT_AL = 3
NIET_OP_TIJD = 4
TE_LAAT = "Niet alles is op tijd live geworden. Bekijk de stand in de redactie onder Publicatie."
GESTOPT = "Gestopt voordat alles live was. Wat nog wacht, gaat live als sync weer draait."


class Command(BaseCommand):
    help = (
        "Publiceert wat de redactie vastlegt naar websites, balie en zoekindex. Draait tot u stopt (Ctrl-C)."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--eenmalig",
            action="store_true",
            help="Stop zodra alles live is wat vóór de start was vastgelegd (via de lopende lus als die er is).",
        )
        parser.add_argument(
            "--geduld", type=float, default=600.0, help="Seconden die --eenmalig hoogstens wacht (600)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        lus = Lus()
        for sein in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sein, lambda *_: lus.stop.set())
        try:
            with alleen():
                if not options["eenmalig"]:
                    self.stdout.write("Sync draait.")
                    lus.draai()
                    self.stdout.write("Sync gestopt.")
                    return
                klaar = wacht_tot_alles_live(lus, geduld=options["geduld"])
        except LusLooptAl:
            if not options["eenmalig"]:
                self.stderr.write("Er draait al een sync op deze database. Stop die eerst.")
                sys.exit(LUS_LOOPT_AL)
            klaar = wacht_tot_alles_live(lus, geduld=options["geduld"], zelf=False)
        if not klaar:
            self.stderr.write(GESTOPT if lus.stop.is_set() else TE_LAAT)
            sys.exit(NIET_OP_TIJD)
        op_pauze = pauzes().in_woorden()
        self.stdout.write(f"Alles is live, behalve wat wacht. {op_pauze}" if op_pauze else "Alles is live.")
