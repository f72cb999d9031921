"""`manage.py importeer_upl <csv>`: keep our copy of the national list of product names in step. Safe to repeat."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from redactie.upl.bezwaren import producten_met_vervallen_upn
from redactie.upl.inlezen import lees_in
from redactie.upl.lijst import UplFout, lees_lijst
from redactie.upl.verschil import Soort

MAX_BYTES = 50_000_000


class Command(BaseCommand):
    help = "Leest de landelijke lijst met productnamen (UPL) in, en meldt wat er verandert."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, metavar="csv")
        parser.add_argument("--proef", action="store_true", help="Laat alleen zien wat er zou veranderen.")
        parser.add_argument("--toch", action="store_true", help="Lees ook een lijst in die onvolledig lijkt.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            inhoud = self.lees(options["bestand"])
            lijst = lees_lijst(inhoud, toch=options["toch"])
            veranderingen = lees_in(lijst=lijst, toch=options["toch"], proef=options["proef"])
        except UplFout as fout:
            raad = " Klopt het toch? Gebruik dan --toch." if fout.toch_mag else ""
            raise CommandError(f"{fout} Er is niets gewijzigd.{raad}") from None
        self.stdout.write("Proef: er is niets gewijzigd." if options["proef"] else "De lijst is ingelezen.")
        telling = Counter(verandering.soort for verandering in veranderingen)
        for soort in Soort:
            self.stdout.write(f"  {telling[soort]:>5} {soort.label}")
        bezwaren = producten_met_vervallen_upn()
        if bezwaren:
            self.stdout.write(f"{len(bezwaren)} productnamen bij producten hebben aandacht nodig:")
        for bezwaar in bezwaren:
            self.stdout.write(f"  {bezwaar.sleutel}: {bezwaar.uri} ({bezwaar.reden.label.lower()})")

    def lees(self, bestand: Path) -> bytes:
        try:
            with bestand.open("rb") as stroom:
                inhoud = stroom.read(MAX_BYTES + 1)
        except OSError as fout:
            raise CommandError(f"{bestand} is niet te lezen: {fout.strerror}.") from fout
        if len(inhoud) > MAX_BYTES:
            raise CommandError(f"{bestand} is te groot voor de landelijke lijst.")
        return inhoud
