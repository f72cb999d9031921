"""P13: "live" means acknowledged: what is called live at a target, the target has."""

from __future__ import annotations

import pytest

from deploy.ontvanger.ontvanger import Ontvanger
from sync import verwerken
from sync.classificatie import Oordeel, beoordeel
from sync.models import Levering, LeveringToestand, Ontvangst
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor, staat, wijzig

pytestmark = pytest.mark.django_db


class Verliest(Ontvanger):
    """Keeps what comes, and loses every second answer."""

    aantal = 0

    def antwoord(self, methode, pad, koppen, lichaam):
        gegeven = super().antwoord(methode, pad, koppen, lichaam)
        self.aantal += 1
        return o.in_json(504, {}) if self.aantal % 2 else gegeven


class LooptVoor(Ontvanger):
    """Has something else, of a version that was never issued."""

    def _neem(self, koppen, lichaam):
        hoger = {"documentsoort": "product", "sleutel": "paspoort", "versie": 2**45}
        self.opslag.neem([hoger | {"bereik": "sliedrecht", "ingetrokken": True, "hash": "", "inhoud": None}])
        return super()._neem(koppen, lichaam)


def niet_waar(ontvanger: Ontvanger) -> list[str]:
    """What is called live, with a version and hash that the receiver does not have."""
    heeft = staat(ontvanger)
    live = Levering.objects.filter(toestand=LeveringToestand.BEVESTIGD).select_related("publicatie")
    return [
        rij.publicatie.sleutel
        for rij in live
        if heeft.get(f"{rij.publicatie.documentsoort}/{rij.publicatie.sleutel}")
        != (rij.bevestigd, rij.bevestigde_hash)
    ]


@pytest.fixture
def bij(regio, tmp_path, settings):
    """Publishes to a receiver of this kind, and looks after each round."""
    settings.ANTWOORD_PRIVE_DOELEN = True

    def doe(soort: type[Ontvanger]) -> list[str]:
        geheim = o.nieuw_geheim()
        ontvanger = soort(o.opslag_in(tmp_path), [geheim])
        product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
        plan_alles()
        gelogen = []
        with o.draai(ontvanger) as adres:
            doel_voor("sliedrecht", adres, geheim)
            for nummer in range(3):
                wijzig(product, f"Versie {nummer}.")
                bezorg_alles(rondes=1)
                gelogen += niet_waar(ontvanger)
            bezorg_alles(rondes=4)
            gelogen += niet_waar(ontvanger)
        return gelogen

    return doe


def test_met_verloren_antwoorden_is_wat_live_heet_er_echt(bij):
    assert bij(Verliest) == []
    assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()
    assert Ontvangst.objects.filter(publicatie__sleutel="paspoort").exists()


def test_een_doel_dat_voorloopt_heet_niet_live(bij):
    assert bij(LooptVoor) == []


def test_een_409_die_voor_gelukt_doorgaat_wordt_gemerkt(bij, monkeypatch):
    """The broken variant: 409 taken as success."""

    def gemakkelijk(antwoord, **rest):
        return Oordeel.BEVESTIGD if antwoord.code == 409 else beoordeel(antwoord, **rest)

    monkeypatch.setattr(verwerken, "beoordeel", gemakkelijk)
    assert "paspoort" in bij(LooptVoor)
