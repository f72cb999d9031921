"""What a person is called."""

from __future__ import annotations

from django.contrib.auth import get_user_model

from redactie.persoonsnaam import persoonsnaam


def test_een_naam_gaat_voor_de_gebruikersnaam() -> None:
    soort = get_user_model()
    assert (
        persoonsnaam(soort(username="rvdberg", first_name="Roos", last_name="van den Berg"))
        == "Roos van den Berg"
    )
    assert persoonsnaam(soort(username="rvdberg")) == "rvdberg"


def test_niemand_heeft_geen_naam() -> None:
    assert persoonsnaam(None) == ""
