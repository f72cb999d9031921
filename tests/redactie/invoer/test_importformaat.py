"""docs/importformaat.md says what the code does: every column, key and value, and its examples can be read."""

import re

import pytest
from django.conf import settings

from redactie.invoer import lokaalbestand, productbestand, uren
from redactie.invoer.bestanden import TABELLEN, RuwBestand
from redactie.invoer.fouten import Fouten
from redactie.invoer.lezen import ontleed
from redactie.invoer.rijen import TABELSOORTEN
from redactie.keuzes import (
    Actie,
    AfwijkingSoort,
    AfwijkingWijze,
    Doelgroep,
    Inlogmiddel,
    KanaalWijze,
    Keuze,
    Klasse,
    Niveau,
)

HANDLEIDING = (settings.BASE_DIR / "docs" / "importformaat.md").read_text("utf-8")
RIJEN = dict(re.findall(r"^\| `([^`]+)`(?: \([a-z]+\))? \| (.+) \|$", HANDLEIDING, re.MULTILINE))
BLOKKEN = re.findall(r"^```\n(---\n.*?)^```$", HANDLEIDING, re.MULTILINE | re.DOTALL)
KOLOMMEN = {naam: (soort.kolommen, soort.nodig) for naam, soort in TABELSOORTEN.items()} | {
    "openingstijden.csv": (uren.KOLOMMEN, uren.NODIG)
}


@pytest.mark.parametrize("naam", TABELLEN)
def test_de_handleiding_noemt_elke_kolom_en_wat_nodig_is(naam: str) -> None:
    kolommen, nodig = KOLOMMEN[naam]
    zonder_uitleg = re.sub(r"\([^)]*\)", "", RIJEN[naam]).split(".")[0]
    genoemd = [kolom.strip() for kolom in zonder_uitleg.split(",")]
    assert [kolom.strip("* ") for kolom in genoemd] == list(kolommen)
    assert [kolom.strip("* ") for kolom in genoemd if kolom.startswith("**")] == [
        k for k in kolommen if k in nodig
    ]


@pytest.mark.parametrize(("blok", "sleutels"), [(0, productbestand.SLEUTELS), (1, lokaalbestand.SLEUTELS)])
def test_de_voorbeelden_noemen_elke_sleutel(blok: int, sleutels: tuple[str, ...]) -> None:
    voorblad = BLOKKEN[blok].split("\n---\n")[0]
    assert tuple(re.findall(r"^([a-z_]+):", voorblad, re.MULTILINE)) == sleutels


@pytest.mark.parametrize(("blok", "pad"), [(0, "producten/x.md"), (1, "lokaal/sliedrecht/x.md")])
def test_de_voorbeelden_zijn_te_lezen(blok: int, pad: str) -> None:
    fouten = Fouten()
    ontleed([RuwBestand(pad, BLOKKEN[blok].encode())], fouten)
    assert [str(fout) for fout in fouten] == []


@pytest.mark.parametrize(
    ("naam", "keuzes"),
    [
        ("doelgroepen", [Doelgroep]),
        ("actie", [Actie]),
        ("wijze", [KanaalWijze, AfwijkingWijze]),
        ("inlogmiddel", [Inlogmiddel]),
        ("niveau", [Niveau]),
        ("soort", [AfwijkingSoort]),
        ("klasse", [Klasse]),
    ],
)
def test_de_handleiding_noemt_elke_waarde(naam: str, keuzes: list[type[Keuze]]) -> None:
    genoemd = re.findall(rf"^\| `{naam}`(?: \([a-z]+\))? \| (.+) \|$", HANDLEIDING, re.MULTILINE)
    assert genoemd == [" · ".join(lid.value for lid in lijst) for lijst in keuzes]
