"""Faults of form over a whole bundle: all of them at once."""

from tests.redactie.invoer.hulp import Regiomap
from tests.redactie.invoer.ontleden import lees


def test_de_proefregio_is_goed_van_vorm(regio: Regiomap) -> None:
    assert regio.leesfouten() == []


def test_alle_fouten_komen_tegelijk() -> None:
    _, fouten = lees(
        themas_csv="sleutel,naam,volgorde\nA,A,x\n",
        gegevens_csv=b"\xff",
        producten__x_md="---\nkleur: rood\n---\n# prijs\n",
    )
    assert [fout.split(":")[0] for fout in fouten] == [
        "gegevens.csv",
        "producten/x.md",
        "producten/x.md",
        "themas.csv",
        "themas.csv",
    ]
