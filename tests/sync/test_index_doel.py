"""The index as a target: a document that cannot be made is refused by itself."""

from __future__ import annotations

import pytest

from search.motor import Afloop, MotorOnbereikbaar, Uitslag
from sync.afspraak.bericht import Bericht
from sync.doelen import index
from sync.models import Doel, DoelSoort

INHOUD = {
    "bereik": "dordrecht",
    "sleutel": "goed",
    "soort": "product",
    "talen": {"nl": {"titel": "Goed", "velden": []}},
}


class Motor:
    def __init__(self):
        self.geschreven = []

    def write(self, naam, documenten):
        self.geschreven += documenten
        return [Uitslag(document.id, document.versie, Afloop.GESCHREVEN) for document in documenten]


def _bericht(sleutel, publiek):
    return Bericht("dordrecht", "product", sleutel, 7, "h", publiek, None)


@pytest.fixture
def motor(monkeypatch):
    motor = Motor()
    monkeypatch.setattr(index, "motor", lambda: motor)
    return motor


@pytest.fixture
def adapter():
    return index.IndexAdapter(Doel(soort=DoelSoort.INDEX, generatie="g1"))


def test_een_document_dat_niet_te_maken_is_houdt_de_andere_niet_tegen(motor, adapter):
    antwoorden = adapter.lever([_bericht("stuk", {"bereik": "dordrecht"}), _bericht("goed", INHOUD)])
    assert [antwoord.code for antwoord in antwoorden] == [422, 200]
    assert [document.sleutel for document in motor.geschreven] == ["goed"]


def test_een_intrekking_is_een_grafsteen_met_versie(motor, adapter):
    adapter.lever([_bericht("weg", None)])
    (document,) = motor.geschreven
    assert (document.weg, document.versie) == (True, 7)


def test_een_motor_die_niet_antwoordt_laat_alles_wachten(adapter, monkeypatch):
    def weg():
        raise MotorOnbereikbaar("weg")

    monkeypatch.setattr(index, "motor", weg)
    assert [antwoord.code for antwoord in adapter.lever([_bericht("goed", INHOUD)])] == [0]
