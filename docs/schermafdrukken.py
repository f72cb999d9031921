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
    """`als`: the demo account that looks; empty for a citizen. `zelf`: it takes its picture on the way."""

    als: str
    maak: Callable[[Page], None]
    zelf: bool = False

    @property
    def naam(self) -> str:
        return self.maak.__name__.replace("_", "-")


BEELDEN: list[Beeld] = []


def beeld(als: str = "", *, zelf: bool = False) -> Callable[[Callable[[Page], None]], Callable[[Page], None]]:
    def onthoud(maak: Callable[[Page], None]) -> Callable[[Page], None]:
        BEELDEN.append(Beeld(als, maak, zelf))
        return maak

    return onthoud


def bewaar(pagina: Page, naam: str) -> None:
    """With a small palette: a screen has few colours, and the repository keeps every version of a picture."""
    volkleur = Image.open(io.BytesIO(pagina.screenshot(animations="disabled"))).convert("RGB")
    doel = MAP / f"{naam}.png"
    volkleur.quantize(KLEUREN, dither=Image.Dither.NONE).save(doel, optimize=True)
    print(f"{doel.name}  {doel.stat().st_size // 1024} kB")


def website(pagina: Page, gemeente: str, pad: str) -> None:
    """Open a page of a municipality's website."""
    delen = urlsplit(pagina.url)
    pagina.goto(f"{delen.scheme}://{gemeente}.{delen.netloc}{pad}")


@beeld()
def website_product(pagina: Page) -> None:
    website(pagina, "sliedrecht", "/product/paspoort-aanvragen/")


@beeld("kcc")
def balie_antwoord(pagina: Page) -> None:
    pagina.goto("/balie/sliedrecht/")
    pagina.get_by_label("Vraag").press_sequentially("paspoort aanvragen", delay=60)
    pagina.get_by_role("option", name="Paspoort aanvragen").wait_for()
    pagina.keyboard.press("Enter")
    pagina.get_by_role("heading", name="Paspoort aanvragen").wait_for()


@beeld("kcc")
def balie_mededelingen(pagina: Page) -> None:
    pagina.goto("/balie/sliedrecht/")
    pagina.locator("#mededelingen > summary").click()
    pagina.get_by_role("button", name="Ik heb dit gelezen").first.wait_for()


@beeld("kcc")
def balie_vergelijken(pagina: Page) -> None:
    pagina.goto("/balie/sliedrecht/paspoort-aanvragen/vergelijk/")
    pagina.locator(".vergelijkblad").wait_for()


def open_product(pagina: Page, titel: str) -> None:
    """From the list, as an editor finds it."""
    pagina.goto("/redactie/producten/")
    pagina.locator("input[name=q]").fill(titel)
    pagina.get_by_role("link", name=titel, exact=True).click()
    pagina.locator("[name=termijn]").wait_for()
    pagina.wait_for_load_state("networkidle")


def kies_actie(pagina: Page, naam: str) -> None:
    """An action under the arrow of the button at the foot of an edit screen."""
    pagina.locator("footer .w-dropdown__toggle").click()
    with pagina.expect_navigation():
        pagina.locator("footer").get_by_role("button", name=naam, exact=True).click()


@beeld("sliedrecht")
def redactie_producten(pagina: Page) -> None:
    pagina.goto("/redactie/producten/")


@beeld("centraal")
def redactie_tekst(pagina: Page) -> None:
    open_product(pagina, "Paspoort aanvragen")
    pagina.locator("[data-side-panel-toggle=preview]").click()
    voorbeeld = pagina.frame_locator("iframe[title=Voorbeeld]").last
    voorbeeld.get_by_text("de regio").first.wait_for()
    pagina.locator("#voorbeeld-gemeente").select_option(label="Papendrecht")
    voorbeeld.get_by_text("· Papendrecht ·").wait_for()


@beeld("centraal")
def redactie_invoegen(pagina: Page) -> None:
    open_product(pagina, "Paspoort aanvragen")
    kosten = pagina.locator("[name=kosten]")
    kosten.click()
    pagina.keyboard.press("Control+.")
    pagina.get_by_label("Zoals het leest in").select_option(label="Sliedrecht")
    pagina.get_by_role("combobox", name="Zoek een bedrag, gegeven of product").press_sequentially(
        "paspoort", delay=60
    )
    pagina.get_by_role("option", name="Tabel paspoort").wait_for()
    kosten.evaluate("vak => vak.closest('[data-field-wrapper]').scrollIntoView({block: 'start'})")


@beeld("centraal", zelf=True)
def redactie_publiceren(pagina: Page) -> None:
    """Leaves a change of a term behind: what comes after is about it."""
    open_product(pagina, "Paspoort aanvragen")
    termijn = pagina.locator("[name=termijn]")
    termijn.fill(termijn.input_value().replace(" klaar.", " klaar aan de balie.", 1))
    toelichting = pagina.locator("[name=toelichting]")
    toelichting.fill("Ophalen kan alleen nog aan de balie")
    pagina.wait_for_timeout(3000)  # the autosave
    toelichting.evaluate("vak => vak.scrollIntoView({block: 'end'})")
    pagina.locator("footer .w-dropdown__toggle").click()
    bewaar(pagina, "redactie-publiceren")
    with pagina.expect_navigation():
        pagina.locator("[name=action-publish]").click()
    pagina.get_by_text("gepubliceerd").first.wait_for()


@beeld("centraal")
def redactie_planning(pagina: Page) -> None:
    open_product(pagina, "Paspoort aanvragen")
    pagina.get_by_role("tab", name="Planning").click()


@beeld("sliedrecht")
def redactie_start(pagina: Page) -> None:
    pagina.goto("/redactie/")
    pagina.get_by_text("Paspoort aanvragen").first.wait_for()


@beeld("sliedrecht")
def redactie_herzien(pagina: Page) -> None:
    pagina.goto("/redactie/")
    with pagina.expect_navigation():
        pagina.get_by_role("link", name="Herzien").first.click()


@beeld("sliedrecht")
def redactie_opruimen(pagina: Page) -> None:
    pagina.goto("/redactie/lokale-versies/opruimen/?wat=alles&q=Paspoort+aanvragen")
    with pagina.expect_navigation():
        pagina.get_by_role("link", name="Paspoort aanvragen · Hoe lang duurt het?").click()


@beeld("sliedrecht", zelf=True)
def redactie_afwijken(pagina: Page) -> None:
    pagina.goto("/redactie/producten/?q=rijbewijs kwijt")
    pagina.locator("tbody .w-dropdown__toggle").first.click()
    with pagina.expect_navigation():
        pagina.get_by_role("link", name="Maak een eigen tekst").click()
    pagina.get_by_role("button", name="Voeg eigen tekst toe").click()
    pagina.locator("select[name$=-veld]").last.select_option("aanpak")
    pagina.locator("select[name$=-wijze]").last.select_option("erna")
    tekst = "Op donderdagavond kunt u zonder afspraak binnenlopen."
    pagina.locator("textarea[name$=-tekst]").last.fill(tekst)
    pagina.locator("textarea[name$=-reden]").last.fill("Avondopenstelling zonder afspraak")
    pagina.wait_for_timeout(3000)  # the autosave
    veld = pagina.locator("select[name$=-veld]").last
    veld.evaluate("vak => vak.closest('section').scrollIntoView({block: 'start'})")
    bewaar(pagina, "redactie-afwijken")
    kies_actie(pagina, "Stuur door naar Nakijken en publiceren")
    pagina.get_by_text("ingediend").first.wait_for()


@beeld("sliedrecht-publicist")
def redactie_nakijken(pagina: Page) -> None:
    pagina.goto("/redactie/")
    with pagina.expect_navigation():
        pagina.get_by_role("link", name="Rijbewijs kwijt of gestolen").first.click()
    pagina.wait_for_load_state("networkidle")
    pagina.locator("footer .w-dropdown__toggle").click()


@beeld("sliedrecht")
def redactie_openingstijden(pagina: Page) -> None:
    pagina.goto("/redactie/locaties/")
    with pagina.expect_navigation():
        pagina.get_by_role("link", name="Gemeentehuis Sliedrecht").click()
    pagina.wait_for_load_state("networkidle")
    pagina.locator("select[name$='-0-dag']").evaluate("vak => vak.closest('section').scrollIntoView()")


@beeld("centraal")
def feitencheck(pagina: Page) -> None:
    pagina.goto("/redactie/feitenchecks/add/")
    pagina.get_by_label("Voor wie").fill("GGD, team reizigers")
    pagina.get_by_label("Uw vraag").fill("Kloppen de bedragen en de termijn nog?")
    pagina.get_by_role("combobox", name="Teksten").press_sequentially("paspoort aanvragen", delay=60)
    pagina.get_by_role("option", name="Paspoort aanvragen").first.click()
    pagina.get_by_role("button", name="Opslaan").click()
    pagina.goto(pagina.get_by_label("De link").input_value())
    pagina.get_by_role("heading", name="Kosten").evaluate("kop => kop.scrollIntoView()")


@beeld("centraal")
def redactie_publicatie(pagina: Page) -> None:
    pagina.goto("/redactie/publicatie/")
    pagina.get_by_role("heading", name="Alles is live").wait_for()


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
                if not lid.zelf:
                    bewaar(pagina, lid.naam)
        browser.close()


if __name__ == "__main__":
    main()
