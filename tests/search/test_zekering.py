"""The fuse: after one that waited in vain nobody waits, until one has seen that it is answered again."""

from __future__ import annotations

import pytest

from search.motor import MotorOnbereikbaar
from search.zekering import RUST, Zekering


class Stil(Exception):
    """No answer."""


class Klok:
    tijd = 100.0

    def __call__(self) -> float:
        return self.tijd


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def zekering(klok: Klok) -> Zekering:
    return Zekering(Stil, klok)


def _vraag(zekering: Zekering, fout: Exception | None = None) -> str:
    with zekering.bewaakt():
        if fout:
            raise fout
    return "antwoord"


def test_wie_antwoord_krijgt_merkt_er_niets_van(zekering: Zekering) -> None:
    assert _vraag(zekering) == "antwoord"


def test_na_een_stilte_wacht_niemand(zekering: Zekering, klok: Klok) -> None:
    with pytest.raises(Stil):
        _vraag(zekering, Stil())
    klok.tijd += RUST - 0.1
    with pytest.raises(MotorOnbereikbaar, match="net niet"):
        _vraag(zekering)


def test_na_de_rust_probeert_er_een_en_gaan_de_anderen_door(zekering: Zekering, klok: Klok) -> None:
    with pytest.raises(Stil):
        _vraag(zekering, Stil())
    klok.tijd += RUST
    with zekering.bewaakt(), pytest.raises(MotorOnbereikbaar):
        _vraag(zekering)
    assert _vraag(zekering) == "antwoord"


def test_een_poging_die_stil_blijft_houdt_hem_dicht(zekering: Zekering, klok: Klok) -> None:
    for _ in range(3):
        with pytest.raises(Stil):
            _vraag(zekering, Stil())
        with pytest.raises(MotorOnbereikbaar):
            _vraag(zekering)
        klok.tijd += RUST


def test_een_weigering_is_ook_een_antwoord(zekering: Zekering, klok: Klok) -> None:
    with pytest.raises(Stil):
        _vraag(zekering, Stil())
    klok.tijd += RUST
    with pytest.raises(ValueError, match="nee"):
        _vraag(zekering, ValueError("nee"))
    assert _vraag(zekering) == "antwoord"
