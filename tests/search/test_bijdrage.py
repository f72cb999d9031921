"""What an engine counts for one document is what it counts when it searches, and per field adds up to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.bereik import publiek
from search.bijdrage import score_in
from search.gewichten import GEWICHTEN
from search.motor import Motor
from search.plan import Clausule, Plan, Voorvoegsel, Woord
from search.velden import TITEL_VORMEN, Groep
from tests.search.hulp import document

SCOPE = publiek("sliedrecht")
DOCUMENTEN = (
    document(
        "sliedrecht", "paspoort-aanvragen", "Paspoort aanvragen", samenvatting="Alles over uw paspoort."
    ),
    document("sliedrecht", "paspoort-kwijt", "Paspoort kwijt"),
    document("dordrecht", "paspoort-aanvragen", "Paspoort aanvragen"),
)
WOORD = Woord("paspoort", 1.0)
PLAN = Plan((Clausule((WOORD, Voorvoegsel("pasp", 0.5))),), 1, 1)


def test_een_document_telt_zoals_bij_het_zoeken(gevuld: Callable[..., Motor]) -> None:
    motor = gevuld(*DOCUMENTEN)
    for hit in motor.search(PLAN, SCOPE):
        assert motor.score(PLAN, SCOPE, hit.sleutel) == pytest.approx(hit.score, rel=1e-5)


def test_wat_niet_gevonden_wordt_telt_niets(gevuld: Callable[..., Motor]) -> None:
    motor = gevuld(*DOCUMENTEN)
    assert motor.score(PLAN, SCOPE, "bestaat-niet") == 0.0
    assert motor.score(Plan((Clausule((Woord("rijbewijs", 1.0),)),), 1, 1), SCOPE, "paspoort-kwijt") == 0.0


def test_per_plek_is_het_samen_het_geheel(gevuld: Callable[..., Motor]) -> None:
    motor = gevuld(*DOCUMENTEN)
    titel, samenvatting = (
        score_in(motor, WOORD, groep, SCOPE, "paspoort-aanvragen")
        for groep in (Groep.TITEL, Groep.SAMENVATTING)
    )
    alleen_woord = Plan((Clausule((WOORD,)),), 1, 1)
    heel = motor.score(alleen_woord, SCOPE, "paspoort-aanvragen")
    assert heel == pytest.approx(
        max(titel, samenvatting) + GEWICHTEN.overige_velden * min(titel, samenvatting), rel=1e-4
    )
    assert score_in(motor, WOORD, Groep.TEKST, SCOPE, "paspoort-aanvragen") == 0.0


def test_een_begin_telt_vast(gevuld: Callable[..., Motor]) -> None:
    motor = gevuld(*DOCUMENTEN)
    gevonden = score_in(motor, Voorvoegsel("pasp", 0.5), TITEL_VORMEN, SCOPE, "paspoort-kwijt")
    assert gevonden == pytest.approx(GEWICHTEN.voorvoegsel[TITEL_VORMEN] * 0.5)
