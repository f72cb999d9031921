"""The age of the index, as the desk says it."""

from __future__ import annotations

import pytest

from kennisbank.balie.resultaten import leeftijd_in_woorden


@pytest.mark.parametrize(
    ("seconden", "woorden"),
    [
        (None, "leeftijd van de index onbekend"),
        (0.4, "index 0 s oud"),
        (59.4, "index 59 s oud"),
        (61, "index 1 min oud"),
        (3600, "index 1 uur oud"),
        (200_000, "index 2 dagen oud"),
    ],
)
def test_leeftijd_in_woorden(seconden: float | None, woorden: str) -> None:
    assert leeftijd_in_woorden(seconden) == woorden
