"""What of a product goes into a page of WordPress, and in which form."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sync.afspraak.openapi import PRODUCT
from sync.wordpress.weergave import tekst_van

KANALEN = [
    {
        "actie": "aanvragen",
        "wijze": "formulier",
        "label": "Vraag aan",
        "adres": "https://voorbeeld.nl/?a=1&b=2",
        "inlogmiddel": "digid",
        "niveau": "midden",
        "aangewezen": True,
    },
    {
        "actie": "aanvragen",
        "wijze": "balie",
        "label": "Kom langs",
        "adres": "",
        "inlogmiddel": "geen",
        "niveau": None,
        "aangewezen": False,
    },
]


class Woorden(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.stukken: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.stukken.append(data)

    def __str__(self) -> str:
        return " ".join("".join(self.stukken).split())


def product(**anders: object) -> dict[str, object]:
    return PRODUCT | anders


def veld(html: str) -> dict[str, object]:
    tekst = PRODUCT["talen"]["nl"]
    return product(talen={"nl": tekst | {"velden": [tekst["velden"][0] | {"html": html}]}})


def test_zonder_stijlblad_staan_er_gewone_zinnen():
    woorden = str(Woorden(tekst_van(product(kanalen=KANALEN)).inhoud))
    assert "Vraag aan. Inloggen met DigiD, niveau Midden. Digitaal kan het alleen op deze manier." in woorden
    assert "U vraagt een paspoort aan bij de gemeente." in woorden
    assert "Hoe lang duurt het? 5 dagen." in woorden


def test_de_titel_is_html_en_staat_niet_ook_in_de_tekst():
    tekst = PRODUCT["talen"]["nl"] | {"titel": "Kosten & <baten>"}
    gemaakt = tekst_van(product(talen={"nl": tekst}))
    assert gemaakt.titel == "Kosten &amp; &lt;baten&gt;"
    assert "<h1" not in gemaakt.inhoud


def test_wordpress_vindt_geen_opdracht_en_geen_adres_op_een_eigen_regel():
    inhoud = tekst_van(veld("<p>[gallery]</p>\n<p>\nhttps://www.youtube.com/watch?v=x\n</p>")).inhoud
    assert not re.search(r"[\[\]\n]", inhoud)
    assert "[gallery]" in str(Woorden(inhoud))


def test_wat_hier_niet_kan_toont_alleen_de_uitleg():
    inhoud = tekst_van(
        product(status="niet_aangeboden", status_html="<p>Ga naar Dordrecht.</p>", kanalen=KANALEN)
    ).inhoud
    assert "Ga naar Dordrecht." in inhoud
    assert "Vraag aan" not in inhoud
    assert "Hoe lang duurt het?" not in inhoud


def test_hetzelfde_product_geeft_dezelfde_tekst():
    assert tekst_van(PRODUCT) == tekst_van(PRODUCT)
