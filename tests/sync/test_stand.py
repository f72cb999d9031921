"""What needs a person is told with its reason and its owner, and counts on the board."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from redactie.models import Tekstversie
from sync.bord.lezen import lees_bord
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand
from sync.stand import aandachtspunten
from tests.factories import ProductFactory, TariefFactory
from tests.sync.conftest import plan_alles

pytestmark = pytest.mark.django_db


@pytest.fixture
def kapot(regio):
    """A text that may not be published, and one with an amount that has lapsed."""
    product = ProductFactory(sleutel="kapot", titel="Kapot product", gepubliceerd=True)
    TariefFactory(
        sleutel="oud", bedrag=Decimal(5), geldig_van=date(2020, 1, 1), geldig_tot=date(2020, 12, 31), groep=""
    )
    ProductFactory(sleutel="oud", titel="Oud bedrag", kosten="Het kost {tarief:oud}.", gepubliceerd=True)
    plan_alles()
    Tekstversie(product=product, veld="kosten", tekst="<b>ruw</b>", vanaf=timezone.now()).save()
    plan_alles()


def test_het_bord_telt_per_gemeente_wat_live_is_en_wat_niet(kapot):
    per_bereik = {rij.bereik: rij for rij in lees_bord(None).rijen}
    assert set(per_bereik) == {"regio", "sliedrecht", "dordrecht"}
    rij = per_bereik["dordrecht"]
    # Two products and the document of the municipality itself.
    assert (rij.hier.live, rij.hier.geweigerd, rij.alarmen) == (3, 1, 1)
    assert rij.hier.sinds is not None


def test_een_aandachtspunt_noemt_reden_en_eigenaar(kapot):
    punten = aandachtspunten(bereiken={"dordrecht"})
    assert [(punt.titel, punt.fout) for punt in punten] == [("Kapot product", True), ("Oud bedrag", False)]
    assert "tarief:oud" in punten[1].redenen[0]
    assert all(punt.eigenaar for punt in punten)


def test_een_fout_staat_er_ook_bij_als_er_veel_alarmen_zijn(kapot):
    ProductFactory(sleutel="aa", titel="Ook oud", kosten="Het kost {tarief:oud}.", gepubliceerd=True)
    plan_alles()
    assert [punt.fout for punt in aandachtspunten(bereiken={"dordrecht"}, meest=1)] == [True]


def test_wat_de_index_weigert_telt_als_mislukt_en_staat_er_met_reden(regio):
    doel = Doel.objects.create(naam="index", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)
    ProductFactory(sleutel="geweigerd", titel="Geweigerd product", gepubliceerd=True)
    plan_alles()
    Levering.objects.filter(doel=doel, publicatie__bereik="dordrecht").update(
        toestand=LeveringToestand.GEPARKEERD, laatste_fout="422 te lang"
    )
    per_bereik = {rij.bereik: rij for rij in lees_bord(None).rijen}
    assert per_bereik["dordrecht"].index.geweigerd == 1
    (punt,) = aandachtspunten(bereiken={"dordrecht"})
    assert (punt.titel, punt.fout) == ("Geweigerd product", True)
    assert punt.redenen == ("index weigert deze tekst (422): te lang.",)
