"""Which addresses of other sites a text links to."""

from __future__ import annotations

import pytest

from redactie.koppelingen import LANGSTE, links_in, webadres


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Zie [de site](https://www.rdw.nl/pas).", ["https://www.rdw.nl/pas"]),
        ("Zie <https://www.rdw.nl/>.", ["https://www.rdw.nl/"]),
        ('[a](<https://a.nl/x y>) [b](https://b.nl "titel")', ["https://b.nl"]),
        ("[a](https://a.nl/x_(y)) en [b](https://a.nl/x_(y))", ["https://a.nl/x_(y)"]),
        ("[a](https://a.nl/pagina#kop)", ["https://a.nl/pagina"]),
        ("[a](https://a.nl/{gemeente.naam}) [b]({gegeven:afspraak})", []),
        ("[a](mailto:a@b.nl) [b](tel:14078) https://los.nl", []),
        ("Gewone tekst.", []),
    ],
)
def test_links_in_een_tekst(tekst: str, verwacht: list[str]) -> None:
    assert links_in(tekst) == verwacht


@pytest.mark.parametrize(
    "adres", ["", "https://", "http://a.nl", "tel:14078", "{gegeven:x}", "https://" + "a" * LANGSTE]
)
def test_wat_geen_webadres_is_telt_niet(adres: str) -> None:
    assert webadres(adres) == ""
