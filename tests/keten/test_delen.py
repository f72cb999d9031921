"""Two web processes, one without the CMS: websites, desk and API go on when the CMS has stopped.

Real servers on loopback, with the configuration that `make run` uses, and what they wrote to their logs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.keten.delen import GEDULD, Proces, start, vul
from tests.ophalen import haal

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a published municipality and static files."""
    return vul(tmp_path_factory.mktemp("delen"))


@pytest.fixture
def cms(data: Path) -> Iterator[Proces]:
    gestart = start(data, "redactie")
    yield gestart
    gestart.stop()


@pytest.fixture
def lezen(data: Path) -> Iterator[Proces]:
    gestart = start(data, "website,balie,api")
    yield gestart
    gestart.stop()


def csrf(html: str) -> str:
    gevonden = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert gevonden
    return gevonden[1]


def meld_aan(client: httpx.Client) -> None:
    merk = csrf(client.get("/balie/aanmelden/").text)
    gegevens = {"username": "kees", "password": "geheim-genoeg-voor-een-test", "csrfmiddlewaretoken": merk}
    assert client.post("/balie/aanmelden/", data=gegevens).status_code == 302


def zoek(client: httpx.Client, vraag: str) -> str:
    merk = csrf(client.get("/balie/sliedrecht/").text)
    antwoord = client.post("/balie/sliedrecht/", data={"vraag": vraag, "csrfmiddlewaretoken": merk})
    assert antwoord.status_code == 200
    return antwoord.text


def alles_antwoordt(lezen: Proces, client: httpx.Client) -> None:
    assert "paspoort-aanvragen" in zoek(client, "paspoort")
    assert "U betaalt aan de balie." in client.get("/balie/sliedrecht/paspoort-aanvragen/").text
    assert client.get("/api/v1/producten/sliedrecht/paspoort-aanvragen/").status_code == 200
    website = haal(lezen.adres, headers={"Host": f"sliedrecht.localhost:{lezen.poort}"}, timeout=GEDULD)
    assert website.status_code == 200
    assert "Sliedrecht" in website.text


def test_website_balie_en_api_gaan_door_als_het_cms_stilstaat(cms: Proces, lezen: Proces) -> None:
    assert haal(f"{cms.adres}/redactie/login/", timeout=GEDULD).status_code == 200
    with httpx.Client(base_url=lezen.adres, timeout=GEDULD) as client:
        meld_aan(client)
        alles_antwoordt(lezen, client)
        cms.stop()
        assert not cms.antwoordt()
        alles_antwoordt(lezen, client)
    with httpx.Client(base_url=lezen.adres, timeout=GEDULD) as nieuw:
        meld_aan(nieuw)
        alles_antwoordt(lezen, nieuw)


def test_elk_proces_bedient_alleen_zijn_deel(cms: Proces, lezen: Proces) -> None:
    assert haal(f"{lezen.adres}/redactie/login/", timeout=GEDULD).status_code == 404
    for pad in ("/balie/", "/api/v1/"):
        assert haal(cms.adres + pad, timeout=GEDULD).status_code == 404
    website = haal(cms.adres, headers={"Host": f"sliedrecht.localhost:{cms.poort}"}, timeout=GEDULD)
    assert website.status_code != 200


def test_wat_een_beller_vraagt_staat_in_geen_logboek(lezen: Proces, data: Path) -> None:
    with httpx.Client(base_url=lezen.adres, timeout=GEDULD) as client:
        meld_aan(client)
        zoek(client, "kanariepiet paspoort")
    lezen.stop()
    logboek = lezen.logboek.read_text("utf-8")
    assert "toegang POST /balie/sliedrecht/ 200" in logboek
    assert "kanariepiet" not in logboek
    for bestand in data.rglob("*"):
        if bestand.is_file():
            assert b"kanariepiet" not in bestand.read_bytes(), bestand
