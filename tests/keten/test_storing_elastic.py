"""Elasticsearch is really stopped while an agent works: killed, and frozen so that it takes questions and answers none.

Needs the cluster of `deploy/testservers.sh cluster`, and knows only its master: starting two nodes again takes twice as
long. That the embedded engine is gone is in `test_storing.py`.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import expect

from redactie.settings.omgeving import BASE_DIR
from tests.keten.agent import GEDULD, aan_de_balie
from tests.keten.delen import vul
from tests.keten.installatie import wacht_tot

pytestmark = [pytest.mark.elastic_cluster, pytest.mark.browser, pytest.mark.traag]
MASTER = "1"
STUK = "De zoekmachine antwoordt niet."


def servers(*woorden: str) -> None:
    subprocess.run([BASE_DIR / "deploy" / "testservers.sh", *woorden], check=True, timeout=200)


def gezond(adres: str) -> bool:
    try:
        antwoord = httpx.get(f"{adres}/_cluster/health?wait_for_status=yellow&timeout=1s", timeout=5)
    except httpx.HTTPError:
        return False
    return antwoord.status_code == 200


@pytest.fixture(scope="module")
def motor() -> Iterator[dict[str, str]]:
    """An engine with nothing in it, before and after."""
    adres = os.environ["ANTWOORD_TEST_ELASTIC_CLUSTER"].split(",")[0]
    maak_leeg(adres)
    yield {"ANTWOORD_ZOEKMACHINE": "elasticsearch", "ANTWOORD_ELASTICSEARCH": adres}
    servers("cluster")
    maak_leeg(adres)


def maak_leeg(adres: str) -> None:
    for index in httpx.get(f"{adres}/antwoord-*/_mapping", timeout=30).json():
        httpx.delete(f"{adres}/{index}", timeout=30).raise_for_status()


@pytest.fixture(scope="module")
def data(motor: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vul(tmp_path_factory.mktemp("storing-elastic"), motor)


@pytest.fixture
def desk(pagina: Any, data: Path, motor: dict[str, str]) -> Iterator[Any]:
    with aan_de_balie(pagina, data, motor) as desk:
        yield desk


def zoek(desk: Any, vraag: str) -> None:
    desk.fill("#vraag", "")
    expect(desk.locator("#lijst")).to_contain_text("Typ de vraag")
    desk.locator("#vraag").press_sequentially(vraag)


def zoekt_in_teksten(desk: Any) -> None:
    """A word that is in the text alone, and in no title: only the engine finds it."""
    zoek(desk, "betaalt")
    expect(desk.locator("#treffers .titel")).to_have_text("Paspoort aanvragen")
    expect(desk.locator("#lijst")).not_to_contain_text(STUK)


@pytest.mark.parametrize(("stop", "start"), [("bevries", "ontdooi"), ("dood", "leef")])
def test_zonder_elasticsearch_zijn_titels_en_antwoorden_er_en_daarna_zoekt_de_balie_weer_in_teksten(
    desk: Any, motor: dict[str, str], stop: str, start: str
) -> None:
    zoekt_in_teksten(desk)
    servers(stop, MASTER)
    try:
        zoek(desk, "paspoort")
        expect(desk.locator("#snelle .titel")).to_have_text("Paspoort aanvragen")
        expect(desk.locator("#lijst")).to_contain_text(STUK)
        expect(desk.locator("#lijst")).to_contain_text("U zoekt nu alleen in titels")
        expect(desk.locator("#treffers .titel")).to_have_text("Paspoort aanvragen")
        desk.keyboard.press("Enter")
        expect(desk.locator("#kaart-titel")).to_have_text("Paspoort aanvragen")
        expect(desk.locator("#antwoord")).to_contain_text("U betaalt aan de balie.")
    finally:
        servers(start, MASTER)
    wacht_tot(
        lambda: gezond(motor["ANTWOORD_ELASTICSEARCH"]), GEDULD * 3 / 1000, "Elasticsearch komt niet terug"
    )
    wacht_tot(lambda: weer_heel(desk), GEDULD / 1000, "de balie zoekt niet weer in teksten")
    zoekt_in_teksten(desk)


def weer_heel(desk: Any) -> bool:
    """After an engine that did not answer, the desk tries again by itself at a later question."""
    zoek(desk, "paspoort")
    expect(desk.locator("#telling")).to_be_visible()
    return STUK not in desk.locator("#lijst").inner_text()
