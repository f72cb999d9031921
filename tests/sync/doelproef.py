"""What tests of targets outside the house share: targets at receivers on loopback, and what those hold."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from deploy.ontvanger.ontvanger import Ontvanger
from sync.bezorgen import lever_ronde
from sync.doelbeheer import maak_doel
from sync.models import Doel, Levering, LeveringToestand
from tests.factories import publiceer
from tests.sync.conftest import ADEM, plan_alles


def doel_voor(bereik: str, adres: str, geheim: str, naam: str = "") -> Doel:
    return maak_doel(naam=naam or f"website {bereik}", bereik=bereik, adres=adres, geheim=geheim)


def staat(ontvanger: Ontvanger) -> dict[str, tuple[int, str]]:
    """soort/sleutel → (version, hash)."""
    return {
        f"{soort}/{sleutel}": (versie, hash_)
        for _, soort, sleutel, versie, hash_ in ontvanger.opslag.regels()
    }


def wijzig(product, termijn: str) -> None:
    product.termijn = termijn
    publiceer(product)
    plan_alles()


def levering(sleutel: str = "paspoort") -> Levering:
    """Of the one target that wants this product."""
    return Levering.objects.get(publicatie__sleutel=sleutel)


def bezorg_alles(rondes: int = 20) -> None:
    """Rounds until nothing waits; a target that rests is tried at once."""
    for _ in range(rondes):
        Doel.objects.update(weer_op=None)
        Levering.objects.filter(toestand=LeveringToestand.WACHT).update(volgende_op=None)
        lever_ronde(ADEM)
        if not Levering.objects.filter(toestand=LeveringToestand.WACHT).exists():
            return


def zie_na_en_herstel() -> None:
    """One cycle: compare every target now, and bring what was found missing."""
    Doel.objects.update(nazien_op=timezone.now() - timedelta(seconds=1))
    lever_ronde(ADEM)
    bezorg_alles()
