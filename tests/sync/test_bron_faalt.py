"""A source that fails is never an empty one: nothing is withdrawn because something could not be read."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from redactie.models import Wijziging
from search.keuze import motor
from search.motor import MotorFout
from sync.models import Doel, Levering, LeveringToestand, Publicatie, Toestand
from sync.plannen import plan_volgende
from sync.wisselen import wissel_index
from tests.factories import ProductFactory
from tests.sync.conftest import ADEM, actief, plan_alles, ronde, veld_tekst
from tests.sync.doelproef import wijzig

pytestmark = pytest.mark.django_db

BRONNEN = (
    "sync.gewenst.lees_product",
    "sync.gewenst.deelnemende_bereiken",
    "sync.bereiken.lees_bereiken",
)


def _faalt(*_: object, **__: object) -> None:
    raise OperationalError("de database antwoordt niet")


@pytest.mark.parametrize("bron", BRONNEN)
def test_een_bron_die_niet_te_lezen_is_trekt_niets_in_en_wordt_later_weer_gelezen(regio, monkeypatch, bron):
    product = ProductFactory(sleutel="paspoort", termijn="5 dagen", gepubliceerd=True)
    plan_alles()
    with monkeypatch.context() as kapot:
        kapot.setattr(bron, _faalt)
        product.termijn = "3 dagen"
        product.save_revision().publish()
        with pytest.raises(OperationalError):
            plan_volgende(ADEM)
    assert set(Publicatie.objects.filter(sleutel="paspoort").values_list("toestand", flat=True)) == {
        Toestand.LIVE
    }
    assert Wijziging.objects.exists()
    plan_alles()
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "3 dagen"


def test_een_index_die_niet_zegt_wat_zij_heeft_is_geen_lege_index(regio, monkeypatch):
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    ronde()
    wijzig(product, "3 dagen")
    ronde()
    Doel.objects.filter(pk=actief().pk).update(nagezien_op=None, verschillen={})

    def zegt_niets(self: object, generatie: str) -> None:
        raise MotorFout("de index antwoordt niet")

    monkeypatch.setattr(type(motor()), "audit", zegt_niets)
    wissel_index()
    doel = actief()
    assert (doel.nagezien_op, doel.verschillen) == (None, {})
    assert not Levering.objects.filter(toestand=LeveringToestand.WACHT).exists()
