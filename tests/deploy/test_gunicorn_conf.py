"""The line that the web server writes for each request: all that its format names, and nothing that people typed."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from gunicorn.config import Config
from gunicorn.glogging import Logger

from deploy import gunicorn_conf
from redactie.settings.omgeving import BASE_DIR


def regel(soort: type[Logger]) -> str:
    instellingen = Config()
    instellingen.set("accesslog", "-")
    omgeving = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/zoeken/",
        "QUERY_STRING": "vraag=geheim",
        "RAW_URI": "/zoeken/?vraag=geheim",
        "SERVER_PROTOCOL": "HTTP/1.1",
    }
    antwoord = SimpleNamespace(status="200 OK", sent=1234, headers=[])
    vraag = SimpleNamespace(headers=[])
    log = soort(instellingen)
    atomen = log.atoms(antwoord, vraag, omgeving, timedelta(seconds=1, milliseconds=23.9))
    return gunicorn_conf.access_log_format % atomen


def test_de_regel_is_die_van_gunicorn_zelf() -> None:
    assert regel(gunicorn_conf.logger_class) == regel(Logger) == "toegang GET /zoeken/ 200 1234 1023ms"


def test_het_toegangslog_heeft_geen_zoekvraag() -> None:
    tekst = (BASE_DIR / "deploy" / "gunicorn_conf.py").read_text("utf-8")
    opmaak = next(regel for regel in tekst.splitlines() if regel.startswith("access_log_format"))
    for met_zoekvraag in ("%(r)s", "%(q)s", "%(f)s"):
        assert met_zoekvraag not in opmaak
