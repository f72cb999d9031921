"""What tests of several rooms ask for by name: an engine of their own, and the CMS in a browser as somebody.

A plugin that `conftest.py` names.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.utils import timezone

from search.keuze import motor
from search.moetwinnen import Proefvraag
from tests.redactie.cms.hulp import als

PROEFVRAGEN = (
    Proefvraag("paspoort aanvragen", ("paspoort-aanvragen",)),
    Proefvraag("stortplaats", ("milieustraat",)),
)


@pytest.fixture
def machine(settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An embedded engine of its own, as the settings name it, with two must-win questions."""
    monkeypatch.setattr("sync.proef.proefvragen", lambda: PROEFVRAGEN)
    settings.ANTWOORD_ZOEKMACHINE = "tantivy"
    settings.ANTWOORD_INDEX = tmp_path / "index"
    machine = motor()
    yield machine
    machine.close()


@pytest.fixture
def open_als(pagina: Any, live_server: Any) -> Callable[..., Callable[[str], Any]]:
    """`naar = open_als(Rol.CENTRAAL)`, then `naar("/redactie/")` opens that page and gives it."""

    def meld_aan(*wie: Any) -> Callable[[str], Any]:
        naam = instellingen.SESSION_COOKIE_NAME
        sessie = als(*wie).cookies[naam].value
        pagina.context.add_cookies([{"name": naam, "value": sessie, "url": live_server.url}])

        def naar(pad: str) -> Any:
            pagina.goto(f"{live_server.url}{pad}")
            return pagina

        return naar

    return meld_aan


@pytest.fixture
def klok_reist_mee(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that travels in time takes the clock of the database along, as the CMS reads it."""
    for naam, module in list(sys.modules.items()):
        if naam.startswith("redactie.") and "nu_van_de_database" in vars(module):
            monkeypatch.setattr(module, "nu_van_de_database", timezone.now)
