"""The age of the index, as the desk says it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kennisbank.balie.publicaties import leeftijd_van_de_index
from kennisbank.balie.resultaten import leeftijd_in_woorden
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Syncstand
from tests.kennisbank.uitgave import geef_uit


@pytest.mark.parametrize(
    ("seconden", "woorden"),
    [
        (None, "leeftijd van de index onbekend"),
        (0.4, "index 0 s oud"),
        (59.4, "index 59 s oud"),
        (61, "index 1 min oud"),
        (3600, "index 1 uur oud"),
        (200_000, "index 2 dagen oud"),
    ],
)
def test_leeftijd_in_woorden(seconden: float | None, woorden: str) -> None:
    assert leeftijd_in_woorden(seconden) == woorden


@pytest.mark.django_db
def test_de_index_is_zo_oud_als_het_laatste_teken_van_de_sync() -> None:
    assert leeftijd_van_de_index() is None
    Syncstand.klop(op=timezone.now() - timedelta(seconds=5))
    assert leeftijd_van_de_index() == pytest.approx(5, abs=2)


@pytest.mark.django_db
def test_een_wijziging_die_wacht_maakt_de_index_ouder() -> None:
    Syncstand.klop(op=timezone.now())
    doel = Doel.objects.create(naam="index g1", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)
    Levering.objects.create(
        doel=doel,
        publicatie=geef_uit("sliedrecht", "paspoort", "Paspoort"),
        gewenst=1,
        toestand=LeveringToestand.WACHT,
        wacht_sinds=timezone.now() - timedelta(minutes=3),
    )
    assert leeftijd_van_de_index() == pytest.approx(180, abs=2)
    Levering.objects.update(toestand=LeveringToestand.BEVESTIGD)
    assert leeftijd_van_de_index() == pytest.approx(0, abs=2)
