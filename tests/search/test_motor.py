"""The contract of an engine, on both engines; `test_motor_*.py` say the rest of it, a subject each."""

from __future__ import annotations

from search.document import grafsteen
from search.motor import Afloop, Stand
from tests.search.gevonden import PASPOORT, RIJBEWIJS, Vul, sleutels
from tests.search.hulp import document


def test_geschreven_document_wordt_meteen_gevonden(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_latere_versie_vervangt_de_vorige(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.write("g1", [document("dordrecht", "paspoort", "Reisdocument", versie=6)])
    assert sleutels(motor, "reisdocument") == ["paspoort"]
    assert sleutels(motor, "aanvragen") == []
    assert motor.counts() == {"dordrecht": 1}


def test_dezelfde_versie_nog_eens_schrijven_verandert_niets(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    [uitslag] = motor.write("g1", [PASPOORT])
    assert uitslag.afloop is Afloop.GESCHREVEN
    assert motor.counts() == {"dordrecht": 1}
    assert list(motor.audit()) == [Stand("dordrecht/paspoort", 5, False)]


def test_ingetrokken_document_wordt_niet_gevonden_en_onthouden(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, RIJBEWIJS)
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    assert sleutels(motor, "paspoort") == []
    assert sleutels(motor, "aanvragen") == ["rijbewijs"]
    assert motor.counts() == {"dordrecht": 1}
    assert Stand("dordrecht/paspoort", 6, True) in list(motor.audit())


def test_gezondheid_noemt_generatie_aantal_en_analyse(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, RIJBEWIJS)
    stand = motor.health()
    assert (stand.actief, stand.documenten, stand.actueel) == ("g1", 2, True)
    assert motor.generation_fingerprint("g1") == motor.fingerprint


def test_lege_lading_schrijven_mag(gevuld: Vul) -> None:
    assert gevuld().write("g1", []) == []


def test_motor_is_na_sluiten_weer_te_gebruiken(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.close()
    assert sleutels(motor, "paspoort") == ["paspoort"]
    [uitslag] = motor.write("g1", [document("dordrecht", "paspoort", "Oud", versie=4)])
    assert uitslag.afloop is Afloop.VEROUDERD
