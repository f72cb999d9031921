"""A flag of each kind, on a published answer of Sliedrecht."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kennisbank.models import Melding, Meldtoestand
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from tests.factories import GebruikerFactory, GemeenteFactory

GEMELD = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def sliedrecht(db: None) -> Any:
    GemeenteFactory(slug="dordrecht")
    return GemeenteFactory(slug="sliedrecht")


@pytest.fixture
def maak(sliedrecht: Any) -> Callable[..., Melding]:
    """`maak(plek="termijn", eigenaar="regio")`: due two hours after it was flagged."""

    def een(**anders: Any) -> Melding:
        velden: dict[str, Any] = {
            "bereik": "sliedrecht",
            "sleutel": "rijbewijs-kwijt",
            "titel": "Rijbewijs kwijt",
            "plek": "kosten",
            "eigenaar": "sliedrecht",
            "bedrag": True,
            "versie": 1,
            "gemeld_op": GEMELD,
            "uiterlijk_op": GEMELD + timedelta(hours=2),
        }
        if "melder" not in anders:
            anders["melder"] = GebruikerFactory(rol=Rol.KCC)
        if anders.get("toestand", Meldtoestand.OPEN) != Meldtoestand.OPEN:
            anders.setdefault("gesloten_op", GEMELD + timedelta(hours=1))
        return Melding.objects.create(**{**velden, **anders})

    return een


@pytest.fixture
def van_de_regio(maak: Callable[..., Melding]) -> Melding:
    return maak(plek="termijn", eigenaar=REGIO, bedrag=False)
