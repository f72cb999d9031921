"""The fifty commonest questions: each answered at the desk in at most eight keystrokes, without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from search.moetwinnen import Proefvraag, proefvragen
from tests.keten.installatie import Installatie
from tests.keten.vijftig import HOOGSTENS, VERSLAG, beantwoord, loop, meld_aan, wegen

pytestmark = [pytest.mark.browser, pytest.mark.traag]
BEKEND = wegen(VERSLAG.read_text("utf-8"))


@pytest.fixture(scope="module")
def desk(browser: Any, installatie: Installatie) -> Iterator[Any]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1366, "height": 768})
    pagina = context.new_page()
    meld_aan(pagina, installatie)
    yield pagina
    context.close()


@pytest.mark.parametrize("vraag", proefvragen(), ids=lambda vraag: vraag.vraag)
def test_hoogstens_acht_toetsen_en_geen_muis(desk: Any, vraag: Proefvraag) -> None:
    """The way that the report names; where that has changed, any other way."""
    try:
        uitslag = loop(desk, vraag, BEKEND[vraag.vraag])
    except LookupError:
        uitslag = beantwoord(desk, vraag)
    assert uitslag.aantal <= HOOGSTENS
    assert uitslag.sleutel in vraag.sleutels


def test_het_verslag_noemt_elke_vraag() -> None:
    assert list(BEKEND) == [vraag.vraag for vraag in proefvragen()]
    assert all(len(weg.toetsen) <= HOOGSTENS for weg in BEKEND.values())
