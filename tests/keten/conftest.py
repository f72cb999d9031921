"""One running installation for all stories, and people in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from redactie.demo import WACHTWOORD
from tests.keten.installatie import Installatie, vrije_poort, wacht_tot
from tests.ophalen import haal
from tests.regio import kopieer_installatie

LANG = 30.0
"""Seconds to wait for something to become visible. How fast it really is, is measured in `make bench`."""


@pytest.fixture(scope="session")
def installatie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installatie]:
    data = tmp_path_factory.mktemp("keten") / "data"
    kopieer_installatie(data)
    installatie = Installatie(data, vrije_poort())
    try:
        installatie.start()
        yield installatie
    finally:
        installatie.stop()


@pytest.fixture(scope="session")
def aangemeld() -> dict[tuple[str, str], Any]:
    """(address of the installation, account) → what a browser keeps of signing in there."""
    return {}


@pytest.fixture
def als(
    browser: Any, installatie: Installatie, aangemeld: dict[tuple[str, str], Any]
) -> Iterator[Callable[[str], Any]]:
    """`als("centraal")`: a page of a browser of their own, signed in to the CMS; typed in the first time."""
    contexten = []

    def open_(naam: str) -> Any:
        eerder = (installatie.adres(), naam)
        context = browser.new_context(
            locale="nl-NL", viewport={"width": 1366, "height": 768}, storage_state=aangemeld.get(eerder)
        )
        contexten.append(context)
        pagina = context.new_page()
        pagina.set_default_timeout(20_000)
        if naam and eerder not in aangemeld:
            pagina.goto(installatie.adres("/redactie/login/"))
            pagina.fill("input[name=username]", naam)
            pagina.fill("input[name=password]", WACHTWOORD)
            pagina.click("button[type=submit]")
            pagina.wait_for_url("**/redactie/")
            aangemeld[eerder] = context.storage_state()
        return pagina

    yield open_
    for context in contexten:
        context.close()


@pytest.fixture(scope="session")
def site(installatie: Installatie) -> Callable[[str, str], str]:
    """`site("dordrecht", "paspoort-aanvragen")`: the page of a product as a visitor gets it; '' when there is none."""

    def lees(gemeente: str, sleutel: str) -> str:
        antwoord = haal(
            f"http://127.0.0.1:{installatie.poort}/product/{sleutel}/",
            headers={"Host": f"{gemeente}.localhost:{installatie.poort}"},
            timeout=20,
        )
        return antwoord.text if antwoord.status_code == 200 else ""

    return lees


@pytest.fixture(scope="session")
def verschijnt(site: Callable[[str, str], str]) -> Callable[..., float]:
    """Wait until the text stands on the website of that municipality (or no longer does); the seconds it took."""

    def wacht(gemeente: str, sleutel: str, tekst: str, *, wel: bool = True) -> float:
        return wacht_tot(
            lambda: (tekst in site(gemeente, sleutel)) is wel,
            LANG,
            f"“{tekst}” {'verschijnt niet' if wel else 'verdwijnt niet'} bij {gemeente}/{sleutel}",
        )

    return wacht
