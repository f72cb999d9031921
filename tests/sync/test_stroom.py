"""The pull feed: who follows it from any cursor misses nothing, whatever is committed late."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from redactie.bronnen import REGIO
from sync.maken import Gewenst
from sync.models import Documentsoort, Publicatie, Syncstand
from sync.plannen import verwerk_alles
from sync.slot import Slot, zonder_wachten
from sync.stroom import Cursor, CursorVerlopen, geef_nummers, lees_na
from sync.vastleggen import leg_vast
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import ADEM

pytestmark = pytest.mark.django_db


def plan() -> None:
    verwerk_alles(ADEM)
    while geef_nummers(ADEM):
        pass


def volg(cursor: Cursor | None, *, meest: int = 100) -> tuple[list[tuple[str, str]], Cursor]:
    """Everything after the cursor, page by page, as a supplier does."""
    gezien = []
    while True:
        blad = lees_na(cursor, meest=meest, zonder=REGIO)
        gezien += [(rij.bereik, rij.sleutel) for rij in blad.rijen]
        cursor = blad.volgende
        if not blad.meer:
            return gezien, cursor


def geef_uit(sleutel: str, tekst: str) -> None:
    """What the planner does with one document, inside a transaction of the caller."""
    rij, _ = Publicatie.objects.get_or_create(
        bereik="sliedrecht", documentsoort=Documentsoort.PRODUCT, sleutel=sleutel
    )
    rij = Publicatie.objects.select_for_update().get(pk=rij.pk)
    leg_vast([(rij, Gewenst(publiek={"tekst": tekst}, balie={"tekst": tekst}))], timezone.now())


def test_elk_document_staat_er_een_keer_in_met_zijn_laatste_stand(regio: Any) -> None:
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan()
    product.kosten = "Het kost niets."
    publiceer(product)
    plan()
    gezien, _ = volg(None, meest=1)
    assert sorted(gezien) == [
        ("dordrecht", "gemeente"),
        ("dordrecht", "paspoort"),
        ("sliedrecht", "gemeente"),
        ("sliedrecht", "paspoort"),
    ]


def test_na_een_cursor_komt_alleen_wat_het_publiek_anders_ziet(regio: Any) -> None:
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan()
    _, cursor = volg(None)
    product.interne_toelichting = "Alleen voor de balie."
    product = publiceer(product)
    plan()
    assert volg(cursor) == ([], cursor)
    product.kosten = "Het kost niets."
    publiceer(product)
    plan()
    assert sorted(volg(cursor)[0]) == [("dordrecht", "paspoort"), ("sliedrecht", "paspoort")]


def test_wat_is_ingetrokken_komt_als_grafsteen(regio: Any) -> None:
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan()
    _, cursor = volg(None)
    product.unpublish(user=None)
    plan()
    rijen = lees_na(cursor, meest=10, zonder=REGIO).rijen
    assert {(rij.bereik, rij.publieke_inhoud, rij.publieke_hash) for rij in rijen} == {
        ("dordrecht", None, ""),
        ("sliedrecht", None, ""),
    }


def test_wat_nooit_gepubliceerd_was_staat_er_niet_in(regio: Any) -> None:
    ProductFactory(sleutel="parkeren", aanbod="na_keuze", gepubliceerd=True)
    plan()
    assert ("sliedrecht", "parkeren") not in volg(None)[0]


def test_zonder_iets_nieuws_wordt_niets_geschreven(regio: Any, django_assert_num_queries: Any) -> None:
    plan()
    with django_assert_num_queries(1):
        assert geef_nummers(ADEM) == 0


def test_na_een_verhoogd_tijdvak_begint_iedereen_opnieuw(regio: Any) -> None:
    plan()
    _, cursor = volg(None)
    Syncstand.objects.update(epoch=2)
    with pytest.raises(CursorVerlopen):
        lees_na(cursor, meest=10)


def test_een_cursor_van_verder_dan_wij_hebben_wordt_geweigerd(regio: Any) -> None:
    """A restored database without a new epoch: going on from there would skip what comes now."""
    plan()
    _, cursor = volg(None)
    with pytest.raises(CursorVerlopen):
        lees_na(Cursor(cursor.epoch, cursor.nummer + 1), meest=10)


@pytest.fixture
def stand(transactional_db: None) -> Syncstand:
    """The one row is there: a transaction that makes it would hold up every other one."""
    return Syncstand.haal()


def in_een_draad(werk: Any) -> threading.Thread:
    def draai() -> None:
        try:
            werk()
        finally:
            connection.close()

    draad = threading.Thread(target=draai)
    draad.start()
    return draad


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_een_transactie_die_eerder_begon_en_later_vastlegt_wordt_niet_overgeslagen(stand: Syncstand) -> None:
    geschreven, verder = threading.Event(), threading.Event()

    def traag() -> None:
        with transaction.atomic():
            geef_uit("traag", "begon eerder")
            geschreven.set()
            assert verder.wait(20)

    draad = in_een_draad(traag)
    assert geschreven.wait(20)
    with transaction.atomic():
        geef_uit("snel", "begon later")
    assert geef_nummers(ADEM) == 1
    gezien, cursor = volg(None)
    assert gezien == [("sliedrecht", "snel")]
    verder.set()
    draad.join(20)
    assert geef_nummers(ADEM) == 1
    assert volg(cursor)[0] == [("sliedrecht", "traag")]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_een_rij_die_de_planner_vasthoudt_krijgt_haar_nummer_later_en_houdt_niemand_op(
    stand: Syncstand,
) -> None:
    with transaction.atomic():
        geef_uit("paspoort", "eerst")
    geschreven, verder = threading.Event(), threading.Event()

    def planner() -> None:
        with transaction.atomic():
            geef_uit("paspoort", "daarna")
            geschreven.set()
            assert verder.wait(20)

    draad = in_een_draad(planner)
    assert geschreven.wait(20)
    assert geef_nummers(ADEM) == 0
    verder.set()
    draad.join(20)
    assert geef_nummers(ADEM) == 1
    (rij,) = lees_na(None, meest=10).rijen
    assert rij.publieke_inhoud.als_dict() == {"tekst": "daarna"}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_er_nummert_er_een_tegelijk_en_de_ander_gaat_door(stand: Syncstand) -> None:
    with transaction.atomic():
        geef_uit("paspoort", "een")
    uitkomst = []
    with zonder_wachten(Slot.STROOM) as aan_de_beurt:
        assert aan_de_beurt
        in_een_draad(lambda: uitkomst.append(geef_nummers(ADEM))).join(20)
    assert uitkomst == [0]
    assert geef_nummers(ADEM) == 1


@pytest.mark.postgres
@pytest.mark.traag
@pytest.mark.django_db(transaction=True)
def test_vier_schrijvers_en_een_volger_missen_samen_niets(stand: Syncstand) -> None:
    """Every document gets one last edit; a follower that never looks back ends with all of them."""
    klaar = threading.Event()

    def schrijver(nummer: int) -> None:
        for keer in range(15):
            for sleutel in range(3):
                with transaction.atomic():
                    geef_uit(f"p-{nummer}-{sleutel}", f"{keer}")

    def nummeraar() -> None:
        while not klaar.is_set():
            geef_nummers(ADEM)

    schrijvers = [in_een_draad(lambda nummer=nummer: schrijver(nummer)) for nummer in range(4)]
    nummeraars = [in_een_draad(nummeraar) for _ in range(2)]
    heeft: dict[str, str] = {}
    cursor = None

    def haal() -> None:
        nonlocal cursor
        blad = lees_na(cursor, meest=5)
        heeft.update({rij.sleutel: rij.publieke_inhoud.als_dict()["tekst"] for rij in blad.rijen})
        cursor = blad.volgende

    while any(draad.is_alive() for draad in schrijvers):
        haal()
    klaar.set()
    for draad in nummeraars:
        draad.join(20)
    geef_nummers(ADEM)
    while lees_na(cursor, meest=5).rijen:
        haal()
    assert heeft == {f"p-{nummer}-{sleutel}": "14" for nummer in range(4) for sleutel in range(3)}
