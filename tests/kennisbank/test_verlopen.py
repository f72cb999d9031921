"""A form whose token is missing or old: in Dutch, nothing that was typed is lost, and nobody is made to send it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from redactie.keuzes import Rol
from tests.factories import GebruikerFactory

pytestmark = pytest.mark.django_db

EIGEN = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}
TEKST = 'Regel een.\r\nRegel "twee" & <script>alert(1)</script>'


class Formulier(HTMLParser):
    """The fields of the form on a page, as a browser would send them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.velden: list[tuple[str, str]] = []
        self.adres: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        eigenschap = dict(attrs)
        if tag == "form":
            self.adres = eigenschap["action"]
        if tag == "input":
            self.velden.append((eigenschap["name"], eigenschap.get("value", "")))


@pytest.fixture
def kcc() -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(GebruikerFactory(rol=Rol.KCC))
    return client


def test_aan_de_balie_staat_er_nederlands_en_blijft_de_vraag_bewaard(kcc: Client) -> None:
    response = kcc.post("/balie/regio/", {"vraag": TEKST, "open": ["a", "b"]}, headers=EIGEN)
    html = response.content.decode()
    assert response.status_code == 403
    assert "no-store" in response.headers["Cache-Control"]
    assert "Dit is nog niet verstuurd" in html
    assert "<script>" not in html
    formulier = Formulier(html)
    assert formulier.adres == "/balie/regio/"
    assert [veld for veld in formulier.velden if veld[0] != "csrfmiddlewaretoken"] == [
        ("vraag", TEKST),
        ("open", "a"),
        ("open", "b"),
    ]


def test_opnieuw_versturen_werkt(kcc: Client) -> None:
    response = kcc.post("/balie/regio/", {"vraag": "paspoort"}, headers=EIGEN)
    formulier = Formulier(response.content.decode())
    assert kcc.post(formulier.adres or "", dict(formulier.velden), headers=EIGEN).status_code == 200


def test_in_het_cms_blijft_de_tekst_bewaard() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(GebruikerFactory(rol=Rol.CENTRAAL))
    response = client.post("/redactie/account/", {"titel": TEKST}, headers=EIGEN)
    assert response.status_code == 403
    assert ("titel", TEKST) in Formulier(response.content.decode()).velden


@pytest.mark.parametrize("pad", ["/balie/aanmelden/", "/redactie/login/"])
def test_een_wachtwoord_komt_nooit_terug(pad: str) -> None:
    gegevens = {"username": "kees", "password": "geheim-genoeg"}
    html = Client(enforce_csrf_checks=True).post(pad, gegevens, headers=EIGEN).content.decode()
    assert "geheim-genoeg" not in html
    assert "Verstuur opnieuw" not in html
    assert f'href="{pad}"' in html


@pytest.mark.parametrize(
    "koppen",
    [
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_wat_een_andere_website_stuurde_kan_niemand_alsnog_versturen(
    kcc: Client, koppen: dict[str, str]
) -> None:
    response = kcc.post("/balie/regio/", {"vraag": "kwaad"}, headers={"Accept": "text/html"} | koppen)
    html = response.content.decode()
    assert response.status_code == 403
    assert "kwaad" not in html
    assert "Verstuur opnieuw" not in html


def test_ook_een_browser_die_alleen_origin_noemt_kan_opnieuw_versturen(kcc: Client) -> None:
    koppen = {"Accept": "text/html", "Origin": "http://testserver"}
    assert "Verstuur opnieuw" in kcc.post("/balie/regio/", {"vraag": "x"}, headers=koppen).content.decode()


def test_een_script_krijgt_een_zin(kcc: Client) -> None:
    response = kcc.post("/balie/regio/", {"vraag": "geheim"}, headers={"X-Balie-Deel": "lijst"})
    assert response.status_code == 403
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "te oud geworden" in response.content.decode()
    assert "geheim" not in response.content.decode()


def test_zonder_cookie_staat_erbij_waarom(kcc: Client) -> None:
    assert "geen cookie" in kcc.post("/balie/regio/", {}, headers=EIGEN).content.decode()
    kcc.get("/balie/regio/")
    assert "te oud geworden" in kcc.post("/balie/regio/", {}, headers=EIGEN).content.decode()


def test_een_bestand_moet_opnieuw_worden_gekozen(kcc: Client) -> None:
    bestand = SimpleUploadedFile("woorden.csv", b"a;b")
    html = kcc.post("/balie/regio/", {"vraag": "x", "bestand": bestand}, headers=EIGEN).content.decode()
    assert "bestand moet u daarna opnieuw kiezen" in html


def test_een_formulier_dat_niet_te_lezen_is_geeft_geen_fout(kcc: Client) -> None:
    response = kcc.post("/balie/regio/", b"--x", "multipart/form-data; boundary=", headers=EIGEN)
    assert response.status_code == 403
    assert "Open de bladzijde opnieuw" in response.content.decode()
