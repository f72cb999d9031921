"""What is past its time goes by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from kennisbank.models import GelezenMededeling
from kennisbank.nevenwerk import vergeet_alles
from tests.factories import GebruikerFactory
from tests.kennisbank.uitgave import geef_gemeente_uit

pytestmark = pytest.mark.django_db


def test_verlopen_sessies_en_gelezen_mededelingen_die_weg_zijn_worden_verwijderd() -> None:
    nu = timezone.now()
    for sleutel, verloopt in (("oud", nu - timedelta(seconds=1)), ("nieuw", nu + timedelta(days=1))):
        Session.objects.create(session_key=sleutel, session_data="x", expire_date=verloopt)
    geef_gemeente_uit("sliedrecht", mededelingen=[{"sleutel": "blijft"}])
    for sleutel in ("blijft", "weg"):
        GelezenMededeling.objects.create(gebruiker=GebruikerFactory(), sleutel=sleutel, vingerafdruk="x")
    vergeet_alles()
    assert [sessie.session_key for sessie in Session.objects.all()] == ["nieuw"]
    assert [rij.sleutel for rij in GelezenMededeling.objects.all()] == ["blijft"]
