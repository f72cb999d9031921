"""Why something was done, in words, from what each action recorded with it."""

from __future__ import annotations

import pytest

from redactie.logregels import waarom


@pytest.mark.parametrize(
    ("gegevens", "verwacht"),
    [
        ({}, ""),
        (
            {"veld": "Kosten", "besluit": "Houden", "reden": "Wij nemen geen contant geld aan"},
            "Kosten: houden. Wij nemen geen contant geld aan.",
        ),
        ({"veld": "Termijn", "vanaf": "2027-01-01T00:00:00+01:00"}, "Termijn. Vanaf 1 januari 2027."),
        ({"veld": "Termijn", "vanaf": "2026-12-31T23:00:00+00:00"}, "Termijn. Vanaf 1 januari 2027."),
        (
            {"veld": "Kosten", "was": "cosmetisch", "wordt": "inhoudelijk", "reden": "Het bedrag telt mee."},
            "Kosten. Van cosmetisch naar inhoudelijk. Het bedrag telt mee.",
        ),
        ({"sleutel": "paspoort", "bedrag": "83.87", "van": "2027-01-01"}, "€ 83,87. Vanaf 1 januari 2027."),
        ({"sleutel": "uittreksel", "bedrag": "None", "van": ""}, ""),
        (
            {"velden": ["Kosten", "Termijn"], "reden": "Landelijk geregeld."},
            "Kosten, Termijn. Landelijk geregeld.",
        ),
        # The moment of the publication that was taken back is not one that something begins at.
        ({"van": "2026-11-22T14:00:00+01:00", "reden": "Verkeerd bedrag"}, "Verkeerd bedrag."),
        ({"toelichting": "pas, paspoort. Zo noemt men het."}, "pas, paspoort. Zo noemt men het."),
        ({"vanaf": "straks"}, ""),
    ],
)
def test_wat_er_is_vastgelegd_in_woorden(gegevens: dict, verwacht: str) -> None:
    assert waarom(gegevens) == verwacht


def test_wat_niet_gekend_is_blijft_weg() -> None:
    assert waarom({"revision": {"id": 1}, "tekst": "Een hele tekst", "title": "x"}) == ""
