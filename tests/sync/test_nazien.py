"""The audit finds every way in which an index can differ from its deliveries, and has repaired what can be."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from search.document import grafsteen
from search.motor import Stand
from sync.models import Levering
from sync.nazien import is_tijd, zie_na
from sync.wisselen import wissel_index
from tests.factories import ProductFactory, publiceer
from tests.search.hulp import document
from tests.sync.conftest import actief, ronde

pytestmark = pytest.mark.django_db
EEN, TWEE = 2**32 + 1, 2**32 + 2


@pytest.fixture
def paspoort(regio, machine):
    product = ProductFactory(sleutel="paspoort", titel="Paspoort", gepubliceerd=True)
    ronde()
    publiceer_anders(product, "Binnen vijf dagen.")
    return product


def publiceer_anders(product, termijn):
    product.termijn = termijn
    publiceer(product)
    ronde()


class Index:
    """What an engine would say it has, by hand."""

    def __init__(self, *standen):
        self.standen = standen

    def audit(self, naam):
        return iter(self.standen)


def standen(**anders):
    """The three documents as they should be, but for those named."""
    goed = {
        bereik: Stand(f"{bereik}/paspoort", TWEE, False) for bereik in ("dordrecht", "regio", "sliedrecht")
    }
    return [stand for stand in (goed | anders).values() if stand is not None]


def test_een_index_zoals_geleverd_heeft_geen_verschillen(paspoort, machine):
    assert zie_na(machine, actief()) == {}
    assert actief().verschillen == {}
    assert actief().nagezien_op is not None


@pytest.mark.parametrize(
    ("heeft", "soort"),
    [
        (None, "ontbreekt"),
        (Stand("dordrecht/paspoort", EEN, False), "ouder"),
        (Stand("dordrecht/paspoort", TWEE + 1, False), "nieuwer"),
        (Stand("dordrecht/paspoort", TWEE, True), "ten onrechte ingetrokken"),
    ],
)
def test_elk_verschil_krijgt_zijn_naam(paspoort, heeft, soort):
    assert zie_na(Index(*standen(dordrecht=heeft)), actief()) == {soort: 1}


def test_wat_ingetrokken_hoort_te_zijn_en_er_nog_staat_wordt_gevonden(paspoort, machine):
    paspoort.refresh_from_db()
    paspoort.unpublish()
    ronde()
    assert zie_na(machine, actief()) == {}
    weg = [Stand(f"{bereik}/paspoort", TWEE + 1, True) for bereik in ("dordrecht", "regio")]
    assert zie_na(Index(*weg, Stand("sliedrecht/paspoort", TWEE + 1, False)), actief()) == {
        "niet ingetrokken": 1
    }


def test_wat_nooit_geleverd_is_wordt_gemeld_en_blijft_staan(paspoort, machine):
    machine.write(actief().generatie, [document("dordrecht", "vreemd", "Vreemd")])
    assert zie_na(machine, actief()) == {"onbekend": 1}
    ronde()
    assert machine.counts()["dordrecht"] == 2


def test_wat_ontbreekt_wordt_opnieuw_geleverd_en_daarna_weer_nagezien(paspoort, machine):
    doel = actief()
    machine.close()
    machine._map.verwijder(doel.generatie)
    machine.begin_generation(doel.generatie)
    assert zie_na(machine, doel) == {"ontbreekt": 3}
    ronde()
    assert machine.counts() == {"dordrecht": 1, "regio": 1, "sliedrecht": 1}
    assert actief().verschillen == {"ontbreekt": 3}
    wissel_index(op=timezone.now() + timedelta(minutes=1))
    assert actief().verschillen == {}


def test_wat_tijdens_het_nazien_bevestigd_wordt_telt_niet_als_verschil(paspoort):
    Levering.objects.filter(publicatie__bereik="dordrecht").update(
        bevestigd_op=timezone.now() + timedelta(hours=1)
    )
    oud = Stand("dordrecht/paspoort", EEN, False)
    assert zie_na(Index(*standen(dordrecht=oud)), actief()) == {}


def test_een_levering_die_wacht_met_een_nieuwere_in_de_index_is_geen_verschil(paspoort, machine):
    """Written, and the process fell before it was acknowledged: the loop offers it again."""
    Levering.objects.filter(publicatie__bereik="dordrecht").update(gewenst=TWEE + 1, toestand="wacht")
    nieuwer = Stand("dordrecht/paspoort", TWEE + 1, False)
    assert zie_na(Index(*standen(dordrecht=nieuwer)), actief()) == {}


def test_een_grafsteen_in_de_echte_index_wordt_herkend(paspoort, machine):
    machine.write(actief().generatie, [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=TWEE)])
    assert zie_na(machine, actief()) == {"ten onrechte ingetrokken": 1}
    ronde()
    assert machine.counts()["dordrecht"] == 1


@pytest.mark.parametrize(
    ("nagezien", "nu", "tijd"),
    [
        # Amsterdam is an hour ahead of UTC in November: half past three is 02:30 UTC.
        ("2026-11-21T12:00:00+00:00", "2026-11-22T02:29:00+00:00", False),
        ("2026-11-21T12:00:00+00:00", "2026-11-22T02:30:00+00:00", True),
        ("2026-11-22T02:30:00+00:00", "2026-11-22T23:59:00+00:00", False),
        ("2026-11-21T02:00:00+00:00", "2026-11-22T01:00:00+00:00", True),
    ],
)
def test_eens_per_nacht_na_half_vier(paspoort, nagezien, nu, tijd):
    doel = actief()
    doel.nagezien_op = datetime.fromisoformat(nagezien)
    assert is_tijd(doel, datetime.fromisoformat(nu)) is tijd


def test_wat_nog_nooit_is_nagezien_is_aan_de_beurt(paspoort):
    doel = actief()
    doel.nagezien_op = None
    assert is_tijd(doel, timezone.now())
