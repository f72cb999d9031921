"""One running installation for all stories, and people in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from redactie.demo import WACHTWOORD
from tests.keten.installatie import Installatie, vrije_poort, wacht_tot

LANG = 30.0
"""Seconds to wait for something to become visible. How fast it really is, is measured in `make bench`."""


@pytest.fixture(scope="session")
def installatie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installatie]:
    installatie = Installatie(tmp_path_factory.mktemp("keten") / "data", vrije_poort())
    try:
        installatie.start()
        yield installatie
    finally:
        installatie.stop()


@pytest.fixture
def als(browser: Any, installatie: Installatie) -> Iterator[Callable[[str], Any]]:
    """`als("centraal")`: a page of a browser of their own, signed in to the CMS."""
    contexten = []

    def open_(naam: str) -> Any:
        context = browser.new_context(locale="nl-NL", viewport={"width": 1366, "height": 768})
        contexten.append(context)
        pagina = context.new_page()
        pagina.set_default_timeout(20_000)
        if naam:
            pagina.goto(installatie.adres("/redactie/login/"))
            pagina.fill("input[name=username]", naam)
            pagina.fill("input[name=password]", WACHTWOORD)
            pagina.click("button[type=submit]")
            pagina.wait_for_url("**/redactie/")
        return pagina

    yield open_
    for context in contexten:
        context.close()


@pytest.fixture(scope="session")
def site(installatie: Installatie) -> Callable[[str, str], str]:
    """`site("dordrecht", "paspoort-aanvragen")`: the page of a product as a visitor gets it; '' when there is none."""

    def lees(gemeente: str, sleutel: str) -> str:
        antwoord = httpx.get(
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
