"""Work beside the loop: again and again, each at its own pace, and never stopped by what fails."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from sync import lus as lusmodule
from sync import nevenwerk
from sync.nevenwerk import Nevenwerk, elke, taken

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def schone_lijst(monkeypatch: Any) -> None:
    monkeypatch.setattr(nevenwerk, "_taken", {})
    # A test's own connection stays open.
    monkeypatch.setattr(nevenwerk, "close_old_connections", lambda: None)


def test_elk_werk_heeft_zijn_eigen_tempo() -> None:
    gedaan: list[str] = []
    elke(10, "vlug", lambda: gedaan.append("vlug"))
    elke(60, "traag", lambda: gedaan.append("traag"))
    werk = Nevenwerk(threading.Event())
    for nu in (100, 105, 110, 120, 160):
        werk.ronde(nu)
    assert gedaan == ["vlug", "traag", "vlug", "vlug", "vlug", "traag"]


def test_wat_mislukt_houdt_het_andere_niet_tegen_en_komt_terug(caplog: Any, monkeypatch: Any) -> None:
    gedaan: list[int] = []

    def valt_om() -> None:
        gedaan.append(1)
        raise ValueError("een adres dat niet in het logboek hoort")

    monkeypatch.setattr(nevenwerk.connection, "close", lambda: None)
    elke(1, "stuk", valt_om)
    elke(1, "heel", lambda: gedaan.append(2))
    werk = Nevenwerk(threading.Event())
    werk.ronde(10)
    werk.ronde(11)
    assert gedaan == [1, 2, 1, 2]
    assert "stuk is niet gelukt: ValueError" in caplog.text
    assert "een adres" not in caplog.text


def test_dezelfde_naam_komt_in_de_plaats() -> None:
    elke(1, "een", lambda: None)
    elke(2, "een", lambda: None)
    assert [taak.seconden for taak in taken()] == [2]


@pytest.mark.django_db(transaction=True)
def test_het_stopt_als_de_lus_stopt() -> None:
    stop, gedaan = threading.Event(), threading.Event()
    elke(60, "een", gedaan.set)
    werk = Nevenwerk(stop)
    werk.start()
    assert gedaan.wait(30)
    stop.set()
    werk.join(30)
    assert not werk.is_alive()


def test_de_lus_neemt_het_nevenwerk_mee(monkeypatch: Any) -> None:
    begonnen: list[threading.Event] = []

    class Nagedaan:
        def __init__(self, stop: threading.Event) -> None:
            begonnen.append(stop)

        def start(self) -> None:
            begonnen[0].set()

    monkeypatch.setattr(lusmodule, "Nevenwerk", Nagedaan)
    lus = lusmodule.Lus()
    lus.draai()
    assert begonnen == [lus.stop]
