"""A loop that does not rest, and what it has made."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import timezone

from redactie.models import Wijziging
from sync.adem import Adem
from sync.bezorgen import lever_ronde
from sync.doelbeheer import maak_doel
from sync.generatie import zorg_voor_index
from sync.models import (
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Ontvangst,
    Publicatie,
    Syncstand,
)
from sync.plannen import verwerk_alles
from sync.wisselen import wissel_index
from tests.factories import ProductFactory
from tests.ontvangers import nieuw_geheim

ADEM = Adem(rust=False)  # no rest between two rounds


def plan_alles(op: datetime | None = None) -> int:
    return verwerk_alles(ADEM, op=op)


def publicatie(bereik: str, sleutel: str) -> Publicatie:
    return Publicatie.objects.get(bereik=bereik, sleutel=sleutel)


def veld_tekst(bereik: str, sleutel: str, veld: str) -> str:
    """The public plain text of a field as it is published now."""
    inhoud = publicatie(bereik, sleutel).publieke_inhoud.als_dict()["talen"]["nl"]
    return next((lid["tekst"] for lid in inhoud["velden"] if lid["veld"] == veld), "")


def open_wijzigingen() -> list[tuple[str, str, str]]:
    return list(Wijziging.objects.values_list("soort", "sleutel", "gemeente"))


def ronde() -> None:
    """One round of the loop, as far as the index is concerned, and everything it delivers."""
    plan_alles()
    zorg_voor_index()
    while lever_ronde(ADEM):
        pass
    wissel_index()


def actief() -> Doel:
    return Doel.objects.get(soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)


def bevestig(**waar: object) -> None:
    """As if the targets took what waits for them, this moment."""
    nu = timezone.now()
    wacht = Levering.objects.filter(**waar).exclude(toestand=LeveringToestand.BEVESTIGD)
    for rij in wacht.select_related("doel"):
        Levering.objects.filter(pk=rij.pk).update(
            toestand=LeveringToestand.BEVESTIGD, bevestigd=rij.gewenst, bevestigd_op=nu, wacht_sinds=None
        )
        Ontvangst.objects.create(
            doel_naam=rij.doel.naam, publicatie_id=rij.publicatie_id, versie=rij.gewenst, op=nu
        )


@pytest.fixture
def website(regio) -> Doel:
    """Everything live: two municipalities and the region, an index, and a supplier's website for Sliedrecht."""
    Doel.objects.create(naam="index g1", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)
    ProductFactory(sleutel="paspoort", titel="Paspoort aanvragen", gepubliceerd=True)
    plan_alles()
    doel = maak_doel(
        naam="Website Sliedrecht", bereik="sliedrecht", adres="https://site.example", geheim=nieuw_geheim()
    )
    bevestig()
    Syncstand.klop(op=timezone.now())
    return doel
