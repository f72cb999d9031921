"""Two sync processes on PostgreSQL at once: one plans what the other is delivering, and nothing is lost or stuck."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from redactie.models import Gemeente
from sync.bereiken import betrokken_bereiken
from sync.classificatie import Doelantwoord
from sync.gewenst import Vooraf
from sync.leveren import laad, lever_blok, los
from sync.models import (
    Documentsoort,
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Publicatie,
    Toestand,
)
from sync.nazien import vul_aan
from sync.opnieuw import tekst_opnieuw
from sync.plannen import _vergrendel
from sync.vastleggen import wens
from tests.factories import GemeenteFactory, ProductFactory
from tests.sync.conftest import ADEM, plan_alles, publicatie, veld_tekst

EVEN = 0.5
"""Seconds in which the other certainly comes to wait, where he waits at all."""


class Ander(threading.Thread):
    """The other process: does something in one transaction and holds on to it until it is told, or for a while."""

    def __init__(self, doe: Callable[[], object], *, geduld: float) -> None:
        super().__init__(daemon=True)
        self.doe, self.geduld = doe, geduld
        self.gedaan, self.verder = threading.Event(), threading.Event()

    def run(self) -> None:
        try:
            with transaction.atomic():
                self.doe()
                self.gedaan.set()
                self.verder.wait(self.geduld)
        finally:
            connection.close()

    def begin(self) -> Ander:
        self.start()
        assert self.gedaan.wait(20)
        return self


class Doelproef:
    """Answers every message in the same way; `tijdens` happens while it talks."""

    grootste_blok = 100
    buitenshuis = False

    def __init__(self, code: int, tijdens: Callable[[], object] = lambda: None) -> None:
        self.code, self.tijdens = code, tijdens

    def lever(self, berichten: Any) -> list[Doelantwoord]:
        self.tijdens()
        return [Doelantwoord(self.code)] * len(berichten)


@pytest.fixture
def doel(regio: Any) -> Doel:
    doel = Doel.objects.create(naam="proefdoel", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return doel


def geef_nieuwe_versie(doel: Doel) -> None:
    """As the planner does, in the transaction of the caller."""
    rij = publicatie("sliedrecht", "paspoort")
    rij.versie += 1
    rij.save(update_fields=["versie"])
    wens([(doel, rij)], timezone.now())


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_wat_intussen_een_nieuwe_versie_kreeg_wordt_niet_geparkeerd(doel: Doel) -> None:
    """The refusal is of the version before; the new one was never offered, and must be."""
    planner = Ander(lambda: geef_nieuwe_versie(doel), geduld=EVEN)
    lever_blok(doel, Doelproef(422, planner.begin), ADEM)
    planner.join(20)
    toestanden = dict(Levering.objects.values_list("publicatie__bereik", "toestand"))
    assert toestanden == {"regio": "geparkeerd", "dordrecht": "geparkeerd", "sliedrecht": "wacht"}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_wie_levert_wacht_niet_op_wie_hetzelfde_document_plant(doel: Doel) -> None:
    """Each would wait for what the other holds: the receipt for the publication, the wish for the delivery."""

    def plan() -> None:
        bereiken = dict.fromkeys(("dordrecht", "regio", "sliedrecht"))
        assert len(_vergrendel(Documentsoort.PRODUCT, "paspoort", bereiken)) == 3

    planner = Ander(plan, geduld=20).begin()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        assert lever_blok(doel, Doelproef(200), ADEM) == 3
    finally:
        planner.verder.set()
        planner.join(20)
        with connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_wat_net_bevestigd_werd_en_weer_wacht_weet_sinds_wanneer(doel: Doel) -> None:
    """Without it the delivery waits, and everybody who asks how long is told: nothing waits."""
    vracht = laad(doel, 100, ADEM)
    assert vracht is not None
    antwoorden = [Doelantwoord(200)] * 3
    bezorger = Ander(lambda: los(vracht, antwoorden, ADEM), geduld=EVEN).begin()
    with transaction.atomic():
        geef_nieuwe_versie(doel)
    bezorger.join(20)
    rij = Levering.objects.get(toestand=LeveringToestand.WACHT)
    assert rij.publicatie.bereik == "sliedrecht"
    assert rij.wacht_sinds is not None


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_wie_aanvult_neemt_documenten_in_de_volgorde_van_wie_plant(doel: Doel) -> None:
    """By key, not by age: whoever holds the first one is waited for with empty hands."""
    nieuw = GemeenteFactory(slug="alblasserdam")
    plan_alles()
    eerste, laatste = publicatie("alblasserdam", "paspoort"), publicatie("dordrecht", "paspoort")
    assert eerste.pk > laatste.pk
    Levering.objects.filter(doel=doel).delete()
    planner = Ander(lambda: _vergrendel(Documentsoort.PRODUCT, "paspoort", {nieuw.slug: None}), geduld=20)
    planner.begin()
    aanvuller = Ander(lambda: vul_aan(doel, timezone.now()), geduld=0)
    aanvuller.start()
    try:
        assert _iemand_wacht_op_een_slot()
        with transaction.atomic():
            Publicatie.objects.select_for_update(nowait=True).get(pk=laatste.pk)
    finally:
        planner.verder.set()
        planner.join(20)
        aanvuller.join(20)
    assert Levering.objects.filter(doel=doel).count() == 4


def _iemand_wacht_op_een_slot() -> bool:
    """Within twenty seconds; asked of the server."""
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return True
        time.sleep(0.1)
    return False


@pytest.mark.django_db
def test_wat_van_de_gemeente_zelf_komt_wordt_gelezen_onder_het_slot(regio: Any, monkeypatch: Any) -> None:
    """Else who began earlier and locks later writes the former telephone number over the new one, for good."""
    ProductFactory(sleutel="paspoort", kosten="Bel {gemeente.telefoon}.", gepubliceerd=True)
    plan_alles()
    # As on PostgreSQL: made at once under the lock.
    monkeypatch.setattr("sync.gewenst._stand_van_de_database", lambda: None)
    eerder = Vooraf(
        Documentsoort.PRODUCT, "paspoort", betrokken_bereiken(Documentsoort.PRODUCT, "paspoort", {""})
    )
    sliedrecht = Gemeente.objects.get(slug="sliedrecht")
    sliedrecht.telefoon = "14 0184"
    sliedrecht.save()
    plan_alles()
    gewenst = eerder.onder_slot()
    assert gewenst["sliedrecht"].publiek == publicatie("sliedrecht", "paspoort").publieke_inhoud.als_dict()
    assert "14 0184" in veld_tekst("sliedrecht", "paspoort", "kosten")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_wie_een_tekst_opnieuw_aanbiedt_wacht_zonder_het_doel_vast_te_houden(doel: Doel) -> None:
    """Who delivers holds deliveries, and then writes the target: taken the other way round both would wait."""
    rij = publicatie("sliedrecht", "paspoort")
    Doel.objects.filter(pk=doel.pk).update(weer_op=timezone.now())
    leverancier = Ander(lambda: list(Levering.objects.select_for_update().order_by("pk")), geduld=20).begin()
    opnieuw = Ander(lambda: tekst_opnieuw(rij, timezone.now()), geduld=0)
    opnieuw.start()
    assert not opnieuw.gedaan.wait(EVEN)
    try:
        with transaction.atomic():
            # Free: the one that waits for the deliveries does not have it.
            Doel.objects.select_for_update(nowait=True).get(pk=doel.pk)
    finally:
        leverancier.verder.set()
        leverancier.join(20)
        opnieuw.join(20)
    assert Doel.objects.get(pk=doel.pk).weer_op is None


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_opnieuw_aanbieden_schrijft_niet_over_wat_intussen_is_ingetrokken(doel: Doel) -> None:
    rij = publicatie("sliedrecht", "paspoort")

    def trek_in() -> None:
        ingetrokken = Publicatie.objects.select_for_update(no_key=True).get(pk=rij.pk)
        ingetrokken.toestand, ingetrokken.versie = Toestand.INGETROKKEN, rij.versie + 1
        ingetrokken.save(update_fields=["toestand", "versie"])
        wens([(doel, ingetrokken)], timezone.now())

    planner = Ander(trek_in, geduld=EVEN).begin()
    tekst_opnieuw(rij, timezone.now())
    planner.join(20)
    levering = Levering.objects.get(publicatie=rij)
    assert (levering.intrekking, levering.gewenst) == (True, rij.versie + 1)
