"""What callers ask is written nowhere: no log line, no row, no error report."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kennisbank import zoeken

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]

VRAAG = "kanariepiet zoekt rijbewijs"


def vraag_het(client: Client) -> None:
    client.post("/balie/sliedrecht/", {"vraag": VRAAG, "typend": "1"}, headers={"X-Balie-Deel": "lijst"})
    client.post("/balie/sliedrecht/", {"vraag": VRAAG, "open": "rijbewijs-kwijt"})


def test_de_vraag_staat_in_geen_logboek(kcc: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        vraag_het(kcc)
    assert "kanariepiet" not in caplog.text


def test_de_vraag_staat_in_geen_query(kcc: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        vraag_het(kcc)
    assert "kanariepiet" not in str(queries.captured_queries)


def test_de_vraag_staat_in_geen_tabel(kcc: Client) -> None:
    vraag_het(kcc)
    for model in apps.get_models():
        for rij in model._default_manager.values():
            assert "kanariepiet" not in str(rij), model


def test_een_storing_mailt_en_logt_de_vraag_niet(
    kcc: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, settings: Any
) -> None:
    def stuk(*args: Any) -> None:
        raise ImproperlyConfigured("stuk")

    settings.ADMINS = [("Bea", "bea@gemeente.example")]
    monkeypatch.setattr(zoeken, "motor", stuk)
    kcc.raise_request_exception = False
    antwoord = kcc.post("/balie/sliedrecht/", {"vraag": VRAAG})
    assert antwoord.status_code == 500
    assert caplog.records
    assert "kanariepiet" not in caplog.text
    assert mail.outbox
    for bericht in mail.outbox:
        assert "kanariepiet" not in bericht.body
