"""The page that explains the analysis says what the code does now."""

from __future__ import annotations

import pytest

from search.analyse import voorbeelden
from search.analyse.voorbeelden import BLADZIJDE, MERK, STAPPEN, met_voorbeelden

PAGINA = BLADZIJDE.read_text("utf-8")


def test_de_bladzijde_is_wat_de_code_nu_doet() -> None:
    assert met_voorbeelden(PAGINA) == PAGINA, "draai: python -m search.analyse.voorbeelden"


def test_elke_stap_staat_een_keer_op_de_bladzijde() -> None:
    assert [merk[2] for merk in MERK.finditer(PAGINA)] == list(STAPPEN)


def test_een_onbekend_merk_is_een_fout() -> None:
    with pytest.raises(KeyError):
        met_voorbeelden("<!-- voorbeeld bestaatniet -->\n<!-- einde -->")


def test_een_andere_uitkomst_geeft_een_andere_bladzijde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(voorbeelden.STAPPEN, "keten", lambda: "anders\n")
    assert met_voorbeelden(PAGINA) != PAGINA


@pytest.mark.parametrize("stap", ["samenstellingen", "correctie", "synoniemen", "aaneen"])
def test_een_voorbeeld_toont_ook_wat_er_niet_gebeurt_of_juist_wel(stap: str) -> None:
    assert "| `" in STAPPEN[stap]()


def test_de_voorbeelden_zijn_zoals_de_tekst_zegt() -> None:
    correctie = STAPPEN["correctie"]()
    assert "| `bijstnad` | `bijstand` |" in correctie
    assert "| `paspoorten` | – |" in correctie
    assert "| `wmp` | – |" in correctie
    assert "| `grofvuil` | `grof` `vuil` |" in STAPPEN["samenstellingen"]()
    assert "| `paspoort` | – |" in STAPPEN["samenstellingen"]()
