"""Holding what would be published, for one municipality or for everything, and letting it go again.

A pause is of new versions: nothing new is made, so websites, search and every target stay as they are. What was made
before it is still brought. Taking away goes on: a text that may not be there cannot wait for a pause to end
(`plannen.py` lets those through), and neither can the measurement of the chain, which no reader sees. What changes
meanwhile is looked at and left; whatever was paused is looked at anew as a whole when it goes on. A pause of one target
is its state (`doelbeheer.py`).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from redactie.bronnen import REGIO
from redactie.models import Gemeente, Wijziging, WijzigingSoort
from sync.models import Pauze

logger = logging.getLogger(__name__)
ALLES = ""


class PauzeFout(Exception):
    """This cannot be paused; a Dutch sentence for the administrator."""


@dataclass(frozen=True, slots=True)
class Pauzes:
    """What is paused now, by bereik."""

    per_bereik: Mapping[str, Pauze]

    @property
    def alles(self) -> Pauze | None:
        return self.per_bereik.get(ALLES)

    def van(self, bereik: str) -> Pauze | None:
        return self.alles or self.per_bereik.get(bereik)

    def in_woorden(self) -> str:
        """For who asked to bring everything live, in a terminal; empty when nothing is paused."""
        if not self.per_bereik:
            return ""
        welke = ", ".join(f"{pauze} ({pauze.reden})" for pauze in self.per_bereik.values())
        return f"Op pauze: {welke}. Daar gaat niets nieuws live tot een beheerder hervat."


def pauzes() -> Pauzes:
    """1 query."""
    return Pauzes({pauze.bereik: pauze for pauze in Pauze.objects.all()})


def pauzeer(*, bereik: str, reden: str, door: str, nu: datetime | None = None) -> Pauze:
    """`bereik` empty: everything."""
    if bereik not in (ALLES, REGIO) and not Gemeente.objects.filter(slug=bereik).exists():
        raise PauzeFout("Deze gemeente is er niet.")
    try:
        with transaction.atomic():
            pauze = Pauze.objects.create(bereik=bereik, reden=reden, door=door, sinds=nu or timezone.now())
    except IntegrityError as fout:
        raise PauzeFout("Dit staat al op pauze.") from fout
    logger.warning("publicatie van %s gepauzeerd door %s", pauze, door)
    return pauze


def hervat(*, bereik: str, door: str) -> None:
    """In one transaction: it is paused no longer, and everything of it is looked at again."""
    with transaction.atomic():
        weg, _ = Pauze.objects.filter(bereik=bereik).delete()
        if not weg:
            raise PauzeFout("Dit staat niet meer op pauze.")
        # '' is every municipality to the planner as well.
        Wijziging.objects.create(soort=WijzigingSoort.GEMEENTE, gemeente=bereik)
        Wijziging.objects.create(soort=WijzigingSoort.ALLES, gemeente=bereik)
    logger.warning("publicatie van %s hervat door %s", bereik or "alles", door)
