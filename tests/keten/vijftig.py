"""The fifty commonest questions by keyboard alone; `python -m tests.keten.vijftig` writes the report.

Per question the shortest way in: as few letters of it (or of its words) as needed, arrows, Enter. Then that way is
walked, and the answer read. Keystrokes are a property of the desk, seconds of the machine.
"""

from __future__ import annotations

import argparse
import itertools
import re
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from kennisbank.balie.titelwoorden import staarten
from redactie.demo import WACHTWOORD
from search.moetwinnen import Proefvraag, proefvragen
from tests.keten.installatie import BASIS, Installatie, vrije_poort

HOOGSTENS = 8
GEMEENTE = "sliedrecht"
TOETS = "6"
"""With Alt: this municipality, in the sample region."""
VERSLAG = BASIS / "docs" / "vijftig-vragen.md"
OPDRACHT = "python -m tests.keten.vijftig"
VLAGGEN = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
KEUZES = "() => [...document.querySelectorAll('#snelle button, #treffers button')].map((knop) => knop.value)"
EERSTE = "() => document.querySelector('#treffers button')?.value ?? ''"
SCHILDER = "() => new Promise((klaar) => requestAnimationFrame(() => setTimeout(klaar, 20)))"


@dataclass(frozen=True, slots=True)
class Weg:
    """What is typed after `/`, and how often the arrow goes down before Enter."""

    getypt: str
    omlaag: int

    @property
    def toetsen(self) -> tuple[str, ...]:
        return ("/", *self.getypt, *["ArrowDown"] * self.omlaag, "Enter")


@dataclass(frozen=True, slots=True)
class Uitslag:
    vraag: str
    weg: Weg
    sleutel: str
    titel: str
    seconden: float

    @property
    def aantal(self) -> int:
        return len(self.weg.toetsen)


def meld_aan(pagina: Any, installatie: Installatie) -> None:
    pagina.goto(installatie.adres(f"/balie/{GEMEENTE}/"))
    pagina.fill("#id_username", "kcc")
    pagina.fill("#id_password", WACHTWOORD)
    with pagina.expect_response("**/_titels/"):
        pagina.keyboard.press("Enter")
    pagina.wait_for_selector("#vraag[role=combobox]")
    pagina.wait_for_timeout(500)


def beantwoord(pagina: Any, vraag: Proefvraag) -> Uitslag:
    """Find the shortest way and walk it; raises when there is none of eight keystrokes."""
    weg = kortste_weg(pagina, vraag)
    if weg is None:
        raise LookupError(f"“{vraag.vraag}”: geen weg van hoogstens {HOOGSTENS} toetsen")
    return loop(pagina, vraag, weg)


def kortste_weg(pagina: Any, vraag: Proefvraag) -> Weg | None:
    """With equal length the one with the fewest arrows: letters are typed without looking."""
    beste: Weg | None = None
    for getypt in pogingen(vraag.vraag):
        kortst_zo = Weg(getypt, 0)
        if len(kortst_zo.toetsen) > HOOGSTENS or (beste and len(kortst_zo.toetsen) >= len(beste.toetsen)):
            continue
        weg = _weg(pagina, vraag, getypt)
        if weg and len(weg.toetsen) <= HOOGSTENS and (beste is None or len(weg.toetsen) < len(beste.toetsen)):
            beste = weg
    return beste


def pogingen(vraag: str) -> Iterator[str]:
    """Beginnings of the question, of a later word, of what a compound ends in, of two words; of two letters or more."""
    woorden = vraag.split()
    for begin in (vraag, *woorden[1:], *(staart for woord in woorden for staart in staarten(woord))):
        for aantal in range(2, min(len(begin), HOOGSTENS - 2) + 1):
            if begin[aantal - 1] != " ":
                yield begin[:aantal]
    for eerste, tweede in itertools.pairwise(woorden):
        for lengte in range(2, HOOGSTENS - 2):
            for van_eerste in range(lengte - 1, 0, -1):
                yield f"{eerste[:van_eerste]} {tweede[: lengte - van_eerste]}"


def _weg(pagina: Any, vraag: Proefvraag, getypt: str) -> Weg | None:
    _vraag(pagina, getypt)
    if pagina.evaluate(EERSTE) in vraag.sleutels:
        return Weg(getypt, 0)
    keuzes = pagina.evaluate(KEUZES)
    plekken = [plek for plek, sleutel in enumerate(keuzes) if sleutel in vraag.sleutels]
    return Weg(getypt, plekken[0] + 1) if plekken else None


def _vraag(pagina: Any, getypt: str) -> None:
    """Ask it, and wait until the list is that of this very question."""

    def is_antwoord(antwoord: Any) -> bool:
        inhoud = parse_qs(antwoord.request.post_data or "", keep_blank_values=True)
        return antwoord.request.method == "POST" and inhoud.get("vraag") == [getypt]

    pagina.fill("#vraag", "")
    with pagina.expect_response(is_antwoord):
        pagina.fill("#vraag", getypt)
    pagina.evaluate(SCHILDER)


def loop(pagina: Any, vraag: Proefvraag, weg: Weg) -> Uitslag:
    """From a new call with this municipality, and the keyboard somewhere on the page: only keys."""
    pagina.keyboard.press("Alt+Backspace")
    pagina.wait_for_function("() => document.querySelector('.plaats').textContent === 'Hele regio'")
    pagina.keyboard.press(f"Alt+{TOETS}")
    pagina.wait_for_function("() => document.querySelector('.plaats').textContent === 'Sliedrecht'")
    pagina.evaluate(SCHILDER)
    pagina.keyboard.press("Escape")
    pagina.wait_for_function("() => document.activeElement.id !== 'vraag'")
    for toets in weg.toetsen[:-1]:
        if toets == "ArrowDown":
            # Who looks before choosing sees the list of what was typed.
            pagina.wait_for_function("() => document.querySelector('#snelle button, #treffers button')")
            pagina.wait_for_timeout(300)
        pagina.keyboard.press(toets)
    begin = time.monotonic()
    pagina.keyboard.press("Enter")
    pagina.wait_for_selector(".kaart #kaart-titel")
    seconden = time.monotonic() - begin
    sleutel = pagina.evaluate("() => location.pathname").rstrip("/").rpartition("/")[2]
    titel = pagina.locator("#kaart-titel").inner_text()
    leesbaar = pagina.locator(".kaart").bounding_box()["y"] < pagina.viewport_size["height"]
    if sleutel not in vraag.sleutels or not leesbaar:
        raise LookupError(f"“{vraag.vraag}” opent {sleutel}")
    return Uitslag(vraag.vraag, weg, sleutel, titel, seconden)


def als_markdown(uitslagen: Sequence[Uitslag]) -> str:
    aantallen = [uitslag.aantal for uitslag in uitslagen]
    seconden = sorted(uitslag.seconden for uitslag in uitslagen)
    regels = [
        "# The fifty commonest questions, in keystrokes",
        "",
        f"Written by `{OPDRACHT}`, in a real browser on an installation with the sample region.",
        f"`tests/keten/test_vijftig.py` holds the desk to at most {HOOGSTENS} keystrokes for each of them. Every key",
        "is counted, `/` and Enter as well. No mouse.",
        "",
        f"- Questions: {len(uitslagen)}, from `search/data/moetwinnen.csv`, asked at the desk of Sliedrecht.",
        f"- Keystrokes: {statistics.median(aantallen):g} in the middle, {max(aantallen)} at most.",
        f"- From the last key to the answer on the screen: {statistics.median(seconden):.2f} s in the middle, "
        f"{seconden[-1]:.2f} s at most, on the machine that wrote this. Goal: 2 s. No test asks it.",
        "",
        "| Question | Keys | Number | Answer | Seconds |",
        "|---|---|---|---|---|",
    ]
    regels += [
        f"| {lid.vraag} | {_in_woorden(lid.weg)} | {lid.aantal} | {lid.titel} | {lid.seconden:.2f} |"
        for lid in uitslagen
    ]
    return "\n".join(regels) + "\n"


def wegen(markdown: str) -> dict[str, Weg]:
    """Question → the way that the report names."""
    rijen = re.findall(r"^\| ([^|]+) \| `/` `([^`]+)`((?: `↓`)*) `Enter` \|", markdown, re.MULTILINE)
    return {vraag: Weg(getypt, pijlen.count("↓")) for vraag, getypt, pijlen in rijen}


def _in_woorden(weg: Weg) -> str:
    return f"`/` `{weg.getypt}`{' `↓`' * weg.omlaag} `Enter`"


def main(argumenten: list[str] | None = None) -> None:
    from playwright.sync_api import sync_playwright

    lezer = argparse.ArgumentParser(prog=OPDRACHT, description=__doc__)
    lezer.add_argument(
        "--bestaand", type=Path, help="data of an installation with the sample region, to save time"
    )
    keuzes = lezer.parse_args(argumenten)
    with tempfile.TemporaryDirectory(prefix="antwoord-vijftig-") as map_, sync_playwright() as playwright:
        installatie = Installatie(keuzes.bestaand or Path(map_) / "data", vrije_poort())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=VLAGGEN)
        try:
            installatie.start()
            pagina = browser.new_page(viewport={"width": 1366, "height": 768}, locale="nl-NL")
            meld_aan(pagina, installatie)
            uitslagen = [beantwoord(pagina, vraag) for vraag in proefvragen()]
        finally:
            browser.close()
            installatie.stop()
    VERSLAG.write_text(als_markdown(uitslagen), "utf-8")


if __name__ == "__main__":
    main()
