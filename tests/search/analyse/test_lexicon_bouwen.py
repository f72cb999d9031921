from __future__ import annotations

from pathlib import Path

import pytest

from search.analyse.bronnen import LEXICON, MAP
from search.analyse.lexicon_bouwen import KOP, in_tekst, kaal, regels_uit, splitsingen, tel, vaktaal


def test_namen_cijfers_en_leestekens_zijn_geen_delen() -> None:
    assert kaal(["afval", "Dordrecht", "A4", "e-mail", "financiële", ""]) == {"afval", "financiele"}


def test_een_woord_wordt_geteld_waar_het_vooraan_en_achteraan_staat() -> None:
    woorden = {"afval", "pas", "kaart", "afvalpas", "afvalkaart", "bedrijfspas", "bedrijf"}
    assert list(splitsingen("bedrijfspas", woorden)) == [("bedrijf", "pas")]
    eerste, laatste = tel(woorden)
    assert (eerste["afval"], laatste["pas"], laatste["kaart"]) == (2, 2, 1)


def test_zeldzame_delen_komen_niet_in_het_lexicon() -> None:
    woorden = {"afval", "zak", "bak", "kar", "dag", "bedrijf"} | {
        f"afval{d}" for d in ("zak", "bak", "kar", "dag")
    }
    assert list(regels_uit(woorden)) == ["afval 4 0"]


def test_een_samenstelling_van_de_overheid_telt_zwaarder() -> None:
    woorden = {"kap", "afval", "vergunning", "kapvergunning", "afvalvergunning", "bouw", "bouwvergunning"}
    _, laatste = tel(woorden, {"bouwvergunning", "kapvergunning"})
    # bouw + vergunning 3, afval + vergunning 1, and kap has but three letters: 1.
    assert laatste["vergunning"] == 5


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Met een afvalpas opent u de container.", {"een", "afvalpas", "opent", "de", "container"}),
        ("{tarieven:afvalpas} en {gegeven:afval-adres}", {"en"}),
        ("[kaart](https://www.voorbeeld.nl/kaart-van-dordrecht) geordend", {"kaart", "geordend"}),
        ("verwant: [afvalpas-aanvragen, milieustraat]", {"milieustraat"}),
        ("financiële", {"financiele"}),
    ],
)
def test_uit_een_tekst_komen_woorden_en_geen_adressen_namen_of_tokens(tekst: str, woorden: set[str]) -> None:
    assert in_tekst(tekst) == woorden


def test_vaktaal_komt_uit_de_upl_en_uit_teksten(tmp_path: Path) -> None:
    upl = tmp_path / "upl.csv"
    upl.write_text("UniformeProductnaam,URI\nkapvergunning,http://voorbeeld\nBRP uittreksel,x\n", "utf-8")
    (tmp_path / "lokaal").mkdir()
    (tmp_path / "lokaal" / "a.md").write_text("De afvalpas.\n", "utf-8")
    assert vaktaal(upl, tmp_path) == {"kapvergunning", "uittreksel", "afvalpas"}


def test_het_lexicon_zegt_waar_het_vandaan_komt() -> None:
    assert (MAP / LEXICON).read_text("utf-8").startswith(KOP)
