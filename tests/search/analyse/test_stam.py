from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.analyse.stam import stam


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


def test_stammen_is_veilig_in_meer_draden_tegelijk() -> None:
    woorden = [
        f"{begin}{eind}" for begin in ("vergunning", "verhuiz", "loop") for eind in ("en", "s", "ing")
    ] * 200
    alleen = [stam(woord) for woord in woorden]
    stam.cache_clear()
    with ThreadPoolExecutor(8) as draden:
        assert list(draden.map(stam, woorden)) == alleen
