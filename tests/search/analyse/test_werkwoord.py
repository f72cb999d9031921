from __future__ import annotations

import pytest

from search.analyse.bronnen import STERK, regels
from search.analyse.werkwoord import SCHEIDBAAR, VAST, sterke_stam


@pytest.mark.parametrize(
    ("vorm", "stam"),
    [
        ("brak", "breek"),
        ("gebroken", "breek"),
        ("verbroken", "verbreek"),
        ("kwijtgescholden", "kwijtscheld"),
        ("kwijtscheldt", "kwijtscheld"),
        ("weggebracht", "wegbreng"),
        ("meegenomen", "meeneem"),
        ("ondernomen", "onderneem"),
        ("opgegeven", "opgeef"),
        ("uitgeschreven", "uitschrijf"),
        ("beschreven", "beschrijf"),
        ("ontbonden", "ontbind"),
        ("afgesloten", "afsluit"),
        ("verdween", "verdwijn"),
    ],
)
def test_vorm_van_een_sterk_werkwoord_heeft_de_stam_met_wat_ervoor_staat(vorm: str, stam: str) -> None:
    assert sterke_stam(vorm) == stam


@pytest.mark.parametrize(
    "woord", ["", "fietsen", "paspoort", "gebouw", "verbeteren", "af", "opge", "broken", "verven", "vervoer"]
)
def test_een_ander_woord_heeft_er_geen(woord: str) -> None:
    assert sterke_stam(woord) is None


def test_een_voorvoegsel_zonder_meer_is_geen_werkwoord() -> None:
    assert [voor for voor in (*SCHEIDBAAR, *VAST) if sterke_stam(voor) is not None] == []


def test_elke_regel_van_de_lijst_heeft_een_infinitief_en_geen_vorm_staat_er_twee_keer() -> None:
    gezien: dict[str, str] = {}
    for regel in regels(STERK):
        sleutel, _, vormen = regel.partition(":")
        assert vormen.split()[0].endswith("n"), regel
        for vorm in vormen.split():
            assert gezien.setdefault(vorm, sleutel) == sleutel, vorm
