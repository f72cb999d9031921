"""From a question about hours to the location and back, by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.kennisbank.balie.aan_de_balie import meld_aan, treffers
from tests.kennisbank.uitgave import geef_gemeente_uit
from tests.kennisbank.website.gemeentedocument import GEMEENTEHUIS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("balie"),
]


def test_wie_naar_de_uren_vraagt_leest_adres_en_week_en_gaat_met_escape_terug(
    pagina: Any, live_server: Any
) -> None:
    geef_gemeente_uit("sliedrecht", locaties=[GEMEENTEHUIS])
    meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    pagina.keyboard.type("openingstijden gemeentehuis", delay=10)
    expect(treffers(pagina).first).to_contain_text("Gemeentehuis Sliedrecht")
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_text("Burgemeesterplein 2")).to_be_visible()
    expect(pagina.get_by_role("heading", name="Gemeentehuis Sliedrecht")).to_be_focused()
    expect(pagina).to_have_url(f"{live_server.url}/balie/sliedrecht/_locatie/gemeentehuis/")
    pagina.keyboard.press("Escape")
    expect(pagina.locator("#vraag")).to_be_focused()
    expect(pagina.locator("#vraag")).to_have_value("openingstijden gemeentehuis")
