"""P16: what arrives is ours and of now: signed, refused when replayed later, and never sent to an inner address.

Redirects, certificates and dripping answers: tests/sync/test_bezorgen.py; changing secrets:
tests/sync/doelen/test_http.py; the vector of the standard: tests/deploy/ontvanger/test_ontvanger.py.
"""

from __future__ import annotations

import ipaddress
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from deploy.ontvanger import ontvanger as module
from deploy.ontvanger.ontvanger import Ontvanger
from sync.adreswacht import Adresregel
from sync.afspraak.lijn import Lijn, LijnFout
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor

pytestmark = pytest.mark.django_db


class Afgeluisterd(Ontvanger):
    """Somebody in between keeps every delivery as it went by."""

    def __init__(self, *args):
        super().__init__(*args)
        self.gehoord: list[tuple] = []

    def antwoord(self, methode, pad, koppen, lichaam):
        if methode == "PUT":
            self.gehoord.append((methode, pad, dict(koppen), lichaam))
        return super().antwoord(methode, pad, koppen, lichaam)


@pytest.fixture
def gehoord(regio, tmp_path, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvanger = Afgeluisterd(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        ProductFactory(sleutel="paspoort", gepubliceerd=True)
        plan_alles()
        doel_voor("sliedrecht", adres, geheim)
        bezorg_alles()
    return ontvanger


def nog_eens(ontvanger: Ontvanger, later: timedelta) -> int:
    levering = ontvanger.gehoord[0]
    with time_machine.travel(timezone.now() + later, tick=False):
        return Ontvanger.antwoord(ontvanger, *levering).code


@pytest.mark.parametrize(("later", "code"), [(timedelta(minutes=4), 200), (timedelta(minutes=6), 401)])
def test_wat_langer_dan_vijf_minuten_geleden_getekend_is_wordt_geweigerd(gehoord, later, code):
    assert nog_eens(gehoord, later) == code


def test_zonder_venster_wordt_het_gemerkt(gehoord, monkeypatch):
    """The broken variant."""
    monkeypatch.setattr(module, "VENSTER", 10**9)
    assert nog_eens(gehoord, timedelta(days=1)) == 200


def test_een_naam_die_naar_binnen_wijst_wordt_niet_gevraagd():
    lijn = Lijn(Adresregel(), opzoeken=lambda naam, poort: [ipaddress.ip_address("127.0.0.1")])
    lijn.begin(5)
    with pytest.raises(LijnFout, match="niet op het openbare internet"):
        lijn.vraag("PUT", "https://website.example/publicaties", {}, b"{}", 1000)
