"""One list of keys: what works, what the screen says, what the card and the manual say."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from kennisbank.balie.toetsen import Toets, toetsen
from redactie.settings.omgeving import BASE_DIR

HANDLEIDING = BASE_DIR / "docs" / "balie.md"
SJABLONEN = BASE_DIR / "templates" / "balie"


def letters() -> set[str]:
    return {stuk for toets in toetsen(99) for stuk, is_toets in toets.stukken if is_toets and stuk.islower()}


def test_elke_letter_op_het_scherm_staat_in_de_lijst_en_omgekeerd() -> None:
    sjablonen = "".join(pad.read_text("utf-8") for pad in SJABLONEN.rglob("*.html"))
    assert set(re.findall(r'data-letter="([a-z])"', sjablonen)) == letters()


def test_de_handleiding_heeft_dezelfde_lijst() -> None:
    deel = HANDLEIDING.read_text("utf-8").partition("## Toetsen")[2].partition("\n## ")[0]
    rijen = re.findall(r"^\| (.+?) \| (.+?) \|$", deel, re.MULTILINE)[1:]
    assert [rij for rij in rijen if not set(rij[0]) <= set("-|")] == [
        (_markdown(toets), toets.wat) for toets in toetsen(99)
    ]


def _markdown(toets: Toets) -> str:
    return " ".join(f"`{stuk}`" if is_toets else stuk for stuk, is_toets in toets.stukken)


def test_met_weinig_gemeenten_typt_niemand_een_naam() -> None:
    assert ("g",) in [toets.toetsen for toets in toetsen(8)]
    assert ("g",) not in [toets.toetsen for toets in toetsen(7)]


@pytest.mark.django_db
def test_scherm_en_kaart_tonen_de_lijst(balie: None, kcc: Client) -> None:
    for adres in ("/balie/sliedrecht/", "/balie/sliedrecht/_toetsen/"):
        tekst = kcc.get(adres).content.decode()
        for toets in toetsen(2):
            assert f"<dd>{toets.wat}</dd>" in tekst, (adres, toets)
