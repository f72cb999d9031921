from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.markeren import Markering, Stuk, fragment, markeer, markering_van
from search.ontleden import ontleed
from search.synoniemen import Synoniem, Synoniemenlijst
from search.woordenschat import Woordenschat

SCHAT = Woordenschat(dict.fromkeys(["rijbewijs", "kwijt", "afvalpas", "bijstand"], 1))


def gemarkeerd(
    vraag: str, tekst: str, *, typend: bool = False, synoniemen: Synoniemenlijst | None = None
) -> list[str]:
    ontleding = ontleed(
        vraag, typend=typend, bereik="regio", woordenschat=SCHAT, synoniemen=synoniemen or Synoniemenlijst()
    )
    return [stuk.tekst for stuk in markeer(tekst, markering_van(ontleding)) if stuk.gemarkeerd]


def test_gevonden_woord_is_gemarkeerd_ook_in_een_andere_vorm() -> None:
    assert gemarkeerd("rijbewijs", "Twee Rijbewijzen en een paspoort") == ["Rijbewijzen"]


def test_samenstelling_met_het_woord_is_gemarkeerd() -> None:
    assert gemarkeerd("pas", "Uw afvalpas.") == ["afvalpas"]


def test_verbeterd_half_en_gelijk_woord_zijn_gemarkeerd() -> None:
    assert gemarkeerd("bijstnad", "De bijstand") == ["bijstand"]
    assert gemarkeerd("rijb", "Uw rijbewijs", typend=True) == ["rijbewijs"]
    lijst = Synoniemenlijst([Synoniem(("kliko", "container"))])
    assert gemarkeerd("kliko", "De container", synoniemen=lijst) == ["container"]
    assert gemarkeerd("rij bewijs", "Uw rijbewijs") == ["rijbewijs"]


def test_stopwoord_is_nooit_gemarkeerd() -> None:
    assert gemarkeerd("de", "de wet en de regel") == []


def test_stukken_bewaren_de_tekst_zoals_hij_was() -> None:
    markering = Markering(frozenset({"kwijt"}))
    assert markeer("<b>Kwijt</b>", markering) == [
        Stuk("<b>", False),
        Stuk("Kwijt", True),
        Stuk("</b>", False),
    ]


@given(st.text(), st.sets(st.text("ab", min_size=1, max_size=2)))
def test_stukken_zijn_samen_de_hele_tekst(tekst: str, stammen: set[str]) -> None:
    assert "".join(stuk.tekst for stuk in markeer(tekst, Markering(frozenset(stammen), ("a",)))) == tekst


def test_fragment_knipt_tussen_woorden_rond_het_eerste_gevonden_woord() -> None:
    tekst = "woord " * 60 + "rijbewijs " + "ander " * 60
    stukken = fragment(tekst, Markering(frozenset({"rijbewijs"})), 80)
    samen = "".join(stuk.tekst for stuk in stukken)
    assert samen.startswith("… woord")
    assert samen.endswith(" …")
    assert len(samen) <= 84
    assert Stuk("rijbewijs", True) in stukken


@given(st.text(alphabet="ab \n", max_size=400), st.integers(20, 200))
def test_fragment_is_nooit_veel_langer_dan_gevraagd(tekst: str, lengte: int) -> None:
    samen = "".join(stuk.tekst for stuk in fragment(tekst, Markering(frozenset({"ab"})), lengte))
    assert len(samen) <= max(lengte, 0) + 4
