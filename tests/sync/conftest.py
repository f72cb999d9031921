"""A loop that does not rest, and what it has made."""

from __future__ import annotations

from datetime import datetime

from redactie.models import Wijziging
from sync.adem import Adem
from sync.bezorgen import lever_ronde
from sync.generatie import zorg_voor_index
from sync.models import Doel, DoelSoort, DoelToestand, Publicatie
from sync.plannen import verwerk_alles
from sync.wisselen import wissel_index


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


ADEM = Adem(rust=False)


def ronde() -> None:
    """One round of the loop, as far as the index is concerned, and everything it delivers."""
    plan_alles()
    zorg_voor_index()
    while lever_ronde(Adem(rust=False)):
        pass
    wissel_index()


def actief() -> Doel:
    return Doel.objects.get(soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)
