"""What an agent types, or a visitor looks for, is in nothing that a running installation writes or says.

The same as `tests/kennisbank/vergeefs/test_geen_spoor.py`, from outside: real processes, a real browser, and then every
file of the installation (database, index, logs, what the processes said), every address and every header.
"""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from redactie.demo import WACHTWOORD
from tests.keten.conftest import LANG
from tests.keten.installatie import wacht_tot

pytestmark = [pytest.mark.browser, pytest.mark.traag]

GEHEIM = "kwartelslag"
GETALLEN = ("123456782", "NL91ABNA0417164300", "06-12345678", "3311 GR 12", "03-05-1980", "Z-2026-001234")
E_MAIL = "jan@post.example"


def gevonden_in(ruw: bytes | str, *sporen: str) -> list[str]:
    inhoud = (ruw if isinstance(ruw, bytes) else ruw.encode()).lower()
    return [spoor for spoor in sporen if spoor.lower().encode() in inhoud]


class Luisteraar:
    """What passes between browser and server: addresses, headers of both sides, and bodies of questions."""

    def __init__(self, pagina: Any) -> None:
        self.omslag: list[str] = []
        self.vragen: list[str] = []
        pagina.on("request", self._gevraagd)
        pagina.on("response", lambda antwoord: self.omslag.append(f"{antwoord.url} {antwoord.headers}"))
        pagina.on("console", lambda regel: self.omslag.append(regel.text))

    def _gevraagd(self, verzoek: Any) -> None:
        self.omslag.append(f"{verzoek.url} {verzoek.headers}")
        self.vragen.append(verzoek.post_data or "")


@pytest.fixture
def gezocht(installatie: Any, als: Any) -> Luisteraar:
    """An agent has searched, with and without hits, opened something, gone to another municipality and left."""
    pagina = als("")
    luisteraar = Luisteraar(pagina)
    pagina.goto(installatie.adres("/balie/sliedrecht/"))
    pagina.fill("#id_username", "kcc")
    pagina.fill("#id_password", WACHTWOORD)
    pagina.click("text=Meld aan")
    vak = pagina.locator("#vraag")
    expect(vak).to_have_role("combobox")
    for getal in (*GETALLEN, E_MAIL):
        vak.fill("")
        vak.press_sequentially(f"{GEHEIM} {getal}")
        expect(pagina.locator("#niet-mee")).not_to_be_empty()
    pagina.wait_for_timeout(3000)  # a question that stands still counts as asked; nothing was opened after it
    vak.fill(f"paspoort {GEHEIM}")
    expect(pagina.locator("#treffers button").first).to_contain_text("aspoort")
    with pagina.expect_response("**/_vergeefs/"):
        vak.press("Enter")
    expect(pagina.locator("#antwoord .kaart")).to_be_visible()
    pagina.keyboard.press("Alt+1")
    pagina.goto(installatie.adres("/balie/regio/"))
    pagina.goto(installatie.adres("/", gemeente="sliedrecht"))
    return luisteraar


def test_nergens_in_de_installatie_staat_wat_iemand_typte(installatie: Any, gezocht: Luisteraar) -> None:
    httpx.get(
        installatie.adres("/zoeken/").replace("localhost", "127.0.0.1"),
        params={"vraag": f"{GEHEIM} {E_MAIL}"},
        headers={"Host": f"sliedrecht.localhost:{installatie.poort}"},
        timeout=20,
    ).raise_for_status()
    wacht_tot(  # it is counted when the web server has a moment
        lambda: installatie.rijen("SELECT count(*) FROM kennisbank_dagtelling") != [(0,)],
        LANG,
        "nothing was recorded, so that not finding it says nothing",
    )
    sporen = (GEHEIM, *GETALLEN, E_MAIL)
    verzonden = "\n".join(gezocht.vragen)
    assert GEHEIM in verzonden, "nothing was asked: not finding it says nothing"
    # Form encoding hides a space or a sign; these have none, or none that matters.
    assert gevonden_in(verzonden, "123456782", "NL91ABNA0417164300", "06-12345678", "03-05-1980") == []
    assert gevonden_in(verzonden, "post.example", "2026-001234", "3311+GR") == []
    assert gevonden_in("\n".join(gezocht.omslag), *sporen) == []
    bestanden = {pad: pad.read_bytes() for pad in installatie.data.rglob("*") if pad.is_file()}
    assert len(bestanden) > 5
    assert "Antwoord draait" in installatie.logboek.read_text("utf-8", "replace")
    assert [pad for pad, ruw in bestanden.items() if b"toegang POST /balie/sliedrecht/" in ruw]
    gelekt = {str(pad): lek for pad, ruw in bestanden.items() if (lek := gevonden_in(ruw, *sporen))}
    assert gelekt == {}
