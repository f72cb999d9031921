"""Addresses that a link may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.linkadres import als_deel, als_url, is_veilig, kaal_doel, maillink, telefoonlink


@pytest.mark.parametrize(
    "adres",
    [
        "https://a.example",
        "HTTPS://a.example/x?y=1&z=2#w",
        "https://a.example:8443/x_(y)",
        "mailto:a@b.example",
        "tel:14078",
        "tel:+31787708000",
    ],
)
def test_een_veilig_adres(adres):
    assert is_veilig(adres)


@pytest.mark.parametrize(
    "adres",
    [
        "",
        "http://a.example",
        "https://",
        "https:a.example",
        "https:///a.example",
        "//a.example",
        "/pad",
        "a.example",
        "javascript:alert(1)",
        "https://a.example/x y",
        "https://a.example/\nx",
        'https://a.example/"x',
        "https://a.example/<x>",
        "https://bank.example@kwaad.example",
        "https://bank.example\\@kwaad.example",
        "tel:abc",
        "tel:",
        "mailto:",
        "mailto:a",
        "ftp://a.example",
        "data:text/html,x",
        " https://a.example",
    ],
)
def test_een_onveilig_adres(adres):
    assert not is_veilig(adres)


@pytest.mark.parametrize(
    ("nummer", "link"),
    [
        ("14 078", "tel:14078"),
        ("14\xa0078", "tel:14078"),
        ("078 770 80 00", "tel:0787708000"),
        ("+31 78 770 80 00", "tel:+31787708000"),
        ("+31 (0)78 770 80 00", "tel:+31787708000"),
        ("(078) 770-80.00", "tel:0787708000"),
        ("bel ons", ""),
        ("14 078; javascript", ""),
        ("", ""),
    ],
)
def test_een_telefoonnummer_als_link(nummer, link):
    assert telefoonlink(nummer) == link


@pytest.mark.parametrize(
    ("adres", "link"),
    [
        ("a.b+c@d.example", "mailto:a.b+c@d.example"),
        ("a@b", ""),
        ("a b@c.example", ""),
        ("a@b.example?bcc=x", ""),
    ],
)
def test_een_mailadres_als_link(adres, link):
    assert maillink(adres) == link


@pytest.mark.parametrize(
    ("doel", "adres"),
    [
        ("https://a.example 'titel'", "https://a.example"),
        ('<https://a.example> "titel"', "https://a.example"),
        (" https://a.example ", "https://a.example"),
        ("https://a.example/'x'", "https://a.example/'x'"),
    ],
)
def test_een_linkdoel_zonder_titel_en_haken(doel, adres):
    assert kaal_doel(doel) == adres


@given(st.text(max_size=60))
def test_geen_waarde_breekt_uit_een_markdownlink(waarde):
    for adres in (als_url(waarde), als_deel(waarde), telefoonlink(waarde), maillink(waarde)):
        assert not set(adres) & set("()<>[]{}\\ \n\"'`*")
