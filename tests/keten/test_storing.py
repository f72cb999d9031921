"""A part of the installation is really stopped, and an agent works on in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from redactie.periode import AMSTERDAM
from tests.keten.agent import aan_de_balie
from tests.keten.delen import op_klok, start, sync, vul
from tests.keten.klok import Klok

pytestmark = [pytest.mark.browser, pytest.mark.traag]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vul(tmp_path_factory.mktemp("storing"))


@pytest.fixture
def klok(data: Path) -> Klok:
    klok = Klok(data / "klok")
    klok.bestand.write_text("0", "ascii")
    return klok


@pytest.fixture
def desk(pagina: Any, data: Path, klok: Klok) -> Iterator[Any]:
    with aan_de_balie(pagina, data, op_klok(klok)) as desk:
        yield desk


def test_zonder_zoekmachine_zijn_titels_en_antwoorden_er_nog_en_staat_er_wat_niet_kan(
    desk: Any, data: Path
) -> None:
    weg = data / "index-weg"
    (data / "index").rename(weg)
    try:
        desk.keyboard.type("paspoort")
        lijst = desk.locator("#lijst")
        expect(lijst).to_contain_text("De zoekmachine antwoordt niet.")
        expect(lijst).to_contain_text("U zoekt nu alleen in titels")
        expect(desk.locator("#treffers .titel")).to_have_text("Paspoort aanvragen")
        desk.keyboard.press("Enter")
        expect(desk.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")
        expect(desk.locator("#antwoord")).to_contain_text("U betaalt aan de balie.")
        desk.keyboard.press("/")
        # The publications know whole words of a title alone; the titles of the browser forgive a mistake.
        desk.keyboard.type("paspoord")
        expect(desk.locator("#snelle .titel")).to_have_text("Paspoort aanvragen")
        expect(desk.locator("#treffers button")).to_have_count(0)
        desk.keyboard.press("Enter")
        expect(desk.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")
    finally:
        weg.rename(data / "index")
    desk.keyboard.press("/")
    desk.keyboard.type("paspoort aan")
    expect(desk.locator("#lijst")).not_to_contain_text("De zoekmachine antwoordt niet.")
    expect(desk.locator("#treffers .titel")).to_have_text("Paspoort aanvragen")


def test_zonder_redactie_gaat_de_balie_door(desk: Any, data: Path) -> None:
    cms = start(data, "redactie")
    assert cms.antwoordt()
    cms.stop()
    assert not cms.antwoordt()
    desk.keyboard.type("pasp")
    expect(desk.locator("#snelle .titel")).to_have_text("Paspoort aanvragen")
    expect(desk.locator("#treffers .titel")).to_have_text("Paspoort aanvragen")
    desk.keyboard.press("Enter")
    expect(desk.locator("#antwoord")).to_contain_text("U betaalt aan de balie.")
    desk.keyboard.press("Alt+0")
    expect(desk.locator(".plaats")).to_have_text("Hele regio")
    expect(desk.locator("#melding")).to_be_hidden()


def test_staat_de_sync_langer_dan_vijf_minuten_stil_dan_staat_dat_er_met_hoe_lang(
    desk: Any, data: Path, klok: Klok
) -> None:
    stilstand = desk.locator("#stilstand")
    with sync(data):
        gestopt = klok.nu()
    klok.zet(gestopt + timedelta(minutes=4))
    desk.reload()
    expect(desk.locator("#lijst")).to_contain_text("Typ de vraag")
    expect(stilstand).to_have_count(0)
    klok.zet(gestopt + timedelta(minutes=7, seconds=30))
    desk.reload()
    expect(stilstand).to_contain_text("Er komt niets nieuws binnen, al 7 minuten.")
    desk.keyboard.type("paspoort")
    expect(desk.locator("#treffers .titel")).to_have_text("Paspoort aanvragen")
    expect(stilstand).to_contain_text("al 7 minuten")
    klok.zet(gestopt + timedelta(hours=3))
    desk.keyboard.type(" aanvragen")
    expect(stilstand).to_contain_text("al 3 uur")
    klok.zet(datetime.now(AMSTERDAM))
    with sync(data):
        desk.reload()
        expect(desk.locator("#lijst")).to_contain_text("Typ de vraag")
        expect(stilstand).to_have_count(0)


def test_wie_niets_doet_ziet_het_ook_vanzelf(desk: Any, data: Path, klok: Klok) -> None:
    with sync(data):
        gestopt = klok.nu()
    desk.clock.install()
    desk.reload()
    expect(desk.locator("#vraag")).to_have_role("combobox")
    expect(desk.locator("#stilstand")).to_have_count(0)
    klok.zet(gestopt + timedelta(minutes=6))
    with desk.expect_response("**/_titels/"):
        desk.clock.run_for(61_000)
    desk.clock.run_for(1000)
    expect(desk.locator("#stilstand")).to_be_visible()
