from __future__ import annotations

from search.analyse.stam import stam
from search.synoniemen import Synoniem, Synoniemenlijst, Toepassing

LIJST = Synoniemenlijst(
    [
        Synoniem(("kliko", "container", "groene bak")),
        Synoniem(("luiers", "container"), "heen"),
        Synoniem(("hvc", "afval"), "heen", gemeente="dordrecht"),
        Synoniem(("hulp in de huishouding", "thuishulp")),
    ]
)


def lees(*woorden: str, bereik: str = "papendrecht") -> list[Toepassing]:
    return LIJST.toepassingen([stam(woord) for woord in woorden], bereik)


def test_woorden_van_een_rij_vinden_elkaar() -> None:
    assert {toepassing.stammen for toepassing in lees("kliko")} == {
        (stam("container"),),
        (stam("groene"), stam("bak")),
    }
    assert Toepassing(1, 3, (stam("kliko"),)) in lees("de", "groene", "bak")


def test_heen_werkt_alleen_vanaf_het_eerste_woord() -> None:
    assert Toepassing(0, 1, (stam("container"),)) in lees("luiers")
    assert all(stam("luiers") not in toepassing.stammen for toepassing in lees("container"))


def test_rij_van_een_gemeente_geldt_alleen_daar() -> None:
    assert lees("hvc", bereik="dordrecht") == [Toepassing(0, 1, (stam("afval"),))]
    assert lees("hvc", bereik="papendrecht") == []
    assert "hvc" in LIJST.vormen("dordrecht")
    assert "hvc" not in LIJST.vormen("papendrecht")


def test_stopwoorden_in_een_rij_tellen_niet() -> None:
    assert lees("hulp", "huishouding") == [Toepassing(0, 2, (stam("thuishulp"),))]


def test_andere_vorm_van_het_woord_vindt_de_rij() -> None:
    assert lees("containers") == lees("container")


def test_lege_en_dubbele_rijen_doen_geen_kwaad() -> None:
    lijst = Synoniemenlijst([Synoniem(()), Synoniem(("", "…")), Synoniem(("bak", "bak"))])
    assert lijst.toepassingen(["bak"], "dordrecht") == []
    assert lijst.toepassingen([], "dordrecht") == []
