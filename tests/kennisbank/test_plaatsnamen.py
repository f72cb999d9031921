"""A place in a question is told, and never searched in by itself."""

from __future__ import annotations

import pytest

from kennisbank.plaatsnamen import Plaats, zonder_plaats

NAMEN = (
    ("dordrecht", "Dordrecht"),
    ("hendrik-ido-ambacht", "Hendrik-Ido-Ambacht"),
    ("sliedrecht", "Sliedrecht"),
)


@pytest.mark.parametrize(
    ("vraag", "over", "slug"),
    [
        ("paspoort sliedrecht", "paspoort", "sliedrecht"),
        ("Sliedrecht paspoort kwijt", "paspoort kwijt", "sliedrecht"),
        ("grofvuil in Hendrik Ido Ambacht ophalen", "grofvuil in ophalen", "hendrik-ido-ambacht"),
        ("grofvuil hendrik-ido-ambacht", "grofvuil", "hendrik-ido-ambacht"),
    ],
)
def test_een_genoemde_gemeente_valt_weg_uit_de_vraag(vraag: str, over: str, slug: str) -> None:
    gelezen = zonder_plaats(vraag, NAMEN)
    assert (gelezen.vraag, gelezen.genoemd and gelezen.genoemd.slug) == (over, slug)


def test_alleen_een_gemeente_blijft_de_vraag() -> None:
    assert zonder_plaats("in Sliedrecht", NAMEN).vraag == "in Sliedrecht"
    assert zonder_plaats("Sliedrecht", NAMEN).genoemd == Plaats("sliedrecht", "Sliedrecht")


def test_een_vraag_zonder_gemeente_blijft_zoals_hij_is() -> None:
    assert zonder_plaats("Hoe verleng ik mijn RIJBEWIJS?", NAMEN).vraag == "Hoe verleng ik mijn RIJBEWIJS?"
    assert zonder_plaats("sliedrechtse markt", NAMEN).genoemd is None


def test_wie_met_de_plaats_eindigt_typt_het_woord_ervoor_niet_meer() -> None:
    assert zonder_plaats("pas sliedrecht", NAMEN).achteraan
    assert not zonder_plaats("sliedrecht pas", NAMEN).achteraan


def test_een_gemeente_die_ook_een_woord_is_blijft_dat_woord() -> None:
    assert zonder_plaats("overlast buren", (("buren", "Buren"),)).vraag == "overlast buren"
