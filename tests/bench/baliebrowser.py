"""An agent at the desk in a real browser, for what is measured there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from redactie.demo import WACHTWOORD


@dataclass(frozen=True, slots=True)
class Desk:
    """`titels`: how many there are to choose from in the browser."""

    pagina: Any
    titels: int


def chromium() -> str:
    """Empty where there is none."""
    return os.environ.get("ANTWOORD_TEST_CHROMIUM") or shutil.which("chromium") or ""


@contextmanager
def aan_de_balie(poort: int, slug: str) -> Iterator[Desk]:
    """Signed in with a demo account at this desk, on a screen of 1366 × 768, with its titles fetched."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        try:
            pagina = browser.new_page(viewport={"width": 1366, "height": 768})
            pagina.set_default_timeout(60_000)
            with pagina.expect_response("**/_titels/") as gehaald:
                pagina.goto(f"http://localhost:{poort}/balie/{slug}/")
                pagina.fill("#id_username", "kcc")
                pagina.fill("#id_password", WACHTWOORD)
                pagina.click("button[type=submit]")
                pagina.wait_for_selector("#vraag[role=combobox]")
            yield Desk(pagina, len(gehaald.value.json()["producten"]))
        finally:
            browser.close()
