"""P7: a withdrawal goes before everything that waits, and what was withdrawn never comes back by an older delivery."""

from __future__ import annotations

import pytest

from deploy.ontvanger.ontvanger import Ontvanger, Opslag
from sync.afspraak.bericht import Bericht
from sync.doelen import adapter_van
from sync.models import Publicatie, Toestand
from sync.plannen import plan_volgende
from tests import ontvangers as o
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import ADEM, bezorg_alles, doel_voor, staat, wijzig

pytestmark = pytest.mark.django_db


@pytest.fixture
def na_intrekken(regio, tmp_path, settings, monkeypatch):
    """Withdraw during a backlog, and bring everything that was ever delivered once more."""
    settings.ANTWOORD_PRIVE_DOELEN = True
    monkeypatch.setattr("sync.doelen.http.HttpAdapter.grootste_blok", 4)

    def doe(soort: type[Opslag]) -> o.Onthoudt:
        geheim = o.nieuw_geheim()
        ontvanger = o.Onthoudt(o.opslag_in(tmp_path, soort), [geheim])
        producten = [ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True) for nummer in range(10)]
        plan_alles()
        with o.draai(ontvanger) as adres:
            doel = doel_voor("sliedrecht", adres, geheim)
            bezorg_alles()
            for nummer, product in enumerate(producten):
                wijzig(product, f"Na {nummer} dagen.")
            producten[-1].refresh_from_db()
            producten[-1].unpublish()
            plan_alles()
            voor = len(ontvanger.gekomen)
            bezorg_alles()
            assert ontvanger.gekomen[voor]["sleutel"] == "product-9"
            assert ontvanger.gekomen[voor]["ingetrokken"] is True
            adapter = adapter_van(doel)
            for lid in [lid for lid in ontvanger.gekomen if not lid["ingetrokken"]]:
                naam = (lid["bereik"], lid["documentsoort"], lid["sleutel"])
                adapter.lever([Bericht(*naam, lid["versie"], lid["hash"], lid["inhoud"], None)])
        return ontvanger

    return doe


def weg(ontvanger: Ontvanger) -> bool:
    return staat(ontvanger).get("product/product-9", (0, ""))[1] == ""


def test_een_intrekking_gaat_voor_en_wordt_door_niets_ouds_ongedaan(na_intrekken):
    assert weg(na_intrekken(Opslag))


def test_een_intrekking_wordt_als_eerste_gepland(regio):
    producten = [ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True) for nummer in range(5)]
    plan_alles()
    for product in producten:
        product.termijn = "Anders."
        publiceer(product)
    producten[-1].refresh_from_db()
    producten[-1].unpublish()
    assert plan_volgende(ADEM)
    weg = Publicatie.objects.filter(toestand=Toestand.INGETROKKEN).values_list("sleutel", flat=True)
    assert set(weg) == {"product-4"}


def test_intrekken_zonder_grafsteen_wordt_gemerkt(na_intrekken):
    """The broken variant: delete without a tombstone."""
    assert not weg(na_intrekken(o.ZonderGrafsteen))
