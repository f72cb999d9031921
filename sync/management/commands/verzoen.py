"""`manage.py verzoen`: is everything what it should be, here and at every target? Says so, and repairs it if asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from redactie.bronnen import REGIO
from redactie.models import Gemeente
from sync.aftellen import kijk_mee, wachtend
from sync.meting import meet
from sync.models import Doel
from sync.nazien import ANDERS, ONBEKEND
from sync.pauzeren import pauzes
from sync.verzoenen import Bevinding, Plaats, na_te_komen, plaatsen

VERSCHIL, NIET_GEVRAAGD = 1, 2
GETOOND = 10
WOORD = {ANDERS: "anders", ONBEKEND: "wees"}


class Command(BaseCommand):
    help = (
        "Vergelijkt wat gepubliceerd is met de bronnen, en elk doel met wat het hoort te hebben. Zonder --herstel "
        "verandert er niets. Code 0: alles is gelijk; code 1: er zijn verschillen; code 2: iets was niet te vragen."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--herstel", action="store_true", help="Laat de sync herstellen wat anders is.")
        wat = parser.add_mutually_exclusive_group()
        wat.add_argument("--doel", default="", help="Alleen het doel met deze naam.")
        wat.add_argument("--gemeente", default="", help="Alleen wat van deze gemeente is.")
        parser.add_argument(
            "--akkoord", type=int, help="Zoveel documenten mogen weg: het aantal dat deze opdracht noemde."
        )
        parser.add_argument(
            "--geduld", type=float, default=600.0, help="Seconden die hoogstens gewacht wordt (600)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        bereik, doel = self._gemeente(options["gemeente"]), self._doel(options["doel"])
        waar = plaatsen(bereik=bereik, doel=doel)
        bevindingen = self._kijk(waar)
        self._zeg(bevindingen)
        anders = not all(bevinding.gelijk or bevinding.fout for bevinding in bevindingen)
        if options["herstel"] and anders:
            self._herstel(waar, bevindingen, options["akkoord"])
            if kijk_mee(options["geduld"], self.stderr, lambda: wachtend() + na_te_komen(waar)):
                self.stdout.write("\nNa het herstel:")
            else:
                self.stderr.write("Nog niet klaar. De sync gaat door. De stand tot nu toe:")
            # Another generation of the index may serve by now.
            bevindingen = self._kijk(plaatsen(bereik=bereik, doel=doel))
            self._zeg(bevindingen)
        elif anders:
            self.stdout.write("Herstellen? manage.py verzoen --herstel")
        if any(bevinding.fout for bevinding in bevindingen):
            sys.exit(NIET_GEVRAAGD)
        if not all(bevinding.gelijk for bevinding in bevindingen):
            sys.exit(VERSCHIL)

    def _gemeente(self, slug: str) -> str:
        if slug and slug != REGIO and not Gemeente.objects.filter(slug=slug).exists():
            raise CommandError(f"Er is geen gemeente met de sleutel “{slug}”.")
        return slug

    def _doel(self, naam: str) -> Doel | None:
        if not naam:
            return None
        doel = Doel.objects.filter(naam=naam).first()
        if doel is None:
            namen = ", ".join(f"“{lid}”" for lid in Doel.objects.values_list("naam", flat=True))
            raise CommandError(f"Er is geen doel met de naam “{naam}”. De doelen zijn: {namen or 'geen'}.")
        return doel

    def _kijk(self, waar: Sequence[Plaats]) -> list[Bevinding]:
        stappen = sum(plaats.stappen for plaats in waar)
        with tqdm(total=stappen, desc="Vergelijken", file=self.stderr, dynamic_ncols=True) as balk:
            return [plaats.kijk(balk.update) for plaats in waar]

    def _zeg(self, bevindingen: Sequence[Bevinding]) -> None:
        for bevinding in bevindingen:
            for regel in regels(bevinding):
                self.stdout.write(regel)
        if all(bevinding.gelijk for bevinding in bevindingen):
            self.stdout.write("Alles is gelijk.")
        if op_pauze := pauzes().in_woorden():
            self.stdout.write(f"{op_pauze} Wat daarop wacht, is niet vergeleken.")

    def _herstel(self, waar: Sequence[Plaats], bevindingen: Sequence[Bevinding], akkoord: int | None) -> None:
        te_veel = sum(bevinding.te_veel for bevinding in bevindingen)
        mag = te_veel == 0 or akkoord == te_veel
        if not mag:
            self.stderr.write(
                f"Er zouden {te_veel} documenten weggaan. Dat doet deze opdracht niet vanzelf. Bekijk de lijst, en "
                f"geef --akkoord {te_veel} mee als zij weg mogen. Al het andere wordt wel hersteld."
            )
        for plaats, bevinding in zip(waar, bevindingen, strict=True):
            if bevinding.gevonden and (klacht := plaats.herstel(alles_mag_weg=mag or not bevinding.te_veel)):
                self.stderr.write(klacht)
        if not meet().draait:
            self.stderr.write("De sync draait niet. Er wordt hersteld zodra u hem start: manage.py sync.")


def regels(bevinding: Bevinding) -> Iterator[str]:
    """What was found at one place, in Dutch."""
    if bevinding.fout:
        yield f"{bevinding.plaats}: kon niet gevraagd worden: {bevinding.fout}"
        return
    aantal = sum(map(len, bevinding.gevonden.values()))
    uitslag = f"{aantal} anders dan het hoort" if aantal else "gelijk"
    wacht = f", {bevinding.wacht} wachten op de sync" if bevinding.wacht else ""
    geweigerd = f", {bevinding.geweigerd} geweigerd" if bevinding.geweigerd else ""
    yield f"{bevinding.plaats}: {bevinding.vergeleken} vergeleken, {uitslag}{wacht}{geweigerd}"
    for soort, namen in sorted(bevinding.gevonden.items()):
        rest = f" en nog {len(namen) - GETOOND}" if len(namen) > GETOOND else ""
        yield f"  {WOORD.get(soort, soort)}: {len(namen)}, {', '.join(namen[:GETOOND])}{rest}"
