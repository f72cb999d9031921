"""Two nodes of Elasticsearch, of which one is killed: the desk keeps answering and nothing that was published is lost.

Needs the cluster of `deploy/testservers.sh cluster`, and kills and revives its nodes.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection

from kennisbank.zoeken import zoek
from redactie.bronnen import KETENPROEF
from redactie.models import Product
from redactie.settings.omgeving import BASE_DIR
from search.bereik import balie
from search.keuze import motor
from search.motor import MotorFout
from sync import bezorgen
from sync.doelen.index import IndexAdapter
from sync.generatie import vraag_generatie
from sync.lus import Lus
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.nazien import zie_na
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import actief

pytestmark = [pytest.mark.elastic_cluster, pytest.mark.traag, pytest.mark.django_db(transaction=True)]
ADRES = "ANTWOORD_TEST_ELASTIC_CLUSTER"
AANTAL = 20
GEDULD = 90.0
MASTER, DATA = "1", "2"


def _servers(*woorden: str) -> None:
    subprocess.run([BASE_DIR / "deploy" / "testservers.sh", *woorden], check=True, timeout=200)


def _wacht(tot: Callable[[], bool], wat: str) -> None:
    einde = time.monotonic() + GEDULD
    while time.monotonic() < einde:
        if tot():
            return
        time.sleep(0.2)
    raise AssertionError(f"na {GEDULD:.0f} s nog niet: {wat}")


@pytest.fixture
def cluster(settings):
    """An engine on both nodes, empty at the beginning; both nodes alive again at the end."""
    settings.ANTWOORD_ZOEKMACHINE = "elasticsearch"
    settings.ANTWOORD_ELASTICSEARCH = os.environ[ADRES]
    machine = motor()
    _maak_leeg(machine)
    yield machine
    _servers("cluster")
    _maak_leeg(machine)


def _maak_leeg(machine) -> None:
    for naam in machine.generations():
        machine._client.options(request_timeout=30).indices.delete(index=f"{machine.prefix}-{naam}")


@pytest.fixture
def gevuld(regio, cluster):
    for nummer in range(AANTAL - 1):
        ProductFactory(sleutel=f"lid-{nummer}", titel=f"Lid nummer {nummer}", gepubliceerd=True)
    ProductFactory(sleutel="milieustraat", titel="Milieustraat", gepubliceerd=True)
    return cluster


@pytest.fixture
def lus(gevuld, monkeypatch):
    """The real loop in a thread, in small loads so that a rebuild takes a while."""
    monkeypatch.setattr(bezorgen, "adapter_van", lambda doel: IndexAdapter(doel, grootste_blok=3))
    lus = Lus()

    def draai():
        lus.draai()
        connection.close()

    draad = threading.Thread(target=draai)
    draad.start()
    _wacht(_alles_live, "de eerste index")
    gevuld._client.options(request_timeout=60).cluster.health(
        index=f"{gevuld.prefix}-{actief().generatie}", wait_for_status="green", timeout="60s"
    )
    yield lus
    lus.stop.set()
    draad.join(120)


def _alles_live() -> bool:
    return (
        Doel.objects.filter(toestand=DoelToestand.ACTIEF).exists()
        and not Levering.objects.filter(toestand=LeveringToestand.WACHT).exists()
        and not Doel.objects.filter(toestand=DoelToestand.VULLEN).exists()
    )


def _niets_kwijt(machine) -> bool:
    try:
        # The loop measures the chain as well, with a document in a bereik of its own.
        aantallen = {bereik: aantal for bereik, aantal in machine.counts().items() if bereik != KETENPROEF}
        return zie_na(machine, actief()) == {} and aantallen == dict.fromkeys(
            ("dordrecht", "regio", "sliedrecht"), AANTAL
        )
    except MotorFout:
        return False


class Vrager:
    """An agent who keeps asking, and counts from where the answer came."""

    def __init__(self) -> None:
        self.van: Counter[str] = Counter()
        self.traagst = 0.0

    def vraag(self) -> str:
        begin = time.monotonic()
        antwoord = zoek("milieustraat", balie("dordrecht"))
        self.traagst = max(self.traagst, time.monotonic() - begin)
        assert [regel.sleutel for regel in antwoord.regels] == ["milieustraat"]
        self.van["titels" if antwoord.op_titel else "motor"] += 1
        return "titels" if antwoord.op_titel else "motor"

    def vraag_gedurende(self, seconden: float) -> None:
        einde = time.monotonic() + seconden
        while time.monotonic() < einde:
            self.vraag()
            time.sleep(0.05)


def _bewerk(nummer: int) -> None:
    product = Product.objects.get(sleutel=f"lid-{nummer}")
    product.termijn = f"Binnen {nummer + 100} dagen, na de val."
    publiceer(product)


def test_een_knoop_valt_tijdens_vragen_en_bewerken(lus, gevuld):
    """The data node goes: its copies are promoted, the desk is answered by the engine, edits arrive."""
    vrager = Vrager()
    vrager.vraag_gedurende(1)
    assert vrager.van == {"motor": vrager.van["motor"]}
    _servers("dood", DATA)
    vrager.vraag_gedurende(4)
    _bewerk(1)
    _wacht(_alles_live, "een bewerking met één knoop")
    assert vrager.vraag() == "motor"
    _servers("leef", DATA)
    vrager.vraag_gedurende(2)
    assert vrager.van["motor"] > vrager.van["titels"]
    # Never much longer than one question may wait for the engine.
    assert vrager.traagst < 8
    assert _niets_kwijt(gevuld)


def test_de_master_valt_tijdens_een_herbouw_en_er_gaat_niets_verloren(lus, gevuld):
    """Without it nothing can be written: all waits, the desk goes on, and it is finished when the node is back."""
    oud = actief()
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    _wacht(lambda: nieuw.leveringen.exclude(bevestigd=0).exists(), "het begin van de vulling")
    _servers("dood", MASTER)
    assert Doel.objects.get(pk=nieuw.pk).toestand == DoelToestand.VULLEN
    vrager = Vrager()
    _bewerk(2)
    vrager.vraag_gedurende(4)
    assert actief().pk == oud.pk
    _servers("leef", MASTER)
    _wacht(lambda: actief().pk == nieuw.pk and _alles_live(), "de nieuwe index")
    _wacht(lambda: vrager.vraag() == "motor", "een antwoord van de motor")
    assert vrager.traagst < 8
    assert _niets_kwijt(gevuld)
