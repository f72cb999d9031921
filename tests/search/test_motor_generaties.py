"""Generations of either engine: one serves, others fill, and changing over is at once."""

from __future__ import annotations

from typing import cast

import pytest

from search.bereik import publiek
from search.motor import GeneratieFout, InGeneratie, Motor, MotorOnbereikbaar
from search.zoeken import zoek
from tests.search.gevonden import PASPOORT, Vul, sleutels
from tests.search.hulp import document


def test_oude_generatie_blijft_dienen_terwijl_de_nieuwe_vult(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "paspoort", "Reisdocument", versie=9)])
    assert sleutels(motor, "paspoort") == ["paspoort"]
    assert sleutels(motor, "reisdocument") == []
    assert motor.counts("g2") == {"dordrecht": 1}
    assert (motor.active(), motor.generations()) == ("g1", ["g1", "g2"])


def test_wisselen_en_terugwisselen(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "reisdocument", "Reisdocument")])
    motor.activate("g2")
    assert sleutels(motor, "reisdocument") == ["reisdocument"]
    assert sleutels(motor, "paspoort") == []
    motor.activate("g1")
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_actieve_generatie_kan_niet_weg_een_oude_wel(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.activate("g2")
    with pytest.raises(GeneratieFout):
        motor.drop("g2")
    motor.drop("g1")
    motor.drop("g1")
    assert motor.generations() == ["g2"]


def test_generatie_beginnen_die_er_al_is_laat_haar_inhoud_staan(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g1")
    assert motor.counts("g1") == {"dordrecht": 1}


def test_schrijven_naar_een_onbekende_generatie_maakt_er_geen(motor: Motor) -> None:
    with pytest.raises(GeneratieFout):
        motor.write("bestaat-niet", [PASPOORT])
    with pytest.raises(GeneratieFout):
        motor.activate("bestaat-niet")
    assert motor.generations() == []


@pytest.mark.parametrize("naam", ["", "../buiten", "Hoofdletter", "a b", "x" * 41])
def test_naam_van_een_generatie_kan_niet_naar_buiten_wijzen(motor: Motor, naam: str) -> None:
    with pytest.raises(GeneratieFout):
        motor.begin_generation(naam)


def test_zonder_actieve_generatie_is_de_motor_onbereikbaar(motor: Motor) -> None:
    motor.begin_generation("g1")
    with pytest.raises(MotorOnbereikbaar):
        zoek("paspoort", publiek("dordrecht"), motor=motor)
    assert motor.active() is None


def test_een_generatie_die_niet_dient_is_te_bevragen(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "reisdocument", "Reisdocument")])
    motor.counts("g2")
    nieuwe = cast(Motor, InGeneratie(motor, "g2"))
    assert sleutels(nieuwe, "reisdocument") == ["reisdocument"]
    assert sleutels(nieuwe, "paspoort") == []
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_index_van_een_andere_analyse_is_niet_actueel_en_blijft_zoeken(
    motor: Motor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as toen:
        toen.setattr(type(motor), "fingerprint", "t0-oud")
        motor.begin_generation("g1")
    motor.write("g1", [PASPOORT])
    motor.activate("g1")
    assert motor.generation_fingerprint("g1") == "t0-oud"
    assert motor.generation_fingerprint("g1") != motor.fingerprint
    assert not motor.health().actueel
    assert sleutels(motor, "paspoort") == ["paspoort"]
    motor.begin_generation("g2")
    motor.activate("g2")
    assert motor.health().actueel
