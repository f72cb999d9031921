"""`manage.py herbouw_index`: ask for a new search index, and watch the running loop make it.

Inserts a target and writes nothing else: the loop fills it while the old index serves, asks the must-win questions,
and switches or does not. Stopping this command stops nothing but the watching.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from sync.generatie import GeenWegTerug, vraag_generatie, vraag_terug
from sync.models import Doel, DoelToestand
from sync.zoekstand import proefstand_van, vulling_van, zoekstand

POLS = 0.2
NIET_OP_TIJD = 4
AFGEKEURD = 5


class Command(BaseCommand):
    help = (
        "Maakt een nieuwe zoekindex terwijl de oude blijft zoeken. De lopende sync vult hem; deze opdracht kijkt mee. "
        "Code 4: nog niet klaar; code 5: afgekeurd op de proefvragen, de oude blijft."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--geduld", type=float, default=3600.0, help="Seconden die hoogstens gewacht wordt (3600)."
        )
        parser.add_argument(
            "--niet-wachten", action="store_true", help="Vraag de index aan en kijk niet mee."
        )
        parser.add_argument(
            "--zonder-proef",
            action="store_true",
            help="Neem de nieuwe in gebruik, wat de proefvragen ook geven.",
        )
        parser.add_argument(
            "--terug", action="store_true", help="Ga terug naar de vorige index, die een dag bewaard blijft."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        doel = self._vraag(options)
        if not zoekstand(bereiken=()).sync_draait:
            self.stderr.write(
                "De sync draait niet. De index wordt gemaakt zodra u hem start: manage.py sync."
            )
        if options["niet_wachten"]:
            return
        self._kijk_mee(doel, time.monotonic() + options["geduld"])

    def _vraag(self, options: dict[str, Any]) -> Doel:
        if options["terug"]:
            try:
                doel = vraag_terug()
            except GeenWegTerug as fout:
                raise CommandError(str(fout)) from None
            self.stdout.write(f"Terug naar generatie {doel.generatie}.")
            return doel
        doel, nieuw = vraag_generatie(aanleiding="Aangevraagd", zonder_proef=options["zonder_proef"])
        wat = "is aangevraagd" if nieuw else "wordt al gemaakt"
        self.stdout.write(f"Generatie {doel.generatie} {wat}.")
        return doel

    def _kijk_mee(self, doel: Doel, einde: float) -> None:
        """Until the generation serves or never will; the bar counts what it has acknowledged."""
        with tqdm(desc="Vullen", unit=" documenten", file=self.stderr, dynamic_ncols=True) as balk:
            while time.monotonic() < einde:
                nu = Doel.objects.filter(pk=doel.pk).first()
                if nu is None or nu.toestand != DoelToestand.VULLEN:
                    break
                self._toon(balk, nu)
                time.sleep(POLS)
            else:
                nu = Doel.objects.filter(pk=doel.pk).first()
            if nu is not None and nu.toestand in (DoelToestand.VULLEN, DoelToestand.ACTIEF):
                self._toon(balk, nu)
        self._besluit(nu)

    def _toon(self, balk: tqdm, doel: Doel) -> None:
        vulling = vulling_van(doel)
        assert vulling is not None
        balk.total = vulling.totaal
        balk.update(vulling.gereed - balk.n)
        if vulling.gereed == vulling.totaal:
            balk.set_postfix_str("proefvragen")
        elif vulling.fout:
            balk.set_postfix_str(vulling.fout[:60])

    def _besluit(self, doel: Doel | None) -> None:
        if doel is None or doel.toestand == DoelToestand.GESTOPT:
            raise CommandError(
                "Deze generatie is gestopt. Bekijk het logboek van de sync en manage.py zoek_status."
            )
        if doel.toestand == DoelToestand.VULLEN:
            self.stderr.write(f"Nog niet klaar. De sync gaat door. {doel.laatste_fout}".rstrip())
            sys.exit(NIET_OP_TIJD)
        if doel.toestand == DoelToestand.AFGEKEURD:
            self.stderr.write(doel.laatste_fout)
            for misser in proefstand_van(doel).missers:
                if misser["verloren"]:
                    self.stderr.write(
                        f"- {misser['bereik']}: “{misser['vraag']}” gaf {misser['gevonden'] or 'niets'}, hoort "
                        f"{misser['verwacht']} te zijn"
                    )
            self.stderr.write("Toch in gebruik nemen? manage.py herbouw_index --zonder-proef")
            sys.exit(AFGEKEURD)
        proef = f" {doel.proef['goed']} van {doel.proef['gesteld']} proefvragen goed." if doel.proef else ""
        self.stdout.write(f"Generatie {doel.generatie} is nu in gebruik.{proef}")
