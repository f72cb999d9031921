"""Both engines give the same answers: on every judged question, and on two thousand states while typing.

The first product is always the same. Further on, two products that score alike may change places: the engines add the
same weights up in another order, and in another precision. Every difference must be such a tie.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kennisbank.relevantie.meten import DIEPTE
from kennisbank.relevantie.vragen import Oordeelvraag, lees
from search.bereik import balie
from search.motor import InGeneratie
from search.synoniemenlijst import synoniemenlijst
from search.zoeken import Treffer, zoek

STATEN = 2000
GELIJKE_VOLGORDE = 0.97
GELIJK = 0.001
"""Scores that differ by less than this share of the highest are a tie."""

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.traag]


@dataclass(frozen=True)
class Paar:
    """The same question, answered by both."""

    vraag: str
    bereik: str
    ingebed: tuple[Treffer, ...]
    elastisch: tuple[Treffer, ...]

    @property
    def sleutels(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return _sleutels(self.ingebed), _sleutels(self.elastisch)

    @property
    def zelfde_eerste(self) -> bool:
        een, twee = self.sleutels
        return een[:1] == twee[:1]

    @property
    def zelfde_volgorde(self) -> bool:
        een, twee = self.sleutels
        return een == twee

    @property
    def scheelt_alleen_gelijken(self) -> bool:
        """Whatever stands elsewhere scores like what stands there instead, on the same rung, for both engines."""
        return all(
            _gelijk(lijst, een, ander)
            for lijst in (self.ingebed, self.elastisch)
            for een, ander in zip(*self.sleutels, strict=False)
            if een != ander
        )

    def __str__(self) -> str:
        def toon(treffers: tuple[Treffer, ...]) -> str:
            return ", ".join(f"{lid.sleutel} {lid.trede}/{lid.score}" for lid in treffers[:DIEPTE])

        return f"“{self.vraag}” {self.bereik}\n  {toon(self.ingebed)}\n  {toon(self.elastisch)}"


def _sleutels(treffers: tuple[Treffer, ...]) -> tuple[str, ...]:
    return tuple(lid.sleutel for lid in treffers[:DIEPTE])


def _gelijk(treffers: tuple[Treffer, ...], een: str, ander: str) -> bool:
    per_sleutel = {lid.sleutel: lid for lid in treffers}
    if een not in per_sleutel or ander not in per_sleutel:
        return False
    a, b = per_sleutel[een], per_sleutel[ander]
    return a.trede == b.trede and abs(a.score - b.score) <= GELIJK * max(a.score, b.score)


def vragen() -> list[Oordeelvraag]:
    return list(lees((Path(__file__).parent / "vragen.jsonl").read_text("utf-8").splitlines()))


def staten() -> list[tuple[str, str]]:
    """Two thousand beginnings of questions with their bereik, drawn by a hash: always the same."""
    alle = {
        (vraag.vraag[:aantal], vraag.bereik)
        for vraag in vragen()
        for aantal in range(1, len(vraag.vraag) + 1)
        if not vraag.vraag[aantal - 1].isspace()
    }
    return sorted(alle, key=lambda staat: hashlib.sha256("/".join(staat).encode()).digest())[:STATEN]


def stel(
    ingebed: InGeneratie, elastisch: InGeneratie, gesteld: list[tuple[str, str, bool]]
) -> Iterator[Paar]:
    for vraag, bereik, typend in gesteld:
        antwoorden = [
            zoek(
                vraag,
                balie(bereik),
                motor=machine,  # type: ignore[arg-type]  all that a search asks of an engine
                typend=typend,
                synoniemen=synoniemenlijst(bereik),
                limiet=50,
            ).treffers
            for machine in (ingebed, elastisch)
        ]
        yield Paar(vraag, bereik, *antwoorden)


@pytest.fixture(scope="module")
def afgemaakt(tantivy: InGeneratie, elastic: InGeneratie) -> list[Paar]:
    return list(stel(tantivy, elastic, [(lid.vraag, lid.bereik, lid.typend) for lid in vragen()]))


@pytest.fixture(scope="module")
def getypt(tantivy: InGeneratie, elastic: InGeneratie) -> list[Paar]:
    return list(stel(tantivy, elastic, [(*staat, True) for staat in staten()]))


@pytest.fixture(params=["afgemaakt", "getypt"])
def paren(request: pytest.FixtureRequest) -> list[Paar]:
    return request.getfixturevalue(request.param)


def test_het_eerste_product_is_altijd_hetzelfde(paren: list[Paar]) -> None:
    anders = [paar for paar in paren if not paar.zelfde_eerste]
    assert not anders, "\n".join([f"{len(anders)} van {len(paren)}", *map(str, anders[:10])])


def test_de_eerste_vijf_staan_bijna_altijd_in_dezelfde_volgorde(paren: list[Paar]) -> None:
    anders = [paar for paar in paren if not paar.zelfde_volgorde]
    gelijk = 1 - len(anders) / len(paren)
    assert gelijk >= GELIJKE_VOLGORDE, "\n".join([f"{gelijk:.1%}", *map(str, anders[:10])])


def test_elk_verschil_is_een_gelijke_stand(paren: list[Paar]) -> None:
    anders = [paar for paar in paren if not paar.zelfde_volgorde and not paar.scheelt_alleen_gelijken]
    assert not anders, "\n".join([f"{len(anders)} van {len(paren)}", *map(str, anders[:10])])


def test_er_zijn_tweeduizend_staten() -> None:
    assert len(staten()) == len(set(staten())) == STATEN
