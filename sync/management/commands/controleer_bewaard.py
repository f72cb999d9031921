"""`manage.py controleer_bewaard`: is what was delivered kept as it was, and does it come of the sources kept beside?"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Max, Min
from tqdm import tqdm

from sync.canoniek import hash_van
from sync.models import VOOR_LEZERS, Ontvangst
from sync.nagemaakt import maak_na
from sync.verleden import uitgave_bij

NIET_GOED = 1


class Command(BaseCommand):
    help = (
        "Neemt een steekproef van wat doelen ooit bevestigden. Controleert of de tekst byte voor byte bewaard is, en "
        "maakt haar opnieuw van de bewaarde bronnen. Code 1: er klopt iets niet."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--aantal", type=int, default=100, help="Hoe groot de steekproef is (100).")

    def handle(self, *args: Any, **options: Any) -> None:
        uitslagen = Counter(
            uitslag(rij)
            for rij in tqdm(list(steekproef(options["aantal"])), file=self.stderr, unit=" teksten")
        )
        for (goed, woorden), aantal in sorted(uitslagen.items(), reverse=True):
            self.stdout.write(f"{'' if goed else '! '}{aantal} {woorden}")
        if not uitslagen:
            self.stdout.write("Er is nog niets geleverd.")
        if not all(goed for goed, _ in uitslagen):
            sys.exit(NIET_GOED)


def steekproef(aantal: int) -> Iterator[Ontvangst]:
    """So many receipts by chance, spread over all that there are; one may come twice."""
    rijen = Ontvangst.objects.filter(publicatie__documentsoort__in=VOOR_LEZERS).exclude(hash="")
    grenzen = rijen.aggregate(eerste=Min("pk"), laatste=Max("pk"))
    if grenzen["eerste"] is None:
        return
    for _ in range(aantal):
        vanaf = random.randint(grenzen["eerste"], grenzen["laatste"])  # noqa: S311  no secret
        yield rijen.filter(pk__gte=vanaf).order_by("pk")[0]


def uitslag(rij: Ontvangst) -> tuple[bool, str]:
    """Whether all is well with what was delivered here, and what to say of it."""
    uitgave = uitgave_bij(rij)
    if uitgave is None:
        return True, "zijn voorbij de bewaartermijn"
    inhoud = next(
        (lid for lid in (uitgave.inhoud, uitgave.publieke_inhoud) if lid is not None and lid.pk == rij.hash),
        None,
    )
    if inhoud is None or hash_van(inhoud.json) != rij.hash:
        return False, "zijn niet bewaard zoals zij geleverd werden"
    nagemaakt = maak_na(uitgave)
    if nagemaakt.json is None:
        return True, f"zijn bewaard, en niet opnieuw te maken: {nagemaakt.waarom}"
    if not nagemaakt.gelijk:
        return False, "zijn bewaard, en van hun bronnen komt nu een andere tekst"
    return True, "zijn bewaard en komen gelijk uit hun bronnen"
