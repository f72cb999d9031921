"""Three-way merge of words: nothing invented, nothing lost without a mark."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.driewegs import MAX_WOORDEN, Botsing, Deel, driewegs, is_onaf

# Few words, so that the three texts have much in common; white space of every kind.
TEKST = st.lists(
    st.sampled_from(["aan", "bij", "cel", "dak", "een", " ", " ", "\n", "\n\n", "- "]), max_size=14
).map("".join)
LOS = st.text(alphabet=st.characters(exclude_characters="⟦⟧"), max_size=30)
TEKSTEN = TEKST | LOS


@given(TEKSTEN, TEKSTEN)
def test_gelijke_kanten_geven_die_tekst(basis: str, beide: str) -> None:
    assert driewegs(basis, beide, beide).tekst == beide


@given(TEKSTEN, TEKSTEN)
def test_wat_alleen_de_regio_veranderde_komt_erin(basis: str, regio: str) -> None:
    assert driewegs(basis, basis, regio).tekst == regio


@given(TEKSTEN, TEKSTEN)
def test_wat_alleen_wij_veranderden_blijft(basis: str, eigen: str) -> None:
    assert driewegs(basis, eigen, basis).tekst == eigen


@given(TEKST, TEKST, TEKST)
def test_geen_woord_dat_iemand_schreef_gaat_verloren(basis: str, eigen: str, regio: str) -> None:
    samen = driewegs(basis, eigen, regio)
    over = Counter(samen.tekst.replace("⟦regio:", " ").replace("⟦wij:", " ").replace("⟧", " ").split())
    for kant in (eigen, regio):
        nieuw = Counter(kant.split()) - Counter(basis.split())
        assert not nieuw - over


@given(TEKST, TEKST, TEKST)
def test_een_botsing_is_aan_de_tekst_te_zien(basis: str, eigen: str, regio: str) -> None:
    samen = driewegs(basis, eigen, regio)
    assert is_onaf(samen.tekst) is bool(samen.botsingen)
    for botsing in samen.botsingen:
        assert botsing.eigen.strip() in samen.tekst
        assert botsing.regio.strip() in samen.tekst


@given(TEKST, TEKST, TEKST)
def test_wie_wie_is_maakt_niet_uit_voor_waar_het_botst(basis: str, eigen: str, regio: str) -> None:
    heen, terug = driewegs(basis, eigen, regio), driewegs(basis, regio, eigen)
    assert [(lid.eigen, lid.regio) for lid in heen.botsingen] == [
        (lid.regio, lid.eigen) for lid in terug.botsingen
    ]


@pytest.mark.parametrize(
    ("basis", "eigen", "regio", "verwacht"),
    [
        (
            "U kunt uw paspoort na 5 werkdagen ophalen.",
            "U kunt uw paspoort na 5 werkdagen thuis laten bezorgen.",
            "U kunt uw paspoort na 3 werkdagen ophalen.",
            "U kunt uw paspoort na 3 werkdagen thuis laten bezorgen.",
        ),
        (
            "- paspoort\n- pasfoto",
            "- paspoort\n- pasfoto\n- pinpas",
            "- oud paspoort\n- pasfoto",
            "- oud paspoort\n- pasfoto\n- pinpas",
        ),
        (
            "Deel een blijft.\n\nDeel twee.",
            "Deel een blijft.",
            "Deel 1 blijft.\n\nDeel twee.",
            "Deel 1 blijft.",
        ),
    ],
)
def test_wijzigingen_op_andere_plekken_gaan_samen(basis, eigen, regio, verwacht) -> None:
    samen = driewegs(basis, eigen, regio)
    assert samen.tekst == verwacht
    assert not is_onaf(samen.tekst)


def test_dezelfde_plek_twee_keer_veranderd_staat_er_met_tekens_in() -> None:
    samen = driewegs("Na 5 dagen klaar.", "Na 10 dagen klaar.", "Na 3 dagen klaar.")
    assert samen.delen == (Deel("Na "), Botsing("10", "3"), Deel(" dagen klaar."))
    assert samen.tekst == "Na ⟦regio: 3⟧ ⟦wij: 10⟧ dagen klaar."


def test_twee_woorden_naast_elkaar_worden_geen_nieuwe_zin() -> None:
    """ "3" of the one and "weken" of the other would make a term that nobody meant."""
    samen = driewegs("Na 5 dagen klaar.", "Na 5 weken klaar.", "Na 3 dagen klaar.")
    assert samen.tekst == "Na ⟦regio: 3 dagen⟧ ⟦wij: 5 weken⟧ klaar."


def test_wat_de_een_weghaalde_en_de_ander_veranderde_is_een_botsing() -> None:
    samen = driewegs(
        "Kom langs. Betaal contant. Klaar.", "Kom langs. Klaar.", "Kom langs. Betaal met pin. Klaar."
    )
    assert samen.tekst == "Kom langs. ⟦regio: Betaal met pin.⟧ ⟦wij: (weggehaald)⟧ Klaar."


def test_twee_heel_andere_teksten_hebben_geen_houvast() -> None:
    assert not driewegs("een", "twee", "drie").heeft_houvast
    assert driewegs("een twee", "een drie", "een vier").heeft_houvast
    assert driewegs("", "", "").heeft_houvast


def test_een_heel_lange_tekst_wordt_niet_vergeleken() -> None:
    basis = "woord " * MAX_WOORDEN
    assert driewegs(basis, basis + "wij", basis + "zij").botsingen == (Botsing(basis + "wij", basis + "zij"),)
    assert driewegs(basis, basis, basis + "zij").tekst == basis + "zij"


@given(TEKST, TEKST, TEKST)
def test_elk_woord_van_elke_kant_staat_bij_een_deel_of_in_een_botsing(
    basis: str, eigen: str, regio: str
) -> None:
    """So a screen that shows each part beside both sides leaves no word out, unmarked."""
    delen = driewegs(basis, eigen, regio).delen
    assert "".join(deel.eigen for deel in delen) == eigen
    assert "".join(deel.regio for deel in delen) == regio
