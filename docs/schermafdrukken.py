"""Makes the screenshots of the manuals, in a browser, on a running sample installation.

    make run PORT=8001 ANTWOORD_DATA=/tmp/antwoord-beelden
    .venv/bin/python docs/schermafdrukken.py http://localhost:8001 [picture ...]

It works as an editor would and leaves its changes behind, so use an installation that nobody needs. A screen that is
not as a manual says ends it with an error. Each function is one picture and carries its name.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

MAP = Path(__file__).resolve().parent / "beelden"
WACHTWOORD = "antwoord-demo"
BREEDTE, HOOGTE = 1366, 768
KLEUREN = 64
VLAGGEN = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@dataclass(frozen=True)
class Beeld:
    """`als`: the demo account that looks; empty for a citizen."""

    als: str
    maak: Callable[[Page], None]

    @property
    def naam(self) -> str:
        return self.maak.__name__.replace("_", "-")


BEELDEN: list[Beeld] = []


def beeld(als: str = "") -> Callable[[Callable[[Page], None]], Callable[[Page], None]]:
    def onthoud(maak: Callable[[Page], None]) -> Callable[[Page], None]:
        BEELDEN.append(Beeld(als, maak))
        return maak

    return onthoud


def website(pagina: Page, gemeente: str, pad: str) -> None:
    """Open a page of a municipality's website."""
    delen = urlsplit(pagina.url)
    pagina.goto(f"{delen.scheme}://{gemeente}.{delen.netloc}{pad}")


@beeld("kcc")
def balie_begin(pagina: Page) -> None:
    pagina.goto("/balie/sliedrecht/")
    pagina.get_by_role("heading", name="Nu in Sliedrecht").wait_for()


@beeld("kcc")
def balie_zoeken(pagina: Page) -> None:
    pagina.goto("/balie/sliedrecht/")
    pagina.get_by_label("Vraag").press_sequentially("paspoort kwi", delay=60)
    pagina.locator("#treffers mark").first.wait_for()


@beeld("kcc")
def balie_antwoord(pagina: Page) -> None:
    pagina.goto("/balie/sliedrecht/")
    pagina.get_by_label("Vraag").press_sequentially("paspoort aanvragen", delay=60)
    pagina.get_by_role("option", name="Paspoort aanvragen").wait_for()
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", name="Paspoort aanvragen").wait_for()


@beeld("kcc")
def balie_anders(pagina: Page) -> None:
    pagina.goto("/balie/sliedrecht/paspoort-aanvragen/")
    kosten = pagina.locator(".veld", has=pagina.get_by_text("Kosten", exact=True))
    kosten.locator("summary").click()
    kosten.evaluate("veld => veld.scrollIntoView({block: 'start'})")


@contextmanager
def aangemeld(browser: Browser, basis: str, als: str) -> Iterator[Page]:
    with browser.new_context(
        base_url=basis,
        viewport={"width": BREEDTE, "height": HOOGTE},
        locale="nl-NL",
        reduced_motion="reduce",
    ) as context:
        pagina = context.new_page()
        pagina.goto("/balie/aanmelden/?next=/" if als else "/")
        if als:
            pagina.get_by_label("Gebruikersnaam").fill(als)
            pagina.get_by_label("Wachtwoord").fill(WACHTWOORD)
            pagina.get_by_role("button", name="Meld aan").click()
            pagina.wait_for_load_state()
        yield pagina


def bewaar(png: bytes, doel: Path) -> None:
    """With a small palette: a screen has few colours, and the repository keeps every version of a picture."""
    doel.parent.mkdir(exist_ok=True)
    volkleur = Image.open(io.BytesIO(png)).convert("RGB")
    volkleur.quantize(KLEUREN, dither=Image.Dither.NONE).save(doel, optimize=True)


def main() -> None:
    lezer = argparse.ArgumentParser(description="Maak de schermafdrukken van de handleidingen.")
    lezer.add_argument("adres", help="van een voorbeeldinstallatie, zoals http://localhost:8001")
    lezer.add_argument("namen", nargs="*", help="alleen deze beelden")
    keuzes = lezer.parse_args()
    chromium = os.environ.get("ANTWOORD_TEST_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=chromium, args=VLAGGEN)
        for lid in BEELDEN:
            if keuzes.namen and lid.naam not in keuzes.namen:
                continue
            with aangemeld(browser, keuzes.adres, lid.als) as pagina:
                lid.maak(pagina)
                pagina.wait_for_load_state("networkidle")
                doel = MAP / f"{lid.naam}.png"
                bewaar(pagina.screenshot(animations="disabled"), doel)
                print(f"{doel.name}  {doel.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main()
