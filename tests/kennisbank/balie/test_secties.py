"""A digit means the same section on every card."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.kennisbank.balie.zoals_gelezen import tekst, zonder_tags
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]


def secties(client: Client, adres: str) -> str:
    """The row of sections, as it is read."""
    html = client.get(adres).content.decode()
    rij = html[html.index('<nav class="secties"') :]
    return zonder_tags(rij[: rij.index("</nav>")]).strip()


def test_elk_deel_heeft_zijn_eigen_cijfer(kcc: Client) -> None:
    assert (
        "1 Zeg dit 2 Kosten 3 Termijn 4 Meenemen 5 Hoe 7 Regelen 8 Niet opgelost? 9 Intern t Doorverbinden"
        in secties(kcc, "/balie/sliedrecht/rijbewijs-kwijt/")
    )
    assert secties(kcc, "/balie/sliedrecht/paspoort-aanvragen/") == "2 Kosten t Doorverbinden"


def test_elk_cijfer_wijst_naar_iets_op_de_kaart(kcc: Client) -> None:
    html = kcc.get("/balie/sliedrecht/rijbewijs-kwijt/").content.decode()
    for plek in ("zeg-dit-kop", "veld-kosten", "veld-regelen", "door-kop", "intern-kop", "contact-kop"):
        assert f'href="#{plek}"' in html
        assert f'id="{plek}" tabindex="-1"' in html


def test_waar_het_niet_wordt_aangeboden_zijn_er_geen_delen(kcc: Client) -> None:
    html = kcc.get("/balie/sliedrecht/huisnummer-aanvragen/").content.decode()
    assert "data-sectie" not in html


def test_zonder_intern_recht_geen_intern_deel(lokaal: Client) -> None:
    html = lokaal.get("/balie/sliedrecht/rijbewijs-kwijt/").content.decode()
    assert 'data-sectie="2"' in html
    for cijfer in (1, 8, 9):
        assert f'data-sectie="{cijfer}"' not in html
    assert "Vraag eerst" not in html


def test_bij_het_doorverbinden_staat_wat_eerst_te_vragen(kcc: Client) -> None:
    html = kcc.get("/balie/sliedrecht/rijbewijs-kwijt/").content.decode()
    naast = html[html.index('<section class="contact"') :]
    assert "Gestolen of kwijt? Vraag naar de aangifte." in naast[: naast.index("</section>")]


def test_zonder_eigen_afdeling_is_er_het_nummer_van_de_gemeente(kcc: Client) -> None:
    geef_uit("sliedrecht", "kopie", "Kopie", kosten="Niets.")
    assert "t Doorverbinden Gemeente Sliedrecht beller 14 078" in tekst(
        kcc.get("/balie/sliedrecht/kopie/")
    ).replace("\N{NO-BREAK SPACE}", " ")
    geef_gemeente_uit("sliedrecht", telefoon="")
    assert 'id="contact-kop"' not in kcc.get("/balie/sliedrecht/kopie/").content.decode()
