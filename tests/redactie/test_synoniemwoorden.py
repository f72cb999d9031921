"""What the words of a synonym must be."""

from __future__ import annotations

import pytest

from redactie.synoniemwoorden import bezwaar


@pytest.mark.parametrize(
    "woorden", [["pas", "paspoort"], ["hulp in de huishouding", "wmo"], ["14 078", "gemeente"]]
)
def test_gewone_woorden_mogen(woorden: list[str]) -> None:
    assert bezwaar(woorden) == ""


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        ([], "twee of meer"),
        (["pas"], "twee of meer"),
        (["Pas", "pas "], "verschillende"),
        (["pas", "?!"], "“?!” is geen woord"),
        (["pas", "pas; paspoort"], "puntkomma"),
        (["pas, legitimatie", "paspoort"], "komma"),
        (["pas", "p" * 81], "te lang"),
    ],
)
def test_onzin_wordt_geweigerd(woorden: list[str], melding: str) -> None:
    assert melding in bezwaar(woorden)
