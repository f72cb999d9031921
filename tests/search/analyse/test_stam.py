from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.analyse.stam import snowball, stam
from tests.search.analyse.woordenlijsten import EEN_WOORD, TWEE_WOORDEN, paren


@pytest.mark.parametrize(
    "groep",
    [
        "melden melding gemeld meldt",
        "scheiden gescheiden scheiding",
        "erkennen erkend erkenning",
        "aanvragen aanvraag aangevraagd",
        "verhuizen verhuizing verhuisd verhuis",
        "paspoort paspoorten",
        "vergunning vergunningen",
        "huis huizen",
        "auto autos",
        "kind kinderen",
        "inschrijven ingeschreven inschrijving",
    ],
)
def test_vormen_van_een_woord_hebben_een_stam(groep: str) -> None:
    assert len({stam(woord) for woord in groep.split()}) == 1


@pytest.mark.parametrize(
    "paar", ["paspoort rijbewijs", "trouwen huwelijk", "ouder oud", "meld mel", "kap kaap"]
)
def test_andere_woorden_houden_een_andere_stam(paar: str) -> None:
    een, ander = paar.split()
    assert stam(een) != stam(ander)


def test_er_zijn_genoeg_paren_om_op_te_toetsen() -> None:
    assert len(set(paren(EEN_WOORD))) >= 60
    assert len(set(paren(TWEE_WOORDEN))) >= 30


@pytest.mark.parametrize(("een", "ander"), paren(EEN_WOORD))
def test_twee_vormen_van_een_woord_hebben_een_stam(een: str, ander: str) -> None:
    assert stam(een) == stam(ander)


@pytest.mark.parametrize(("een", "ander"), paren(TWEE_WOORDEN))
def test_twee_woorden_die_op_elkaar_lijken_hebben_elk_hun_stam(een: str, ander: str) -> None:
    assert stam(een) != stam(ander)


def test_de_eigen_lijst_gaat_voor_die_van_sterke_werkwoorden() -> None:
    assert stam("graven") == stam("graf")  # the plural, not to dig
    assert stam("leden") == stam("lid")


def test_een_deelwoord_met_een_los_voorvoegsel_hoeft_in_geen_lijst_te_staan() -> None:
    assert stam("schoongespoeld") == "schoon" + stam("gespoeld")
    assert stam("weggemoffeld").startswith("weg")


def test_wat_niemand_kent_krijgt_de_stam_van_snowball() -> None:
    assert stam("blurkelingen") == snowball("blurkelingen")
    assert stam("") == ""


def test_stammen_is_veilig_in_meer_draden_tegelijk() -> None:
    woorden = [
        f"{begin}{eind}" for begin in ("vergunning", "verhuiz", "loop") for eind in ("en", "s", "ing")
    ] * 200
    alleen = [stam(woord) for woord in woorden]
    stam.cache_clear()
    with ThreadPoolExecutor(8) as draden:
        assert list(draden.map(stam, woorden)) == alleen
