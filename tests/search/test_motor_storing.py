"""Faults of an engine: a clear error, and nothing that was confirmed gets lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from search.bereik import publiek
from search.document import ZoekDocument, grafsteen
from search.elastic_motor import ElasticMotor
from search.motor import Afloop, MotorBezet, MotorOnbereikbaar, Stand
from search.tantivy_motor import TantivyMotor
from search.zoeken import zoek
from tests.search.gevonden import PASPOORT, RIJBEWIJS


def test_tweede_schrijver_krijgt_een_duidelijke_fout(tmp_path: Path) -> None:
    eerste, tweede = TantivyMotor(tmp_path), TantivyMotor(tmp_path)
    eerste.begin_generation("g1")
    eerste.write("g1", [PASPOORT])
    with pytest.raises(MotorBezet):
        tweede.write("g1", [PASPOORT])
    eerste.close()
    assert tweede.write("g1", [PASPOORT])[0].afloop is Afloop.GESCHREVEN
    tweede.close()


def test_herstarte_schrijver_weigert_nog_steeds_wat_verouderd_is(tmp_path: Path) -> None:
    eerste = TantivyMotor(tmp_path)
    eerste.begin_generation("g1")
    eerste.write("g1", [PASPOORT, grafsteen(bereik="dordrecht", sleutel="rijbewijs", versie=8)])
    eerste.close()
    herstart = TantivyMotor(tmp_path)
    uitslagen = herstart.write("g1", [replace(PASPOORT, versie=4), RIJBEWIJS])
    assert [uitslag.aanwezig for uitslag in uitslagen] == [5, 8]
    herstart.close()


def test_mislukte_lading_telt_niet_als_geschreven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    motor = TantivyMotor(tmp_path)
    motor.begin_generation("g1")
    motor.write("g1", [PASPOORT])

    def stuk(_: ZoekDocument) -> None:
        raise ValueError("schijf vol")

    with monkeypatch.context() as tijdelijk:
        tijdelijk.setattr("search.tantivy_schrijver.naar_tantivy", stuk)
        with pytest.raises(MotorOnbereikbaar, match="schijf vol"):
            motor.write("g1", [replace(PASPOORT, versie=7)])
    assert list(motor.audit("g1")) == [Stand("dordrecht/paspoort", 5, False)]
    assert motor.write("g1", [replace(PASPOORT, versie=6)])[0].afloop is Afloop.GESCHREVEN
    motor.close()


def test_kapotte_map_is_een_onbereikbare_motor(tmp_path: Path) -> None:
    motor = TantivyMotor(tmp_path)
    motor.begin_generation("g1")
    motor.activate("g1")
    (tmp_path / "generaties" / "g1" / "meta.json").write_text("kapot")
    with pytest.raises(MotorOnbereikbaar):
        zoek("paspoort", publiek("dordrecht"), motor=motor)


def test_server_die_niet_antwoordt_is_een_onbereikbare_motor() -> None:
    motor = ElasticMotor("http://127.0.0.1:9", prefix="weg")
    for doe in (
        lambda: zoek("paspoort", publiek("dordrecht"), motor=motor),
        lambda: motor.write("g1", [PASPOORT]),
        lambda: motor.begin_generation("g1"),
        motor.active,
        motor.health,
        motor.counts,
        lambda: list(motor.audit()),
    ):
        with pytest.raises(MotorOnbereikbaar):
            doe()
