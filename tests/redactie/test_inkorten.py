"""The first lines of a field: where they are cut, and that what comes out is as safe as what went in."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from redactie.inkorten import Regel, inkorten
from redactie.opmaak import naar_html


def zonder_opmaak(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_wat_past_staat_er_helemaal() -> None:
    kort = inkorten("<p>Gratis.</p>", 2, 20)
    assert kort.regels == (Regel("Gratis."),)
    assert not kort.afgekapt


def test_elk_lid_van_een_lijst_krijgt_een_regel_met_zijn_teken() -> None:
    kort = inkorten("<ul><li>een</li><li>twee</li></ul><ol><li><p>drie</p></li><li>vier</li></ol>", 9, 20)
    assert kort.regels == (Regel("een", "•"), Regel("twee", "•"), Regel("drie", "1."), Regel("vier", "2."))


def test_een_rij_van_een_tabel_heeft_zijn_bedrag_rechts_en_geen_kop() -> None:
    html = naar_html("| Wat | Bedrag |\n|---|---|\n| Paspoort | € 88,90 |\n| Spoed | € 61,45 |")
    kort = inkorten(html, 9, 40)
    assert [(regel.html, regel.rechts.replace("\N{NO-BREAK SPACE}", " ")) for regel in kort.regels] == [
        ("Paspoort", "€ 88,90"),
        ("Spoed", "€ 61,45"),
    ]


def test_een_te_lange_zin_breekt_tussen_twee_woorden_af() -> None:
    kort = inkorten("<p>Een paspoort haalt u op bij de balie van het gemeentehuis.</p>", 1, 30)
    assert kort.regels[0].html == "Een paspoort haalt u …"
    assert kort.afgekapt


def test_een_rij_wordt_nooit_half_getoond() -> None:
    kort = inkorten("<table><tr><td>Een heel lange omschrijving</td><td>€ 1</td></tr></table>", 1, 12)
    assert kort.regels == ()
    assert kort.afgekapt


def test_een_link_blijft_een_link_en_wordt_gesloten() -> None:
    kort = inkorten(
        '<p>Ga naar <a href="https://a.nl/?b=1&amp;c=2">het grote loket van de stad</a>.</p>', 1, 30
    )
    assert kort.regels[0].html == 'Ga naar <a href="https://a.nl/?b=1&amp;c=2">het grote …</a>'


@given(st.text(alphabet="ab <>&\"'#*-|1.\n[](:/)", max_size=120), st.integers(1, 5), st.integers(15, 60))
def test_er_komt_niets_bij_en_tekens_blijven_tekst(markdown: str, regels: int, breedte: int) -> None:
    html = naar_html(markdown)
    kort = inkorten(html, regels, breedte)
    heel = re.sub(r"\s", "", zonder_opmaak(html))
    for regel in kort.regels:
        for deel in (regel.html, regel.rechts):
            assert re.sub(r"</?(?:a|strong|em|b|i)(?: href=\"[^\"<>]*\")?>", "", deel).count("<") == 0
            assert re.sub(r"\s", "", zonder_opmaak(deel).removesuffix(" …")) in heel
    if not kort.afgekapt:
        woorden = "".join(regel.html + regel.rechts for regel in kort.regels)
        assert len(re.sub(r"\s", "", zonder_opmaak(woorden))) <= len(heel)
