"""Classes on the HTML of a text field: everything else stays as it is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kennisbank.website.nlds import met_klassen
from redactie.opmaak import naar_html


def test_elk_onderdeel_krijgt_zijn_klasse() -> None:
    html = met_klassen(naar_html("### Kop\n\nTekst met [link](https://a.example).\n\n- een\n\n1. twee"))
    for klasse in ("heading-3", "paragraph", "link", "unordered-list__item", "ordered-list__item"):
        assert f"utrecht-{klasse}" in html


def test_een_geneste_lijst_krijgt_per_niveau_de_goede_klasse() -> None:
    html = met_klassen("<ol>\n<li>een\n<ul>\n<li>twee</li>\n</ul>\n</li>\n<li>drie</li>\n</ol>")
    assert re.findall(r"<li class=\"utrecht-(\w+)-list__item\">(\w+)", html) == [
        ("ordered", "een"),
        ("unordered", "twee"),
        ("ordered", "drie"),
    ]


def test_alleen_een_tabel_met_bedragen_staat_rechts() -> None:
    bedragen = naar_html("| Omschrijving | Bedrag |\n| --- | --- |\n| Pas | € 10,00 |")
    gewoon = naar_html("| Dag | Plek |\n| --- | --- |\n| maandag | hal |")
    assert "antw-bedragen" in met_klassen(bedragen)
    assert "antw-bedragen" not in met_klassen(gewoon)
    samen = met_klassen(gewoon + bedragen)
    assert samen.index("antw-bedragen") > samen.index("maandag")


def test_een_tabelkop_zegt_waar_hij_bij_hoort() -> None:
    assert met_klassen("<th>Dag</th>").startswith('<th scope="col" ')


def test_wat_op_een_tag_lijkt_in_een_adres_blijft_een_adres() -> None:
    html = '<p><a href="https://a.example/?x=<p>">x</a></p>'
    assert 'href="https://a.example/?x=<p>"' in met_klassen(html)


@given(st.text(max_size=400))
def test_zonder_de_klassen_is_het_dezelfde_html(tekst: str) -> None:
    html = naar_html(tekst)
    assert re.sub(r'(?: scope="col")? class="(?:utrecht|antw)[^"]*"', "", met_klassen(html)) == html
