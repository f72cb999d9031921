"""Writing to either engine: the highest version stays, and a bad document harms no other."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from search.document import ZoekDocument, grafsteen
from search.motor import Afloop, Motor
from tests.search.gevonden import PASPOORT, RIJBEWIJS, Vul, sleutels
from tests.search.hulp import document


def test_oudere_versie_wordt_geweigerd_met_de_aanwezige_versie(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    [uitslag] = motor.write("g1", [document("dordrecht", "paspoort", "Oud", versie=4)])
    assert (uitslag.afloop, uitslag.aanwezig) == (Afloop.VEROUDERD, 5)
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_oudere_versie_in_dezelfde_lading_wordt_geweigerd(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, document("dordrecht", "paspoort", "Oud", versie=4))
    assert sleutels(motor, "paspoort") == ["paspoort"]
    assert motor.counts() == {"dordrecht": 1}


def test_latere_versie_in_dezelfde_lading_wint(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT, RIJBEWIJS, document("dordrecht", "paspoort", "Reisdocument", versie=6))
    assert sleutels(motor, "aanvragen") == ["rijbewijs"]
    assert sleutels(motor, "reisdocument") == ["paspoort"]
    assert sorted(stand.versie for stand in motor.audit()) == [5, 6]


def test_oudere_versie_na_een_intrekking_komt_niet_terug(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    [uitslag] = motor.write("g1", [PASPOORT])
    assert uitslag.afloop is Afloop.VEROUDERD
    assert sleutels(motor, "paspoort") == []


def test_nieuwere_versie_na_een_intrekking_wordt_gevonden(gevuld: Vul) -> None:
    motor = gevuld(PASPOORT)
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    motor.write("g1", [replace(PASPOORT, versie=7)])
    assert sleutels(motor, "paspoort") == ["paspoort"]


def test_intrekking_van_wat_er_nooit_was_wordt_onthouden(gevuld: Vul) -> None:
    motor = gevuld(grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6))
    [uitslag] = motor.write("g1", [PASPOORT])
    assert uitslag.afloop is Afloop.VEROUDERD
    assert motor.counts() == {}


@pytest.mark.parametrize(
    ("slecht", "waarom"),
    [
        (replace(PASPOORT, versie=2**53), "versie"),
        (replace(PASPOORT, versie=0), "versie"),
        (replace(PASPOORT, id="papendrecht/paspoort"), "id"),
        (replace(PASPOORT, velden={"geheim": "woord"}), "geheim"),
        (replace(PASPOORT, bereik="", id="/paspoort"), "slug"),
        (replace(PASPOORT, weg=True), "geen woorden"),
    ],
)
def test_slecht_document_wordt_gemeld_en_schaadt_de_andere_niet(
    motor: Motor, slecht: ZoekDocument, waarom: str
) -> None:
    motor.begin_generation("g1")
    motor.activate("g1")
    voor, fout, na = motor.write(
        "g1", [RIJBEWIJS, slecht, document("dordrecht", "kapvergunning", "Kapvergunning")]
    )
    assert (voor.afloop, na.afloop) == (Afloop.GESCHREVEN, Afloop.GESCHREVEN)
    assert fout.afloop is Afloop.FOUT
    assert waarom in fout.melding
    assert motor.counts() == {"dordrecht": 2}


def test_woord_dat_geen_motor_aankan_treft_alleen_zijn_document(motor: Motor) -> None:
    motor.begin_generation("g1")
    motor.activate("g1")
    reus = replace(PASPOORT, velden={"vormen": "x" * 70_000})
    uitslagen = motor.write("g1", [reus, RIJBEWIJS])
    assert uitslagen[1].afloop is Afloop.GESCHREVEN
    assert sleutels(motor, "rijbewijs") == ["rijbewijs"]


def test_volgorde_van_aankomst_maakt_niet_uit(gevuld: Vul) -> None:
    """Three messages about one document, in each order, in one load or each by itself: the highest version stays."""
    motor = gevuld()
    verwacht: dict[str, list[str]] = {}
    for nummer, volgorde in enumerate(permutations((5, 6, 7))):
        for hoe in ("samen", "los"):
            for weg in (6, 7):
                sleutel = f"lid-{nummer}-{hoe}-{weg}"
                berichten = [_bericht(sleutel, versie, weg=versie == weg) for versie in volgorde]
                if hoe == "samen":
                    motor.write("g1", berichten)
                else:
                    for bericht in berichten:
                        motor.write("g1", [bericht])
                verwacht[sleutel] = [] if weg == 7 else [sleutel]
    for sleutel, gevonden in verwacht.items():
        assert sleutels(motor, sleutel.replace("-", "")) == gevonden, sleutel
    assert {stand.versie for stand in motor.audit()} == {7}
    assert motor.counts() == {"dordrecht": 12}


def _bericht(sleutel: str, versie: int, *, weg: bool) -> ZoekDocument:
    if weg:
        return grafsteen(bereik="dordrecht", sleutel=sleutel, versie=versie)
    return document("dordrecht", sleutel, sleutel.replace("-", ""), versie=versie)


def test_van_duizend_documenten_zijn_er_drie_slecht(motor: Motor) -> None:
    motor.begin_generation("g1")
    motor.activate("g1")
    documenten = [document("dordrecht", f"product-{nummer}", f"Product {nummer}") for nummer in range(1000)]
    slecht = {
        0: replace(documenten[0], versie=0),
        499: replace(documenten[499], id="dordrecht/een-ander"),
        999: replace(documenten[999], velden={"onbekend": "woord"}),
    }
    uitslagen = motor.write("g1", [slecht.get(plek, lid) for plek, lid in enumerate(documenten)])
    assert [plek for plek, lid in enumerate(uitslagen) if lid.afloop is Afloop.FOUT] == [0, 499, 999]
    assert sum(lid.afloop is Afloop.GESCHREVEN for lid in uitslagen) == 997
    assert motor.counts() == {"dordrecht": 997}
