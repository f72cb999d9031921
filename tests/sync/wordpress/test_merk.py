"""The mark in a page survives what WordPress does to it, and the digest sees what a reader would see."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.wordpress.merk import Merk, lees, som_van, verwissel, zoekwoord

HASH, SOM = "a" * 64, "b" * 64
MERK = Merk("sliedrecht/product/paspoort", 4294967297, HASH, SOM)
TEKST = (
    '<div class="antw"><p>A &amp; B&nbsp;x<br>y</p><a href="tel:+31184" rel="x">bel &#91;nu&#93;</a></div>'
)
ZOALS_KSES = '<div class="antw"><p>A &amp; B&#160;x<br />y</p><a rel="x" href="tel:+31184">bel &#091;nu&#093;</a></div>'


def test_een_merk_komt_terug_zoals_het_was():
    assert lees(f"<!-- wp:html -->\n{MERK}\n<p>x</p>") == MERK


@given(st.from_regex(r"[a-z0-9][a-z0-9_-]{0,40}", fullmatch=True), st.integers(1, 2**53 - 1), st.booleans())
def test_elke_sleutel_komt_terug_ook_met_streepjes_die_wordpress_samenvoegt(sleutel, versie, weg):
    merk = Merk(f"sliedrecht/product/{sleutel}", versie, "" if weg else HASH, SOM)
    tekst = str(merk)
    assert lees(tekst) == merk
    assert "--" not in tekst.removeprefix("<!--").removesuffix("-->")


def test_het_zoekwoord_van_de_ene_sleutel_staat_niet_in_het_merk_van_de_andere():
    langer = Merk("sliedrecht/product/paspoort-kind", 1, HASH, SOM)
    assert zoekwoord(MERK.naam) in str(MERK)
    assert zoekwoord(MERK.naam) not in str(langer)
    assert "%" not in zoekwoord("sliedrecht/product/a--b")


def test_ingetrokken_heeft_geen_hash():
    weg = Merk(MERK.naam, 2, "", SOM)
    assert lees(str(weg)) == weg
    assert weg.weg
    assert not MERK.weg


def test_verwisselen_laat_de_rest_van_de_pagina_staan():
    anders = Merk(MERK.naam, 2, "", SOM)
    assert verwissel(f"voor {MERK} na", anders) == f"voor {anders} na"
    assert verwissel("zonder", anders) == f"{anders}\nzonder"


def test_hoe_wordpress_het_spelt_maakt_voor_de_som_niet_uit():
    assert som_van("A &amp; B", TEKST) == som_van("A & B ", f"<!-- wp:html -->\n{MERK}\n{ZOALS_KSES}\n")


@pytest.mark.parametrize(
    "anders",
    [
        TEKST.replace("bel", "mail"),
        TEKST.replace("+31184", "+31185"),
        TEKST.replace(' class="antw"', ""),
        TEKST.replace("<p>", "<h2>"),
        TEKST + "<p>erbij</p>",
        TEKST.replace("<br>", " "),
    ],
)
def test_wat_een_lezer_anders_zou_zien_geeft_een_andere_som(anders):
    assert som_van("Titel", anders) != som_van("Titel", TEKST)


def test_een_andere_titel_geeft_een_andere_som():
    assert som_van("Titel", TEKST) != som_van("Titels", TEKST)


@pytest.mark.parametrize(
    "stuk", ["", "<!--", "<!-- antwoord:x -->", str(MERK).replace("versie=4", "versie=-4")]
)
def test_wat_geen_merk_is_wordt_geen_merk(stuk):
    assert lees(stuk) is None


@pytest.mark.parametrize(
    "stuk",
    [
        "<!-- antwoord:",
        "<!--",
        "<!",
        "<a ",
        "</",
        "<a ><",
        "<a>",
        "&#",
        "<?",
        "-->",
        "<!-->",
        '<a b="',
        "</>",
    ],
)
def test_een_vijandige_pagina_kost_geen_eindeloze_tijd(stuk):
    """Who breaks this sees the test hang."""
    assert lees(stuk * 20_000) is None
    assert som_van("Titel", stuk * 20_000) != som_van("Titel", TEKST)


def test_ook_van_wat_niet_te_ontleden_is_ziet_de_som_elk_verschil():
    assert som_van("A", "<p") == som_van("A", "<p")
    assert som_van("A", "<p") != som_van("A", "<q")
    assert som_van("A", "<p") != som_van("B", "<p")


@pytest.mark.parametrize(
    "naam", ["dordrecht/a/b/c", "dordrecht/paspoort", "dordrecht", "/product/x", "dordrecht/product/"]
)
def test_wat_geen_naam_van_een_document_is_is_geen_merk(naam):
    """One page that says such a thing would keep the whole site from being compared."""
    assert lees(f"<!-- antwoord:{naam}; versie=1; hash=weg; som={'a' * 64} -->") is None
