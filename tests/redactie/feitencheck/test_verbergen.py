"""A link is a key, and a log is read by many."""

from __future__ import annotations

import logging

import pytest

from redactie.feitencheck.verbergen import ZonderLink, zonder_link


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("/feitencheck/abc:Def-1_2/", "/feitencheck/…/"),
        ("/feitencheck/abc:Def/paspoort/", "/feitencheck/…/paspoort/"),
        ("Not Found: /feitencheck/abc", "Not Found: /feitencheck/…"),
        ("/redactie/feitenchecks/bekijken/3/", "/redactie/feitenchecks/bekijken/3/"),
        ("/zoeken/", "/zoeken/"),
    ],
)
def test_alleen_de_sleutel_gaat_eruit(tekst: str, verwacht: str) -> None:
    assert zonder_link(tekst) == verwacht


def test_een_geweigerd_verzoek_komt_zonder_sleutel_in_het_logboek() -> None:
    regel = logging.LogRecord(
        "django.request", 30, "", 0, "%s: %s", ("Not Found", "/feitencheck/geheim/"), None
    )
    assert ZonderLink().filter(regel)
    assert regel.getMessage() == "Not Found: /feitencheck/…/"


def test_elk_logboek_op_het_scherm_gaat_daar_langs() -> None:
    zeven = [filter_ for handler in logging.getLogger().handlers for filter_ in handler.filters]
    assert any(isinstance(zeef, ZonderLink) for zeef in zeven)
