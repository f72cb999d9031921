"""What somebody searched for is in no file, no table, no log and no error report.

Searches on website and desk, with and without result, and with a fault half way; then reads all that was written.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from kennisbank.models import Dagtelling, VergeefseVraag, Vraagspoor
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from tests import factories as f
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit, indexeer
from tests.tabellen import rijen_per_tabel

GEHEIM = "kwartelslag"
GETALLEN = (
    "123456782",
    "NL91ABNA0417164300",
    "06-12345678",
    "3311 GR 12",
    "AB-12-CD",
    "Z-2026-001234",
    "jan@post.example",
)
VRAGEN = (GEHEIM, f"paspoort {GEHEIM}", *(f"{GEHEIM} {getal}" for getal in GETALLEN))
SPOREN = (GEHEIM, *GETALLEN, "kwartelsl")


@pytest.fixture
def installatie(transactional_db: None, index: Any, settings: Any) -> None:
    f.GemeenteFactory(slug="sliedrecht", hostnamen=["sliedrecht.localhost"])
    for bereik in (REGIO, "sliedrecht"):
        geef_gemeente_uit(bereik)
        geef_uit(bereik, "paspoort-aanvragen", "Paspoort aanvragen")
    indexeer()
    settings.ADMINS = [("Beheer", "beheer@gemeente.example")]


def website(vraag: str) -> Any:
    return Client(raise_request_exception=False, HTTP_HOST="sliedrecht.localhost").get(
        "/zoeken/", {"vraag": vraag}
    )


def agent() -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(f.GebruikerFactory(rol=Rol.KCC))
    return client


def alles_in_de_database() -> str:
    return "\n".join(f"{tabel}: {rijen!r}" for tabel, rijen in rijen_per_tabel().items())


def alles_op_schijf(*mappen: Path) -> dict[Path, bytes]:
    """Read by another process: closing a file of SQLite here would drop the locks of the connections in this process.

    The next process that opens the database then takes away the log under them; sqlite.org/howtocorrupt.html, 2.2.
    """
    opdracht = ["tar", "--create", "--absolute-names", *map(str, mappen)]
    archief = subprocess.run(opdracht, check=True, stdout=subprocess.PIPE).stdout
    with tarfile.open(fileobj=io.BytesIO(archief)) as inhoud:
        return {Path(lid.name): inhoud.extractfile(lid).read() for lid in inhoud if lid.isfile()}


def gevonden_in(inhoud: bytes | str) -> list[str]:
    ruw = inhoud if isinstance(inhoud, bytes) else inhoud.encode()
    return [spoor for spoor in SPOREN if spoor.lower().encode() in ruw.lower()]


def test_nergens_staat_wat_iemand_zocht(
    installatie: None, settings: Any, tmp_path: Path, caplog: Any, capfd: Any, monkeypatch: Any
) -> None:
    caplog.set_level("DEBUG")
    client = agent()
    for vraag in VRAGEN:
        assert website(vraag).status_code == 200
        assert client.post("/balie/sliedrecht/", {"vraag": vraag, "typend": "1"}).status_code == 200
        gemeld = {"vraag": [vraag], "vervolg": "paspoort-aanvragen"}
        assert client.post("/balie/sliedrecht/_vergeefs/", gemeld).status_code == 204
    assert Dagtelling.objects.exists()  # something was recorded, so that not finding it says something
    assert Vraagspoor.objects.exists()

    def stuk(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("stuk")

    for plek in (
        "kennisbank.balie.views.zoek_resultaten",
        "kennisbank.website.zoeken.zoek",
        "kennisbank.vergeefs.balie.zoek",
    ):
        monkeypatch.setattr(plek, stuk)
    assert website(GEHEIM).status_code == 500
    assert client.post("/balie/sliedrecht/", {"vraag": GEHEIM}).status_code == 500
    assert client.post("/balie/sliedrecht/_vergeefs/", {"vraag": [GEHEIM]}).status_code == 500
    berichten = "\n".join(str(bericht.message().get_payload(decode=True)) for bericht in mail.outbox)
    assert len(mail.outbox) == 3, "there was no report of a fault to read"
    assert "/zoeken/" in berichten
    assert gevonden_in(berichten) == []
    logboek = caplog.text + "".join(capfd.readouterr())
    # The log of SQL statements is for developers, and only there with DEBUG.
    logboek = "\n".join(regel for regel in logboek.splitlines() if "django.db.backends" not in regel)
    assert "stuk" in logboek
    assert gevonden_in(logboek) == []
    assert gevonden_in(alles_in_de_database()) == []
    bestanden = alles_op_schijf(settings.ANTWOORD_DATA, tmp_path)
    assert len(bestanden) > 3
    assert {pad: sporen for pad, inhoud in bestanden.items() if (sporen := gevonden_in(inhoud))} == {}


def test_de_controle_na_drie_mensen_staat_de_vraag_er_wel_en_de_getallen_niet(installatie: None) -> None:
    for _ in range(3):
        agent().post("/balie/sliedrecht/_vergeefs/", {"vraag": [f"{GEHEIM} {GETALLEN[0]}"]})
    assert [rij.vraag for rij in VergeefseVraag.objects.all()] == [f"{GEHEIM} [bsn]"]
    assert gevonden_in(alles_in_de_database()) == [GEHEIM, "kwartelsl"]


def test_op_een_website_tellen_adres_en_browser(installatie: None) -> None:
    for browser in ("een", "een", "twee", "drie"):
        Client(HTTP_HOST="sliedrecht.localhost", HTTP_USER_AGENT=browser).get("/zoeken/", {"vraag": GEHEIM})
    (rij,) = VergeefseVraag.objects.all()
    assert (rij.vraag, rij.keer, rij.bereiken) == (GEHEIM, 3, {"sliedrecht": 3})


def test_de_balie_meldt_alleen_wat_echt_vergeefs_was(installatie: None) -> None:
    for _ in range(3):
        agent().post("/balie/sliedrecht/_vergeefs/", {"vraag": ["paspoort", "  "], "vervolg": "bestaat-niet"})
    (rij,) = VergeefseVraag.objects.all()
    assert (rij.vraag, rij.soort, rij.vervolg) == ("paspoort", "niets_geopend", {})


def test_melden_kan_alleen_wie_hier_achter_de_balie_staat(installatie: None) -> None:
    pad, gemeld = "/balie/sliedrecht/_vergeefs/", {"vraag": [GEHEIM]}
    assert Client().post(pad, gemeld).status_code == 302
    ander = Client()
    ander.force_login(f.GebruikerFactory(rol=Rol.KCC, gemeente=f.GemeenteFactory(slug="dordrecht")))
    assert ander.post(pad, gemeld).status_code == 404
    assert agent().get(pad).status_code == 405
    assert not Dagtelling.objects.exists()
