"""P15: however often a product is edited while a target is down, one delivery waits for that target."""

from __future__ import annotations

import pytest

from sync.models import Levering, LeveringToestand
from tests import ontvangers as o
from tests.factories import ProductFactory, TekstversieFactory
from tests.sync.conftest import plan_alles, publicatie, veld_tekst
from tests.sync.doelproef import bezorg_alles, doel_voor, wijzig

pytestmark = pytest.mark.django_db


@pytest.mark.traag
def test_veel_wijzigingen_terwijl_een_doel_weg_is_zijn_een_levering(regio, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    # Nothing listens there.
    doel = doel_voor("sliedrecht", "http://127.0.0.1:9", o.nieuw_geheim())
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    for nummer in range(1000):
        # As the CMS records it: a text of its own with its Wijziging. Every twentieth really is published there.
        if nummer % 20 == 0:
            wijzig(product, f"Na {nummer} dagen.")
            bezorg_alles(rondes=1)
        else:
            TekstversieFactory(product=product, veld="termijn", tekst=f"Na {nummer} dagen.")
    plan_alles()
    wacht = Levering.objects.filter(doel=doel, publicatie__sleutel="paspoort")
    assert [rij.toestand for rij in wacht] == [LeveringToestand.WACHT]
    assert wacht.get().gewenst == publicatie("sliedrecht", "paspoort").publieke_versie
    assert veld_tekst("sliedrecht", "paspoort", "termijn") == "Na 999 dagen."
