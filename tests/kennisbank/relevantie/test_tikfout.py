"""One edit, in a word that is long enough, the same in every run."""

from __future__ import annotations

import pytest

from kennisbank.relevantie.tikfout import BUREN, SOORTEN, _bewerk, met_tikfout


class Vast:
    """Draws the numbers that the test wants, and then 0."""

    def __init__(self, *getallen: int) -> None:
        self.getallen = list(getallen)

    def trek(self, aantal: int) -> int:
        return self.getallen.pop(0) if self.getallen else 0


@pytest.mark.parametrize(
    ("soort", "woord"),
    [
        # Place 1 is the i; its first neighbour is the u.
        ("invoegen", "riujbewijs"),
        ("weglaten", "rjbewijs"),
        ("vervangen", "rujbewijs"),
        ("verwisselen", "rjibewijs"),
    ],
)
def test_elke_soort_fout_is_een_bewerking(soort: str, woord: str) -> None:
    assert _bewerk("rijbewijs", soort, Vast(1)) == woord  # type: ignore[arg-type]  draws like a Loting


def test_aan_het_eind_wisselen_de_laatste_twee() -> None:
    assert _bewerk("rijbewijs", "verwisselen", Vast(8)) == "rijbewisj"  # type: ignore[arg-type]  draws like a Loting


def test_een_korte_vraag_krijgt_geen_fout() -> None:
    assert met_tikfout("wmo", "1:a") is None
    assert met_tikfout("ik ga 12345", "1:a") is None


@pytest.mark.parametrize("zaad", [f"1:{nummer}" for nummer in range(40)])
def test_er_verandert_altijd_iets_en_alleen_in_een_lang_woord(zaad: str) -> None:
    fout = met_tikfout("ik wil aanneemmm nu", zaad)
    assert fout != "ik wil aanneemmm nu"
    assert fout is not None
    assert fout.startswith("ik wil ")
    assert fout.endswith(" nu")


def test_dezelfde_vraag_krijgt_elke_keer_dezelfde_fout() -> None:
    assert met_tikfout("paspoort kwijt", "1:a001") == met_tikfout("paspoort kwijt", "1:a001")
    assert len({met_tikfout("paspoort kwijt", f"{zaad}:a001") for zaad in range(20)}) > 5


def test_elke_soort_komt_voor() -> None:
    lengtes = {len(met_tikfout("paspoort", f"1:{nummer}") or "") for nummer in range(40)}
    assert lengtes == {7, 8, 9}
    assert len(SOORTEN) == 4


def test_buren_zijn_wederzijds() -> None:
    assert set(BUREN["g"]) == set("fhtyvb")
    assert all(letter in BUREN[buur] for letter, buren in BUREN.items() for buur in buren)
