"""What may point at a person is masked; what says which product is meant stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kennisbank.maskeerscript import BESTAND, javascript
from redactie.maskeren import MASKER, WOORDEN, elfproef, is_gemaskeerd, maskeer, zonder

VOORBEELDEN: list[tuple[str, str]] = [
    (tekst, uit)
    for tekst, uit in json.loads(Path(__file__).with_name("maskeervoorbeelden.json").read_text("utf-8"))
]
"""The same table is held against the script of the desk (tests/kennisbank/balie/test_maskeren_browser.py)."""

GEMASKEERD = [(tekst, uit) for tekst, uit in VOORBEELDEN if MASKER.search(uit)]
BLIJFT = [tekst for tekst, uit in VOORBEELDEN if not MASKER.search(uit)]


@pytest.mark.parametrize(("tekst", "verwacht"), GEMASKEERD)
def test_wat_naar_een_mens_wijst_wordt_gemaskeerd(tekst: str, verwacht: str) -> None:
    assert maskeer(tekst) == verwacht
    assert is_gemaskeerd(maskeer(tekst))


@pytest.mark.parametrize("tekst", BLIJFT)
def test_een_gewone_vraag_blijft_zoals_zij_is(tekst: str) -> None:
    assert maskeer(tekst) == tekst
    assert not is_gemaskeerd(tekst)


@pytest.mark.parametrize(
    ("cijfers", "klopt"),
    [
        ("123456782", True),
        ("123456789", False),
        ("111222333", True),
        ("12345672", True),
        ("000000000", False),
    ],
)
def test_elfproef(cijfers: str, klopt: bool) -> None:
    # 1·9+2·8+3·7+4·6+5·5+6·4+7·3+8·2 − 2 = 154 = 14·11; with 9 at the end 147, which 11 does not divide.
    assert elfproef(cijfers) is klopt


@pytest.mark.parametrize(("tekst", "_"), GEMASKEERD)
def test_een_masker_blijft_een_masker(tekst: str, _: str) -> None:
    assert maskeer(maskeer(tekst)) == maskeer(tekst)


@settings(max_examples=200, deadline=None)
@given(
    st.integers(10_000_000, 99_999_999),
    st.sampled_from(["", "mijn ", "a ", "bsn:"]),
    st.sampled_from(["", " bsn", "."]),
)
def test_geen_acht_cijfers_achter_elkaar_blijven_over(getal: int, voor: str, na: str) -> None:
    uit = maskeer(f"{voor}{getal}{na}")
    assert not any(teken.isdigit() for teken in uit), uit


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_elke_tekst_kan(tekst: str) -> None:
    assert maskeer(maskeer(tekst)) == maskeer(tekst)


def test_het_script_van_de_balie_heeft_dezelfde_regels() -> None:
    assert BESTAND.read_text("utf-8") == javascript(), "run: python -m kennisbank.maskeerscript"


def test_elk_masker_heeft_woorden() -> None:
    maskers = {masker.strip("[]") for _, uit in GEMASKEERD for masker in MASKER.findall(uit)}
    assert maskers == set(WOORDEN)


@pytest.mark.parametrize(
    ("tekst", "over", "weg"),
    [
        ("paspoort 123456782 kwijt", "paspoort kwijt", ("een burgerservicenummer",)),
        ("jan@post.example 06-12345678", "", ("een e-mailadres", "een telefoonnummer")),
        ("06-12345678 of 0612345679", "of", ("een telefoonnummer",)),
        ("paspoort  aan ", "paspoort  aan ", ()),
    ],
)
def test_zonder_zegt_wat_er_weg_is(tekst: str, over: str, weg: tuple[str, ...]) -> None:
    assert zonder(tekst) == (over, weg)


@pytest.mark.parametrize("tekst", [tekst for tekst, _ in GEMASKEERD])
def test_zonder_laat_niets_over_dat_nog_gemaskeerd_wordt(tekst: str) -> None:
    over, weg = zonder(tekst)
    assert weg
    assert not is_gemaskeerd(maskeer(over))


TEKSTGEGEVENS = frozenset({"telefoon", "webadres", "datum", "adres", "postcode"})


def test_wat_mag_blijven_staan_blijft_staan_en_de_rest_niet() -> None:
    tekst = "Vanaf 1-1-2027 is het nummer 078 770 85 00, niet NL91 ABNA 0417 1643 00."
    assert maskeer(tekst, laat_staan=TEKSTGEGEVENS) == (
        "Vanaf 1-1-2027 is het nummer 078 770 85 00, niet [iban]."
    )
    assert maskeer(tekst) == "Vanaf [datum] is het nummer [telefoon], niet [iban]."


def test_wat_in_elkaar_zit_komt_heel_terug() -> None:
    tekst = "Zie www.ggd.example/1-1-2027 of 1 januari 2027."
    assert maskeer(tekst, laat_staan=TEKSTGEGEVENS) == tekst


@given(st.text(alphabet="0123456789 -.@abcXY\ue000\ue001", max_size=40))
@settings(max_examples=200)
def test_een_eigen_teken_in_de_tekst_wordt_nooit_iets_anders(tekst: str) -> None:
    uit = maskeer(tekst, laat_staan=frozenset(WOORDEN))
    assert "\ue000" not in uit
    assert "\ue001" not in uit
