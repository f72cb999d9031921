"""Contact points and notices in the same box as the answers, opened beside the list; what to ask back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kennisbank.balie.wegwijzer import met_links
from tests.kennisbank.proefbalie import PUNT, UREN
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit, indexeer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]
PAD = "/balie/sliedrecht/"


def lijst(client: Client, vraag: str, pad: str = PAD) -> str:
    return client.post(
        pad, {"vraag": vraag, "typend": "1"}, headers={"X-Balie-Deel": "lijst"}
    ).content.decode()


def geopend(client: Client, sleutel: str, pad: str = PAD) -> Any:
    return client.get(f"{pad}{sleutel}/", headers={"X-Balie-Deel": "antwoord"})


@pytest.mark.parametrize("vraag", ["burgerzaken", "Burgerz", "nummer van burgerzaken", "burgerzaken bellen"])
def test_een_contactpunt_staat_in_de_lijst_met_of_het_open_is(kcc: Client, vraag: str) -> None:
    tekst = lijst(kcc, vraag)
    assert 'value="_contact/burgerzaken"' in tekst
    assert "Sliedrecht · contactpunt · " in tekst


def test_een_contactpunt_staat_onder_de_antwoorden_tenzij_de_vraag_niets_anders_is(kcc: Client) -> None:
    punten = [{**PUNT, "sleutel": "paspoort", "naam": "Paspoort en reizen"}]
    geef_gemeente_uit("sliedrecht", contactpunten=[PUNT, *punten])
    tekst = lijst(kcc, "paspoort")
    assert tekst.index('value="paspoort-aanvragen"') < tekst.index('value="_contact/paspoort"')
    for vraag in ("paspoort telefoonnummer", "paspoort en reizen"):
        tekst = lijst(kcc, vraag)
        assert tekst.index('value="_contact/paspoort"') < tekst.index('value="paspoort-aanvragen"'), vraag


def test_de_naam_van_de_gemeente_hoeft_er_niet_bij(kcc: Client) -> None:
    geef_gemeente_uit("sliedrecht", contactpunten=[{**PUNT, "naam": "Paspoort Sliedrecht"}])
    tekst = lijst(kcc, "paspoort")
    assert tekst.index('value="_contact/burgerzaken"') < tekst.index('value="paspoort-aanvragen"')


def test_wat_niet_helemaal_past_staat_er_niet_bij(kcc: Client) -> None:
    for vraag in ("rijbewijs", "burgerzaken rijbewijs", "bu", "telefoon"):
        assert "_contact/" not in lijst(kcc, vraag)


def test_een_contactpunt_zegt_nummer_uren_en_waarvoor(kcc: Client) -> None:
    antwoord = geopend(kcc, "_contact/burgerzaken")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    for verwacht in (
        "078\xa0770\xa026\xa021",
        "14\xa0078",
        "open",
        "maandag",
        "(vandaag)",
        "Rijbewijs kwijt",
    ):
        assert verwacht in tekst, verwacht
    assert "Paspoort aanvragen" not in tekst
    assert 'data-open="rijbewijs-kwijt"' in tekst


def test_wie_meeleest_krijgt_het_interne_nummer_niet(lokaal: Client) -> None:
    tekst = geopend(lokaal, "_contact/burgerzaken").content.decode()
    assert "14\xa0078" in tekst
    assert "26\xa021" not in tekst
    assert "niet voorlezen" not in tekst


def test_een_contactpunt_van_een_andere_gemeente_is_er_niet(kcc: Client) -> None:
    geef_gemeente_uit("dordrecht", contactpunten=[{**PUNT, "sleutel": "haven", "openingstijden": UREN}])
    assert geopend(kcc, "_contact/haven", "/balie/dordrecht/").status_code == 200
    antwoord = geopend(kcc, "_contact/haven")
    assert antwoord.status_code == 404
    assert "Dit is er niet voor Sliedrecht" in antwoord.content.decode()


def test_een_andere_gemeente_kiezen_houdt_het_contactpunt_open(kcc: Client) -> None:
    tekst = kcc.post("/balie/dordrecht/", {"vraag": "", "gekozen": "_contact/burgerzaken"}).content.decode()
    assert '<h2 id="kaart-titel" tabindex="-1">Burgerzaken</h2>' in tekst
    assert '<p class="plaats">Dordrecht</p>' in tekst


def test_een_mededeling_is_te_vinden_en_te_openen(kcc: Client) -> None:
    tekst = lijst(kcc, "digid gestoord")
    assert 'value="_mededeling/digid"' in tekst
    assert "mededeling · belangrijk" in tekst
    assert "zonneklepje" in geopend(kcc, "_mededeling/digid").content.decode()


def test_een_werkinstructie_is_er_alleen_voor_wie_antwoord_geeft(kcc: Client, lokaal: Client) -> None:
    assert "werkinstructie" in lijst(kcc, "theemuts")
    assert geopend(kcc, "_mededeling/werkinstructie").status_code == 200
    assert "_mededeling" not in lijst(lokaal, "theemuts")
    assert geopend(lokaal, "_mededeling/werkinstructie").status_code == 404
    assert "_mededeling" not in lijst(lokaal, "zonneklepje")


def test_met_meer_treffers_staat_erbij_wat_u_eerst_vraagt_en_waar_dat_heen_leidt(
    kcc: Client, lokaal: Client
) -> None:
    for sleutel, titel in (
        ("rijbewijs-kwijt", "Rijbewijs kwijt"),
        ("rijbewijs-omwisselen", "Rijbewijs omwisselen"),
    ):
        geef_uit(
            "sliedrecht",
            sleutel,
            titel,
            uitvragen="- Kwijt of gestolen? Dan: rijbewijs kwijt.\n- Uit een ander land? Dan: rijbewijs omwisselen.",
        )
    indexeer("g2")
    tekst = lijst(kcc, "rijbewijs")
    assert "Twijfelt u? Vraag eerst" in tekst
    assert (
        sum(
            f'Dan: <a href="/balie/sliedrecht/{lid}/"' in tekst
            for lid in ("rijbewijs-kwijt", "rijbewijs-omwisselen")
        )
        == 1
    )
    assert "Vraag eerst" not in lijst(lokaal, "rijbewijs")


@pytest.mark.parametrize(
    ("html", "verwacht"),
    [
        ("<p>Paspoort kwijt?</p>", '<p><a href="/kwijt" data-open="kwijt">Paspoort kwijt</a>?</p>'),
        ("<p>een paspoort</p>", '<p>een <a href="/pas" data-open="pas">paspoort</a></p>'),
        ("<p>paspoorten</p>", "<p>paspoorten</p>"),
        ('<p><a href="https://x.nl">paspoort</a></p>', '<p><a href="https://x.nl">paspoort</a></p>'),
        ("<p>R&amp;D-post</p>", '<p><a href="/rd" data-open="rd">R&amp;D-post</a></p>'),
        ("<p>wmo</p>", "<p>wmo</p>"),
    ],
)
def test_namen_van_producten_worden_links(html: str, verwacht: str) -> None:
    titels = {"kwijt": "Paspoort kwijt", "pas": "Paspoort", "rd": "R&D-post", "wmo": "Wmo"}
    assert met_links(html, titels, lambda sleutel: f"/{sleutel}") == verwacht
