"""The file of judged questions keeps what its README says of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kennisbank.relevantie.vragen import Deel, Oordeelvraag, lees

TYPES = {
    "alledaags",
    "synoniem",
    "woordvorm",
    "spelfout",
    "samenstelling",
    "afkorting",
    "zin",
    "onaf",
    "elders",
}


@pytest.fixture(scope="module")
def vragen() -> list[Oordeelvraag]:
    return list(lees((Path(__file__).parent / "vragen.jsonl").read_text("utf-8").splitlines()))


def test_er_zijn_ten_minste_vierhonderd_vragen(vragen: list[Oordeelvraag]) -> None:
    assert len(vragen) == 574


def test_elke_vraag_staat_er_een_keer(vragen: list[Oordeelvraag]) -> None:
    dubbel = Counter((" ".join(vraag.vraag.lower().split()), vraag.gemeente) for vraag in vragen)
    assert [vraag for vraag, aantal in dubbel.items() if aantal > 1] == []


def test_elk_type_komt_in_beide_delen_voor(vragen: list[Oordeelvraag]) -> None:
    for deel in Deel:
        assert {vraag.type for vraag in vragen if vraag.deel is deel} == TYPES


def test_de_delen_zijn_ongeveer_even_groot(vragen: list[Oordeelvraag]) -> None:
    rapport = sum(vraag.deel is Deel.RAPPORT for vraag in vragen)
    assert 0.45 < rapport / len(vragen) < 0.55


def test_beide_helften_van_de_schrijvers_zijn_er(vragen: list[Oordeelvraag]) -> None:
    assert Counter(vraag.id[0] for vraag in vragen) == {"a": 264, "b": 310}
