from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.correctie import afstand, klank, verbeterde_beginnen, verbeteringen, vergissing
from search.woordenschat import Woordenschat

SCHAT = Woordenschat(
    {
        "paspoort": 9,
        "bijstand": 7,
        "bijstandsuitkering": 2,
        "vergunning": 5,
        "pas": 3,
        "kaart": 4,
        "kwaart": 1,
    }
)


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [
        ("bijstnad", "bijstand", 1),
        ("pasport", "paspoort", 1),
        ("passpoort", "paspoort", 1),
        ("paspoord", "paspoort", 1),
        ("pasporot", "paspoort", 1),
        ("vergunnig", "vergunning", 1),
        ("verguning", "vergunning", 1),
        ("vregunnign", "vergunning", 2),
        ("kaart", "kaart", 0),
        ("hond", "kaart", 3),
    ],
)
def test_afstand_telt_bewerkingen_en_verwisselingen(een: str, ander: str, verwacht: int) -> None:
    assert afstand(een, ander, 2) == verwacht


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("bijstnad", "bijstand"),
        ("pasport", "paspoort"),
        ("verguning", "vergunning"),
        ("vregunnign", "vergunning"),
    ],
)
def test_onbekend_woord_wordt_het_naaste_bekende(getypt: str, bedoeld: str) -> None:
    assert verbeteringen(getypt, SCHAT)[0] == bedoeld


@pytest.mark.parametrize("getypt", ["pad", "pa", "14078", "2027", "xyzzyx", "", "krt"])
def test_kort_woord_getal_of_onzin_wordt_niet_verbeterd(getypt: str) -> None:
    assert verbeteringen(getypt, SCHAT) == ()


def test_twee_fouten_mogen_alleen_in_een_lang_woord() -> None:
    assert verbeteringen("vaspeort", SCHAT) == ("paspoort",)
    assert verbeteringen("kraat", Woordenschat({"kaarten": 1})) == ()


def test_bij_gelijke_afstand_wint_het_gewonere_woord_met_dezelfde_eerste_letter() -> None:
    schat = Woordenschat({"kaart": 2, "kwart": 9, "zwaart": 50})
    assert verbeteringen("kwaart", schat) == ("kwart", "kaart", "zwaart")


@given(st.text(alphabet="abc", max_size=7), st.text(alphabet="abc", max_size=7))
def test_afstand_is_even_ver_heen_als_terug(een: str, ander: str) -> None:
    assert afstand(een, ander, 2) == afstand(ander, een, 2)


WOORD = st.text(alphabet="abcde", min_size=4, max_size=9)


@given(st.lists(WOORD, max_size=12), WOORD)
def test_voorselectie_mist_niets(woorden: list[str], getypt: str) -> None:
    schat = Woordenschat(dict.fromkeys(woorden, 1))
    nabij = set(schat.nabij(getypt, 2))
    assert {woord for woord in woorden if afstand(getypt, woord, 2) <= 2} <= nabij


@pytest.mark.parametrize(
    ("geschreven", "bedoeld"),
    [
        ("weizigen", "wijzigen"),
        ("oud", "aut"),
        ("gaast", "chaast"),
        ("paspoord", "paspoort"),
        ("kontainer", "container"),
        ("verhuisen", "ferhuizen"),
        ("verguning", "vergunning"),
    ],
)
def test_wat_eender_klinkt_heeft_dezelfde_klank(geschreven: str, bedoeld: str) -> None:
    assert klank(geschreven) == klank(bedoeld)


def test_een_kort_woord_dat_eender_klinkt_is_dichtbij() -> None:
    assert verbeteringen("lijst", Woordenschat({"leist": 1})) == ("leist",)
    assert verbeteringen("lijst", Woordenschat({"laast": 1})) == ()


def test_gelijke_klank_gaat_voor_een_verschreven_letter_en_die_voor_een_andere() -> None:
    assert verbeteringen("paspoord", Woordenschat({"paspoors": 9, "paspoort": 1})) == ("paspoort", "paspoors")
    assert verbeteringen("zorf", Woordenschat({"zorm": 99, "zorg": 1})) == ("zorg", "zorm")
    assert vergissing("bijstnad", "bijstand") == 1


def test_een_begin_met_een_fout_wordt_een_begin_dat_bestaat() -> None:
    assert verbeterde_beginnen("papso", SCHAT) == ("paspo",)
    assert "vergun" in verbeterde_beginnen("vergn", SCHAT)
    assert verbeterde_beginnen("xqz", SCHAT) == ()
