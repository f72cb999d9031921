from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.correctie import afstand, klank, toegestaan, verbeterde_beginnen, verbeteringen, vergissing
from search.ontleden import ontleed
from search.synoniemen import GEEN_SYNONIEMEN, Synoniem, Synoniemenlijst
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


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        # a key beside the right one
        ("paspooet", "paspoort"),
        ("rijbeeijs", "rijbewijs"),
        # neighbours swapped
        ("afvlapas", "afvalpas"),
        ("vergnuning", "vergunning"),
        # a letter missing
        ("huwlijk", "huwelijk"),
        ("contaner", "container"),
        # a letter too many
        ("huwelijjk", "huwelijk"),
        ("contaiiner", "container"),
        # double letters written once, single ones twice
        ("adres", "adress"),
        ("uitkerring", "uitkering"),
        ("gratiffikatie", "gratifikatie"),
        # ei and ij
        ("rijbeweis", "rijbewijs"),
        ("weik", "wijk"),
        ("ijgendom", "eigendom"),
        ("geit", "gijt"),
        # au and ou
        ("trauwen", "trouwen"),
        ("outo", "auto"),
        # g and ch
        ("klagt", "klacht"),
        ("gaos", "chaos"),
        ("schuld", "sguld"),
        # d and t at the end
        ("hont", "hond"),
        ("bijstant", "bijstand"),
        ("paspoord", "paspoort"),
        # c and k
        ("kontainer", "container"),
        ("crant", "krant"),
        # f and v
        ("fergunning", "vergunning"),
        ("avval", "afval"),
        # s and z
        ("verhuising", "verhuizing"),
        ("zubsidie", "subsidie"),
    ],
)
def test_elke_soort_fout_vindt_het_bedoelde_woord(getypt: str, bedoeld: str) -> None:
    ander = {"brandweer": 50, "lantaarnpaal": 50, "muziekschool": 50}
    assert verbeteringen(getypt, Woordenschat({bedoeld: 1, **ander})) == (bedoeld,)


@pytest.mark.parametrize(
    ("getypt", "waarschijnlijk", "minder"),
    [
        ("hont", "hond", "honk"),  # the same sound before another letter
        ("wejk", "wehk", "wepk"),  # h lies beside j, p does not
        ("breif", "brief", "breip"),  # letters swapped before a key further off
        ("kaats", "kaars", "kaals"),  # r lies beside t, l does not
    ],
)
def test_de_waarschijnlijkste_vergissing_gaat_voor(getypt: str, waarschijnlijk: str, minder: str) -> None:
    gevonden = verbeteringen(getypt, Woordenschat({waarschijnlijk: 1, minder: 99}))
    assert gevonden == (waarschijnlijk, minder)


@pytest.mark.parametrize("afkorting", ["wmo", "woz", "bsn", "vog", "brp", "apv", "ozb", "uwv", "ggd", "wsw"])
def test_een_afkorting_wordt_nooit_verbeterd(afkorting: str) -> None:
    schat = Woordenschat({f"{afkorting}x": 9, f"{afkorting}en": 9, "wmoo": 9, "boz": 9})
    assert toegestaan(afkorting) == 0
    assert verbeteringen(afkorting, schat) == ()
    assert verbeterde_beginnen(afkorting, schat) == ()


def gelezen(vraag: str, schat: Woordenschat = SCHAT, **rest: object) -> tuple[tuple[str, str], ...]:
    typend = bool(rest.get("typend"))
    letterlijk = bool(rest.get("letterlijk"))
    lijst = rest.get("synoniemen", GEEN_SYNONIEMEN)
    assert isinstance(lijst, Synoniemenlijst)
    return ontleed(
        vraag,
        typend=typend,
        letterlijk=letterlijk,
        bereik="dordrecht",
        woordenschat=schat.met(lijst.vormen("dordrecht")),
        synoniemen=lijst,
    ).correcties


@pytest.mark.parametrize(
    "bekend",
    [
        "paspoort",  # in the index
        "paspoorten",  # a form of a word in the index
        "uitkering",  # a part of a word in the index
        "kwaart",  # in the index, however odd
        "hond",  # not in the index, and a Dutch word
    ],
)
def test_een_bekend_woord_wordt_nooit_verbeterd(bekend: str) -> None:
    assert gelezen(bekend, Woordenschat({**SCHAT.aantallen, "honk": 99, "uitkerinx": 99})) == ()


def test_een_woord_van_een_synoniem_is_bekend_en_een_doel() -> None:
    lijst = Synoniemenlijst([Synoniem(("loungeset", "grofvuil"))])
    assert gelezen("loungeset", synoniemen=lijst) == ()
    assert gelezen("loungesat", synoniemen=lijst) == (("loungesat", "loungeset"),)
    assert gelezen("loungesat") == ()


def test_het_begin_van_een_bekend_woord_wordt_onder_het_typen_niet_verbeterd() -> None:
    assert gelezen("bijsta", typend=True) == ()
    assert gelezen("vergunnin", typend=True) == ()


def test_wie_letterlijk_zoekt_krijgt_geen_enkele_verbetering() -> None:
    assert gelezen("bijstnad pasport") == (("bijstnad", "bijstand"), ("pasport", "paspoort"))
    assert gelezen("bijstnad pasport", letterlijk=True) == ()
    half = ontleed(
        "papsp",
        typend=True,
        letterlijk=True,
        bereik="dordrecht",
        woordenschat=SCHAT,
        synoniemen=GEEN_SYNONIEMEN,
    )
    assert half.woorden[0].verbeterd_begin == ()
