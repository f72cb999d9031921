"""An agent in a browser at a desk of its own process, for tests that stop something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.geduld import SCHERM_MS
from tests.keten.delen import start

GEDULD = 30_000
"""Milliseconds. How fast it really is, is measured in `make bench`."""


@contextmanager
def aan_de_balie(pagina: Any, data: Path, extra: Mapping[str, str]) -> Iterator[Any]:
    """Signed in at the desk of Sliedrecht, with the titles there; `extra`: more of the environment of the desk."""
    balie = start(data, "balie", extra)
    pagina.set_default_timeout(GEDULD)
    expect.set_options(timeout=GEDULD)
    try:
        pagina.goto(f"{balie.adres}/balie/sliedrecht/")
        pagina.fill("#id_username", "kees")
        pagina.fill("#id_password", "geheim-genoeg-voor-een-test")
        with pagina.expect_response("**/_titels/"):
            pagina.click("text=Meld aan")
        expect(pagina.locator("#vraag")).to_have_role("combobox")
        yield pagina
    finally:
        expect.set_options(timeout=SCHERM_MS)
        balie.stop()
