"""P14: publishing never waits for a target: with everything down the CMS asks nobody, and the database no more.

Counted, not timed; how long it takes is measured by `make bench` (`tests/bench/wachten.py`).
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.models.signals import post_save
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Product, Wijziging
from sync.afspraak.lijn import LijnFout
from sync.doelen.http import HttpAdapter
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.redactie.cms.hulp import adres, als, formulier
from tests.sync.conftest import plan_alles, publicatie
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db
DOOD = "http://127.0.0.1:9"
Tellen = Callable[[str], tuple[int, list[Any]]]


@contextmanager
def net_bewaakt(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Every attempt to look up a name or to connect, refused. What talks to PostgreSQL does so outside Python."""
    pogingen: list[Any] = []

    def weiger(*plek: Any, **_: Any) -> None:
        pogingen.append(plek[-1])
        raise ConnectionRefusedError

    with monkeypatch.context() as m:
        m.setattr(socket.socket, "connect", weiger)
        m.setattr(socket.socket, "connect_ex", weiger)
        m.setattr(socket, "getaddrinfo", weiger)
        yield pogingen


@pytest.fixture
def tel(regio: Any, monkeypatch: pytest.MonkeyPatch) -> Tellen:
    """Publishes a change of this product in the CMS; how many queries that took, and whom it tried to reach."""
    for sleutel in ("eerst", "gewoon", "met-alles-weg"):
        ProductFactory(sleutel=sleutel, gepubliceerd=True)
    plan_alles()
    client = als(Rol.CENTRAAL)

    def publiceer(sleutel: str) -> tuple[int, list[Any]]:
        product = Product.objects.get(sleutel=sleutel)
        velden = formulier(client, adres(product)) | {
            "termijn": "Na zes weken.",
            "toelichting": "Het is druk.",
            "action-publish": "1",
        }
        with net_bewaakt(monkeypatch) as pogingen, CaptureQueriesContext(connection) as vragen:
            assert client.post(adres(product), velden).status_code == 302
        assert Wijziging.objects.filter(sleutel=sleutel).exists()
        return len(vragen), pogingen

    # What is read once per process is read by now.
    publiceer("eerst")
    plan_alles()
    return publiceer


def alles_weg(settings: Any) -> None:
    """Targets that nothing answers for, with thousands of reasons to talk to them; and a search engine that is gone."""
    settings.ANTWOORD_PRIVE_DOELEN = True
    settings.ANTWOORD_ZOEKMACHINE, settings.ANTWOORD_ELASTICSEARCH = "elasticsearch", DOOD
    for bereik in ("sliedrecht", "dordrecht"):
        for nummer in range(6):
            doel_voor(bereik, f"{DOOD}/{nummer}", o.nieuw_geheim(), f"{bereik} {nummer}")
    Doel.objects.create(
        naam="index g1", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF, generatie="g1", vingerafdruk="x"
    )
    Doel.objects.filter(naam__endswith=" 0").update(fouten_op_rij=9, weer_op=timezone.now())
    Levering.objects.update(toestand=LeveringToestand.WACHT, wacht_sinds=timezone.now())


def wacht_op_niemand(tel: Tellen, settings: Any) -> bool:
    gewoon = tel("gewoon")
    alles_weg(settings)
    return tel("met-alles-weg") == gewoon == (gewoon[0], [])


def test_met_alles_weg_vraagt_publiceren_niemand_iets_en_de_database_niet_meer(
    tel: Tellen, settings: Any
) -> None:
    assert wacht_op_niemand(tel, settings)


def test_wat_gepubliceerd_is_terwijl_alles_weg_is_staat_klaar_voor_elk_doel(
    tel: Tellen, settings: Any
) -> None:
    alles_weg(settings)
    tel("met-alles-weg")
    plan_alles()
    versie = publicatie("sliedrecht", "met-alles-weg").publieke_versie
    gewenst = Levering.objects.filter(
        doel__bereik="sliedrecht", publicatie__sleutel="met-alles-weg", toestand=LeveringToestand.WACHT
    )
    assert list(gewenst.values_list("gewenst", flat=True)) == [versie] * 6


def bel_elk_doel(**_: Any) -> None:
    """A broken publication: it tells every target at once."""
    for doel in Doel.objects.filter(soort=DoelSoort.HTTP):
        adapter = HttpAdapter(doel)
        adapter.lijn.begin(1)
        try:
            adapter.lijn.vraag("PUT", doel.adres, {}, b"", 10)
        except LijnFout:
            continue


def kijk_naar_elk_doel(**_: Any) -> None:
    """A broken publication: it asks the database about each target."""
    for doel in Doel.objects.all():
        doel.leveringen.count()


@pytest.mark.parametrize("kapot", [bel_elk_doel, kijk_naar_elk_doel])
def test_een_publicatie_die_naar_doelen_kijkt_wordt_gemerkt(
    tel: Tellen, settings: Any, kapot: Callable[..., None]
) -> None:
    post_save.connect(kapot, sender=Wijziging)
    try:
        assert not wacht_op_niemand(tel, settings)
    finally:
        post_save.disconnect(kapot, sender=Wijziging)
