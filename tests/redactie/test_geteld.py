"""One thing, or a number of things."""

from __future__ import annotations

import pytest

from redactie.geteld import geteld


@pytest.mark.parametrize(
    ("aantal", "woorden"), [(0, "0 bedragen"), (1, "1 bedrag"), (2, "2 bedragen"), (342, "342 bedragen")]
)
def test_alleen_van_een_is_er_een(aantal: int, woorden: str) -> None:
    assert geteld(aantal, "1 bedrag", "{} bedragen") == woorden


def test_wat_van_een_gezegd_wordt_hoeft_geen_getal_te_hebben() -> None:
    assert (
        geteld(1, "Het antwoord is verwerkt.", "{} antwoorden zijn verwerkt.") == "Het antwoord is verwerkt."
    )
