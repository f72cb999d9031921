"""A municipality whose publications changed twice: on 2, 10 and 20 November 2026, by the real planner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from redactie.keuzes import Aangeboden
from redactie.models import Mededeling
from redactie.veld import Veld
from sync.adem import Adem
from sync.models import Ontvangst, Publicatie
from sync.plannen import verwerk_alles
from tests import factories as f

BEGIN = datetime(2026, 11, 2, 9, tzinfo=UTC)
ANDERS = datetime(2026, 11, 10, 9, tzinfo=UTC)
WEG = datetime(2026, 11, 20, 9, tzinfo=UTC)
NU = datetime(2026, 11, 23, 9, tzinfo=UTC)


def plan_alles() -> None:
    verwerk_alles(Adem(rust=False))


def bevestig(doel: str) -> None:
    """A target acknowledges everything as it is now."""
    for rij in Publicatie.objects.all():
        Ontvangst.objects.create(
            doel_naam=doel, publicatie=rij, versie=rij.versie, hash=rij.hash, op=timezone.now()
        )


@dataclass
class Verhaal:
    sliedrecht: Any
    dordrecht: Any
    redacteur: Any


@pytest.fixture
def verhaal(db: None) -> Iterator[Verhaal]:
    """Sliedrecht gets own costs on the 10th and offers it no longer on the 20th; a target took only the first."""
    with time_machine.travel(BEGIN, tick=False) as klok:
        f.RegioFactory()
        sliedrecht, dordrecht = (f.GemeenteFactory(slug=slug) for slug in ("sliedrecht", "dordrecht"))
        naam = {"first_name": "Rachida", "last_name": "de Vries"}
        redacteur = f.GebruikerFactory(rol="redacteur", gemeente=sliedrecht, **naam)
        product = f.ProductFactory(sleutel="paspoort", gepubliceerd=True)
        f.MededelingFactory(sleutel="dicht", gemeenten=[sliedrecht], tekst="Maandag is er geen loket.")
        locatie = f.LocatieFactory(gemeente=sliedrecht, naam="Raadhuis")
        f.OpeningstijdFactory(locatie=locatie, van=time(9), tot=time(12, 30))
        plan_alles()
        bevestig("een doel")
        klok.move_to(ANDERS)
        Mededeling.objects.get(sleutel="dicht").delete()
        eigen = {Veld.KOSTEN: "Bij ons alleen met pin."}
        versie = f.LokaleVersieFactory(product=product, gemeente=sliedrecht, wijkt_af=eigen)
        versie = f.publiceer(versie, door=redacteur)
        plan_alles()
        klok.move_to(WEG)
        versie.aangeboden, versie.toelichting = Aangeboden.NEE, "Sliedrecht doet dit niet meer."
        f.publiceer(versie, door=redacteur)
        plan_alles()
        klok.move_to(NU)
        yield Verhaal(sliedrecht, dordrecht, redacteur)
