"""The pull feed over HTTP: pages, tombstones, one municipality, waiting that never takes all workers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kennisbank.api import stroom
from redactie.models import Product
from sync.adem import Adem
from sync.canoniek import canoniek, hash_van
from sync.plannen import verwerk_alles
from sync.stroom import geef_nummers
from tests.factories import ProductFactory, RegioFactory, publiceer
from tests.kennisbank.api.test_api import houdt_zich_aan, houdt_zich_aan_probleem

pytestmark = pytest.mark.django_db
ADRES = "/api/v1/publicaties/"


def plan() -> None:
    verwerk_alles(Adem(rust=False))
    while geef_nummers(Adem(rust=False)):
        pass


@pytest.fixture
def paspoort(sliedrecht: Any, dordrecht: Any) -> Product:
    """By the real planner: only that marks what is new."""
    RegioFactory()
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan()
    return product


@pytest.fixture(autouse=True)
def geen_slaap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stroom, "POLS", 0.01)


def haal(client: Client, **vraag: Any) -> Any:
    antwoord = client.get(ADRES, vraag)
    assert antwoord.status_code == 200, antwoord.content
    houdt_zich_aan("Publicatiestroom", antwoord.json())
    return antwoord.json()


def test_de_stroom_geeft_wat_een_levering_geeft_en_de_hash_is_na_te_rekenen(
    client: Client, paspoort: Any
) -> None:
    gekregen = haal(client, gemeente="sliedrecht")
    assert [(lid["documentsoort"], lid["sleutel"]) for lid in gekregen["documenten"]] == [
        ("gemeente", "gemeente"),
        ("product", "paspoort"),
    ]
    for lid in gekregen["documenten"]:
        assert hash_van(canoniek(lid["inhoud"])) == lid["hash"]
    assert gekregen["meer"] is False


def test_volgende_leidt_verder_tot_er_niets_meer_is(
    client: Client, paspoort: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stroom, "PER_KEER", 1)
    gezien, adres = [], ADRES
    for _ in range(10):
        blad = client.get(adres).json()
        gezien += [(lid["bereik"], lid["sleutel"]) for lid in blad["documenten"]]
        adres = blad["volgende"]
        if not blad["meer"]:
            break
    assert len(gezien) == len(set(gezien)) == 4
    assert client.get(adres).json()["documenten"] == []


def test_een_ingetrokken_product_is_een_grafsteen(client: Client, paspoort: Any) -> None:
    cursor = haal(client)["cursor"]
    paspoort.unpublish(user=None)
    plan()
    gekregen = haal(client, cursor=cursor, gemeente="dordrecht")["documenten"]
    assert [(lid["ingetrokken"], lid["inhoud"], lid["hash"]) for lid in gekregen] == [(True, None, "")]


def test_intern_en_de_regio_gaan_niet_mee(client: Client, paspoort: Any) -> None:
    tekst = client.get(ADRES).content.decode()
    assert "Geef nooit door" not in tekst
    assert {lid["bereik"] for lid in haal(client)["documenten"]} == {"dordrecht", "sliedrecht"}
    houdt_zich_aan_probleem(client.get(ADRES, {"gemeente": "regio"}), 404, "niet-gevonden")


def test_wie_wacht_krijgt_de_wijziging_die_intussen_komt(
    client: Client, paspoort: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cursor = haal(client)["cursor"]

    def intussen(*_: Any, **__: Any) -> bool:
        paspoort.kosten = "Het kost niets."
        publiceer(paspoort)
        plan()
        return True

    monkeypatch.setattr(stroom, "wacht_op_iets_nieuws", intussen)
    assert len(haal(client, cursor=cursor, wacht=5)["documenten"]) == 2


def test_wachten_eindigt_met_niets_als_er_niets_komt(client: Client, paspoort: Any) -> None:
    gekregen = haal(client)
    assert haal(client, cursor=gekregen["cursor"], wacht=1)["documenten"] == []


def test_een_wachter_ziet_een_nieuw_nummer(paspoort: Any) -> None:
    cursor = stroom.lees_na(None, meest=100).volgende

    def slaap(seconden: float) -> None:
        paspoort.kosten = "Het kost niets."
        publiceer(paspoort)
        plan()

    assert stroom.wacht_op_iets_nieuws(cursor, 5, slaap=slaap)


def test_zijn_alle_wachtplekken_bezet_dan_komt_het_antwoord_meteen(
    client: Client, paspoort: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cursor = haal(client)["cursor"]
    plekken = stroom.Wachtplekken(1)
    monkeypatch.setattr(stroom, "plekken", plekken)
    monkeypatch.setattr(stroom, "wacht_op_iets_nieuws", lambda *_, **__: pytest.fail("er werd gewacht"))
    with plekken.neem() as plek:
        assert plek
        assert haal(client, cursor=cursor, wacht=25)["documenten"] == []
    with plekken.neem() as plek:
        assert plek


def test_er_blijven_altijd_threads_over_voor_wie_niet_wacht(settings: Any) -> None:
    assert stroom.plekken._vrij._value <= max(1, settings.ANTWOORD_THREADS // 4)


@pytest.mark.parametrize(
    ("vraag", "status", "soort"),
    [
        ({"cursor": "morgen"}, 400, "onjuiste-parameter"),
        ({"wacht": "26"}, 400, "onjuiste-parameter"),
        ({"cursor": "1.999999"}, 410, "cursor-verlopen"),
        ({"cursor": "9.0"}, 410, "cursor-verlopen"),
        ({"gemeente": "nergens"}, 404, "niet-gevonden"),
    ],
)
def test_wat_niet_kan_wordt_gezegd(
    client: Client, paspoort: Any, vraag: dict[str, str], status: int, soort: str
) -> None:
    houdt_zich_aan_probleem(client.get(ADRES, vraag), status, soort)
