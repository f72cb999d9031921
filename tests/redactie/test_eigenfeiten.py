"""Which facts are a municipality's own, and the words for it at a field."""

from __future__ import annotations

from typing import Any

import pytest

from redactie.bronnen import REGIO
from redactie.eigenfeiten import eigen_feiten, eigen_per_veld
from redactie.veld import Veld


def feit(token: str, herkomst: str | None = "lokaal") -> dict[str, Any]:
    return {"token": token, "waarde": "x", "herkomst": herkomst, "velden": ["kosten"]}


@pytest.mark.parametrize(
    ("token", "herkomst", "eigen"),
    [
        ("tarief:paspoort", "lokaal", True),
        ("tarieven:paspoort", "gemengd", True),
        ("gegeven:adres", "lokaal", True),
        ("gegeven:adres", "centraal", False),
        ("gegeven:adres", None, False),
        ("gemeente.naam", "lokaal", False),
        ("gemeente.telefoon", "lokaal", False),
    ],
)
def test_wat_van_de_gemeente_zelf_is(token: str, herkomst: str | None, eigen: bool) -> None:
    assert bool(eigen_feiten([feit(token, herkomst)], "dordrecht")) is eigen


def test_de_regio_heeft_geen_eigen_feiten() -> None:
    """What differs per municipality is noted there as local: it is nobody's own."""
    assert eigen_feiten([feit("tarief:paspoort")], REGIO) == ()


@pytest.mark.parametrize(
    ("feiten", "woorden"),
    [
        ([feit("tarief:a")], "eigen bedrag"),
        ([feit("tarief:a"), feit("tarief:b")], "eigen bedragen"),
        ([feit("tarieven:a")], "eigen bedragen"),
        ([feit("tarieven:a", "gemengd")], "deels eigen bedragen"),
        ([feit("tarieven:a", "gemengd"), feit("tarief:b")], "eigen bedragen"),
        ([feit("gegeven:a")], "eigen gegeven"),
        ([feit("gegeven:a"), feit("gegeven:b")], "eigen gegevens"),
        ([feit("gegeven:a"), feit("tarief:b")], "eigen bedrag en eigen gegeven"),
    ],
)
def test_de_woorden_bij_een_veld(feiten: list[dict[str, Any]], woorden: str) -> None:
    assert eigen_per_veld(feiten, "Dordrecht") == {Veld.KOSTEN: f"{woorden} van Dordrecht"}


def test_bewaarde_inhoud_van_voor_de_velden_geeft_geen_merken() -> None:
    oud = {naam: waarde for naam, waarde in feit("tarief:a").items() if naam != "velden"}
    assert eigen_per_veld([oud], "Dordrecht") == {}
