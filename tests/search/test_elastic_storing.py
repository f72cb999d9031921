"""A real Elasticsearch in trouble: slow, red, full, half refusing, away. Reading fails soon and clearly, writing loses
nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import cast
from uuid import uuid4

import httpx
import pytest

from search import elastic_motor, zekering
from search.bereik import publiek
from search.elastic_motor import ElasticMotor
from search.elastic_schema import INSTELLINGEN, mapping
from search.motor import Afloop, InGeneratie, Motor, MotorOnbereikbaar, Stand
from search.zoeken import zoek
from tests.search.gevonden import PASPOORT
from tests.search.hulp import ADRES, document, maak_elastic, ruim_op
from tests.search.tussenpersoon import Tussenpersoon

pytestmark = pytest.mark.elasticsearch
NIEUW = [document("dordrecht", f"lid-{nummer}", f"Lid {nummer}") for nummer in range(10)]


@pytest.fixture
def motor() -> Iterator[ElasticMotor]:
    gemaakt = maak_elastic(f"test-{uuid4().hex[:12]}")
    gemaakt.begin_generation("g1")
    gemaakt.write("g1", [PASPOORT])
    gemaakt.activate("g1")
    yield gemaakt
    ruim_op(gemaakt)


@pytest.fixture
def tussen() -> Iterator[Tussenpersoon]:
    with Tussenpersoon(os.environ[ADRES]).aan() as persoon:
        yield persoon


def _zoek(motor: ElasticMotor) -> list[str]:
    return [lid.sleutel for lid in zoek("paspoort", publiek("dordrecht"), motor=motor).treffers]


def _instelling(motor: ElasticMotor, **waarden: object) -> None:
    motor._client.indices.put_settings(index=f"{motor.prefix}-g1", settings=waarden)


def test_trage_server_is_na_de_zoektijd_onbereikbaar_en_houdt_de_volgende_niet_op(
    motor: ElasticMotor, tussen: Tussenpersoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elastic_motor, "ZOEKTIJD", 1.0)
    monkeypatch.setattr(zekering, "RUST", 1.5)
    lezer = ElasticMotor(tussen.adres, prefix=motor.prefix)
    assert _zoek(lezer) == ["paspoort"]
    tussen.vertraging = 5.0
    begin = time.monotonic()
    with pytest.raises(MotorOnbereikbaar, match="ConnectionTimeout"):
        _zoek(lezer)
    assert 0.9 < time.monotonic() - begin < 4
    voor = tussen.vragen
    begin = time.monotonic()
    for _ in range(20):
        with pytest.raises(MotorOnbereikbaar, match="net niet"):
            _zoek(lezer)
    assert time.monotonic() - begin < 1.4
    assert tussen.vragen == voor
    tussen.vertraging = 0.0
    time.sleep(1.6)
    assert _zoek(lezer) == ["paspoort"]


def test_rode_index_is_onbereikbaar_en_is_te_gebruiken_zodra_hij_er_is(
    motor: ElasticMotor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index of which no node may hold the shard; the one that serves goes on."""
    monkeypatch.setitem(elastic_motor.BULK, "timeout", "500ms")
    index = f"{motor.prefix}-g2"
    motor._client.indices.create(
        index=index,
        mappings=mapping(motor.prefix, motor.fingerprint).to_dict(),
        settings={**INSTELLINGEN, "index.routing.allocation.require._name": "bestaat-niet"},
        wait_for_active_shards="0",
    )
    assert motor._client.cluster.health(index=index)["status"] == "red"
    with pytest.raises(MotorOnbereikbaar, match="503"):
        motor.write("g2", NIEUW)
    with pytest.raises(MotorOnbereikbaar):
        zoek("lid", publiek("dordrecht"), motor=cast(Motor, InGeneratie(motor, "g2")))
    assert _zoek(motor) == ["paspoort"]
    motor._client.indices.put_settings(index=index, settings={"index.routing.allocation.require._name": None})
    motor._client.options(request_timeout=30).cluster.health(index=index, wait_for_status="yellow")
    assert {lid.afloop for lid in motor.write("g2", NIEUW)} == {Afloop.GESCHREVEN}
    assert motor.counts("g2") == {"dordrecht": 10}


def test_volle_schijf_laat_zoeken_doorgaan_en_schrijven_wachten(motor: ElasticMotor) -> None:
    """The block that the server itself puts on an index at its flood-stage watermark."""
    _instelling(motor, **{"index.blocks.read_only_allow_delete": True})
    with pytest.raises(MotorOnbereikbaar, match="429"):
        motor.write("g1", NIEUW)
    assert _zoek(motor) == ["paspoort"]
    assert list(motor.audit()) == [Stand(PASPOORT.id, 5, False)]
    _instelling(motor, **{"index.blocks.read_only_allow_delete": None})
    assert {lid.afloop for lid in motor.write("g1", NIEUW)} == {Afloop.GESCHREVEN}
    assert motor.counts() == {"dordrecht": 11}


def test_half_geweigerde_lading_is_niet_bevestigd_en_gaat_later_helemaal(
    motor: ElasticMotor, tussen: Tussenpersoon
) -> None:
    schrijver = ElasticMotor(tussen.adres, prefix=motor.prefix)
    tussen.weiger_helft = True
    with pytest.raises(MotorOnbereikbaar, match="429 rejected execution"):
        schrijver.write("g1", NIEUW)
    assert motor.counts() == {"dordrecht": 1 + 5}
    tussen.weiger_helft = False
    assert {lid.afloop for lid in schrijver.write("g1", NIEUW)} == {Afloop.GESCHREVEN}
    assert motor.counts() == {"dordrecht": 1 + 10}


def test_helft_van_de_lading_die_niet_past_wordt_per_document_gemeld(motor: ElasticMotor) -> None:
    """The server itself refuses a word that is too long for one term; each document its own answer, in order."""
    reuzen = [
        replace(document("dordrecht", f"reus-{nummer}", "Reus"), velden={"vormen": "x" * 40_000})
        for nummer in range(5)
    ]
    door_elkaar = [lid for paar in zip(NIEUW[:5], reuzen, strict=True) for lid in paar]
    uitslagen = motor.write("g1", door_elkaar)
    assert [lid.id for lid in uitslagen] == [lid.id for lid in door_elkaar]
    assert [lid.afloop for lid in uitslagen] == [Afloop.GESCHREVEN, Afloop.FOUT] * 5
    assert {"vormen" in lid.melding for lid in uitslagen[1::2]} == {True}, uitslagen[1].melding
    assert motor.counts() == {"dordrecht": 1 + 5}


def test_trage_server_bij_het_schrijven_bevestigt_niets(
    motor: ElasticMotor, tussen: Tussenpersoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the server did do in the end is the same when it is offered again."""
    with monkeypatch.context() as ongeduldig:
        ongeduldig.setattr(elastic_motor, "SCHRIJFTIJD", 0.5)
        schrijver = ElasticMotor(tussen.adres, prefix=motor.prefix)
    tussen.vertraging = 1.0
    with pytest.raises(MotorOnbereikbaar, match="ConnectionTimeout"):
        schrijver.write("g1", NIEUW)
    tussen.vertraging = 0.0
    time.sleep(1.5)
    schrijver = ElasticMotor(tussen.adres, prefix=motor.prefix)
    assert {lid.afloop for lid in schrijver.write("g1", NIEUW)} == {Afloop.GESCHREVEN}
    assert motor.counts() == {"dordrecht": 11}


def test_een_dode_knoop_naast_een_levende_wordt_overgeslagen(motor: ElasticMotor) -> None:
    lezer = ElasticMotor(f"http://127.0.0.1:9, {os.environ[ADRES]}", prefix=motor.prefix)
    for _ in range(6):
        assert _zoek(lezer) == ["paspoort"]


def test_hoe_traag_ook_een_vraag_staat_in_geen_logboek_van_de_server(motor: ElasticMotor) -> None:
    antwoord = httpx.get(f"{os.environ[ADRES]}/{motor.prefix}*/_settings", params={"flat_settings": "true"})
    (index,) = antwoord.json().values()
    for niveau in ("warn", "info", "debug", "trace"):
        assert index["settings"][f"index.search.slowlog.threshold.query.{niveau}"] == "-1"
