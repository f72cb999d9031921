from __future__ import annotations

from search.analyse.lexicon_bouwen import kaal, regels_uit, splitsingen, tel


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
