"""`manage.py ruim_op`: remove versions that are past the term of retention, or say how many there are."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from sync.opruimen import ruim_op, te_ruimen


class Command(BaseCommand):
    help = "Verwijdert versies die langer dan de bewaartermijn geleden zijn vervangen. `sync` doet dit zelf elk uur."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--proef", action="store_true", help="Zeg alleen hoeveel het er zijn.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.ANTWOORD_BEWAAR_DAGEN:
            self.stdout.write("Er is geen bewaartermijn (ANTWOORD_BEWAAR_DAGEN): alles blijft bewaard.")
            return
        termijn = f"De bewaartermijn is {settings.ANTWOORD_BEWAAR_DAGEN} dagen."
        if options["proef"]:
            zou = te_ruimen()
            self.stdout.write(
                f"{termijn} Er zouden {zou.uitgaven} versies en {zou.ontvangsten} bevestigingen weggaan."
            )
            return
        weg = ruim_op()
        self.stdout.write(
            f"{termijn} Verwijderd: {weg.uitgaven} versies, {weg.ontvangsten} bevestigingen en {weg.inhouden} inhouden."
        )
