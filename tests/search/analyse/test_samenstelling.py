from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analyse.samenstelling import KOPPELINGEN, delen


@pytest.mark.parametrize(
    ("woord", "verwacht"),
    [
        ("grofvuil", ("grof", "vuil")),
        ("afvalpas", ("afval", "pas")),
        ("kapvergunning", ("kap", "vergunning")),
        ("bijstandsuitkering", ("bijstand", "uitkering")),
        ("gehandicaptenparkeerkaart", ("gehandicapten", "parkeer", "kaart")),
        ("geboorteakte", ("geboorte", "akte")),
        ("kinderopvang", ("kinder", "opvang")),
        ("begraafplaats", ()),
    ],
)
def test_samenstelling_valt_uiteen_in_haar_delen(woord: str, verwacht: tuple[str, ...]) -> None:
    assert delen(woord) == verwacht


@pytest.mark.parametrize(
    "woord",
    [
        *(
            "paspoort",
            "rijbewijs",
            "gemeente",
            "kwijtschelding",
            "aangifte",
            "bekend",
            "begeleid",
            "verhuizing",
        ),
        *("huis", "straat", "12345", "a"),
    ],
)
def test_woord_dat_geen_samenstelling_is_blijft_heel(woord: str) -> None:
    assert delen(woord) == ()


@given(st.text(alphabet="abdeginorstuv", max_size=40))
def test_delen_vullen_samen_het_hele_woord(woord: str) -> None:
    gevonden = delen(woord)
    if not gevonden:
        return
    plek = 0
    for deel in gevonden:
        koppeling = next(k for k in KOPPELINGEN if woord.startswith(k + deel, plek))
        assert plek or not koppeling
        plek += len(koppeling) + len(deel)
    assert plek == len(woord)


def test_een_heel_lang_woord_kost_geen_tijd() -> None:
    assert isinstance(delen("gemeenteafvalvergunningkaart" * 2), tuple)
