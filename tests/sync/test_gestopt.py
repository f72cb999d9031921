"""A target that was stopped: why stays to be read, whatever another process does with it meanwhile."""

from __future__ import annotations

import pytest
from django.utils import timezone

from sync.classificatie import NIET_BEREIKT, Doelantwoord
from sync.leveren import laad, los
from sync.models import Doel, DoelToestand
from sync.tijdvak import hervat
from tests.factories import ProductFactory
from tests.ontvangers import nieuw_geheim
from tests.sync.conftest import ADEM, plan_alles
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("lukt", [True, False])
def test_een_tweede_proces_wist_de_reden_niet(regio, lukt):
    for nummer in range(3):
        ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True)
    plan_alles()
    doel = doel_voor("sliedrecht", "https://website.example/a", nieuw_geheim())
    Doel.objects.filter(pk=doel.pk).update(laatste_fout="500 kapot", fout_sinds=timezone.now())
    eerste, tweede = (laad(Doel.objects.get(pk=doel.pk), meest, ADEM) for meest in (2, 50))
    los(eerste, [Doelantwoord(409, 2**40, "b" * 64)] * len(eerste.berichten), ADEM)
    los(tweede, [_antwoord(lid, lukt) for lid in tweede.berichten], ADEM)
    rij = Doel.objects.get(pk=doel.pk)
    assert rij.toestand == DoelToestand.GESTOPT
    assert rij.laatste_fout.startswith("doel_loopt_voor")
    # So `zet_epoch` knows that it may go on.
    assert hervat() == 1


def _antwoord(bericht, lukt):
    return (
        Doelantwoord(200, bericht.versie, bericht.hash) if lukt else Doelantwoord(NIET_BEREIKT, melding="weg")
    )
