"""A region of two municipalities, and a loop that does not rest."""

from __future__ import annotations

from datetime import datetime

import pytest

from redactie.models import Wijziging
from sync.adem import Adem
from sync.models import Publicatie
from sync.plannen import verwerk_alles
from tests.factories import GemeenteFactory, RegioFactory


@pytest.fixture
def sliedrecht(db):
    return GemeenteFactory(slug="sliedrecht")


@pytest.fixture
def dordrecht(db):
    return GemeenteFactory(slug="dordrecht")


@pytest.fixture
def regio(sliedrecht, dordrecht):
    """The region with both municipalities, everything planned."""
    regio = RegioFactory()
    plan_alles()
    return regio


def plan_alles(op: datetime | None = None) -> int:
    return verwerk_alles(Adem(rust=False), op=op)


def publicatie(bereik: str, sleutel: str) -> Publicatie:
    return Publicatie.objects.get(bereik=bereik, sleutel=sleutel)


def veld_tekst(bereik: str, sleutel: str, veld: str) -> str:
    """The public plain text of a field as it is published now."""
    inhoud = publicatie(bereik, sleutel).publieke_inhoud.als_dict()["talen"]["nl"]
    return next((lid["tekst"] for lid in inhoud["velden"] if lid["veld"] == veld), "")


def open_wijzigingen() -> list[tuple[str, str, str]]:
    return list(Wijziging.objects.values_list("soort", "sleutel", "gemeente"))
