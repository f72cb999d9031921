"""A value at its place: written as its kind asks, and never more than text."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.keuzes import GegevenSoort, Herkomst, TariefSoort
from redactie.markdownregels import schoon
from redactie.oplossen import oplossen
from redactie.opmaak import naar_html, naar_platte_tekst
from redactie.opzoeken import euro
from redactie.tokens import tokens_in
from redactie.veld import Veld
from tests.redactie.bouw import NU, TEKST, feiten, gegeven, laag, los_op, product, samen, tarief
from tests.redactie.opgelost import TELEFOON, URL, alarmtokens, feit


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Welkom in {gemeente.naam}.", "Welkom in Dordrecht."),
        ("Bel {gemeente.telefoon}.", "Bel [14 078](tel:14078)."),
        ("Bel {gemeente.telefoon_buitenland}.", "Bel [+31 78 770 80 00](tel:+31787708000)."),
        ("Zie {gemeente.website}.", "Zie [www.dordrecht.example](https://www.dordrecht.example)."),
        ("[site]({gemeente.website}/pad)", "[site](https://www.dordrecht.example/pad)"),
        ("[bel {gemeente.telefoon}](tel:{gemeente.telefoon})", "[bel 14 078](tel:14078)"),
        ("Gewone { accolade } en {1}", "Gewone { accolade } en {1}"),
    ],
)
def test_gegevens_van_de_gemeente(tekst, verwacht):
    assert los_op(tekst)[0] == verwacht


@pytest.mark.parametrize(
    ("waarde", "soort", "tekst", "verwacht"),
    [
        ("vóór 11.00 uur", GegevenSoort.TEKST, "Kom {gegeven:x}.", "Kom vóór 11.00 uur."),
        ("5 werkdagen", GegevenSoort.TERMIJN, "Na {gegeven:x}.", "Na 5 werkdagen."),
        ("Plein 1, 3311 GR Dordrecht", GegevenSoort.ADRES, "{gegeven:x}", "Plein 1, 3311 GR Dordrecht"),
        ("https://a.example/b", URL, "[hier]({gegeven:x})", "[hier](https://a.example/b)"),
        ("https://a.example/b", URL, "[hier](<{gegeven:x}>)", "[hier](https://a.example/b)"),
        ("https://a.example/b", URL, "[hier]({gegeven:x} 'titel')", "[hier](https://a.example/b)"),
        ("https://a.example/b(c) d", URL, "[hier]({gegeven:x})", "[hier](https://a.example/b%28c%29%20d)"),
        ("https://a.example/b", URL, "[hier]({gegeven:x}?p=1)", "[hier](https://a.example/b?p=1)"),
        ("https://a.example/b", URL, "Ga naar {gegeven:x}.", "Ga naar [a.example/b](https://a.example/b)."),
        ("a@b.example", GegevenSoort.E_MAIL, "Mail {gegeven:x}.", "Mail [a@b.example](mailto:a@b.example)."),
        ("a@b.example", GegevenSoort.E_MAIL, "[mail]({gegeven:x})", "[mail](mailto:a@b.example)"),
        ("078 770 11 11", TELEFOON, "[bel]({gegeven:x})", "[bel](tel:0787701111)"),
        (
            "a b/c",
            GegevenSoort.TEKST,
            "[x](https://a.example/{gegeven:x})",
            "[x](https://a.example/a%20b%2Fc)",
        ),
    ],
)
def test_elke_soort_gegeven_staat_op_zijn_plek(waarde, soort, tekst, verwacht):
    ingevuld, opgelost = los_op(tekst, gegeven("x", waarde, soort))
    assert ingevuld == verwacht
    assert opgelost.alarmen == ()
    assert feit(opgelost, "gegeven:x").herkomst is Herkomst.CENTRAAL


@pytest.mark.parametrize(
    ("overig", "verwacht"),
    [
        ({"bedrag": "83.87"}, "€ 83,87"),
        ({"bedrag": "1234.5"}, "€ 1.234,50"),
        ({"bedrag": "0"}, "€ 0,00"),
        ({"bedrag": "10", "soort": TariefSoort.VANAF}, "vanaf € 10,00"),
        ({"bedrag": "57.85", "soort": TariefSoort.TOESLAG}, "€ 57,85"),
        ({"bedrag": None, "soort": TariefSoort.GRATIS}, "gratis"),
        ({"bedrag": "12", "eenheid": "per jaar"}, "€ 12,00 per jaar"),
    ],
)
def test_een_bedrag_in_een_zin(overig, verwacht):
    rij = tarief("x", overig.pop("bedrag"), **overig)
    assert los_op("Dat kost {tarief:x}.", rij)[0] == f"Dat kost {verwacht}."


@given(st.decimals(0, 10_000_000, places=2))
def test_een_bedrag_is_terug_te_lezen(bedrag):
    tekst = euro(bedrag)
    assert re.fullmatch(r"€ \d{1,3}(\.\d{3})*,\d\d", tekst)
    assert Decimal(tekst.removeprefix("€ ").replace(".", "").replace(",", ".")) == bedrag


def test_een_tekst_als_linkdoel_is_geen_adres():
    tekst, opgelost = los_op("[hier]({gegeven:x})", gegeven("x", "https://kwaad.example", GegevenSoort.TEKST))
    assert (tekst, alarmtokens(opgelost)) == ("hier", {"gegeven:x"})


def test_een_onveilige_url_wordt_geen_link():
    for waarde in ("javascript:alert(1)", "http://a.example", "https://bank.example@kwaad.example"):
        tekst, opgelost = los_op("[hier]({gegeven:x}) of {gegeven:x}", gegeven("x", waarde, URL))
        assert "](" not in tekst
        assert alarmtokens(opgelost) == {"gegeven:x"}


def test_de_plek_in_de_titel_en_de_samenvatting_is_platte_tekst():
    rijen = (gegeven("u", "https://a.example/x_y_z", URL), gegeven("m", "*niet* <vet>"))
    teksten = {
        Veld.TITEL: "Paspoort in {gemeente.naam} {gegeven:weg}",
        Veld.SAMENVATTING: "Zie {gegeven:u}. {gegeven:m}.",
    }
    opgelost = oplossen(samen(product(teksten), laag()), feiten(*rijen), NU)
    per_veld = {veld.veld: veld.tekst for veld in opgelost.velden}
    assert per_veld[Veld.TITEL] == "Paspoort in Dordrecht"
    assert per_veld[Veld.SAMENVATTING] == "Zie https://a.example/x_y_z. *niet* <vet>."


GEVAARLIJK = st.sampled_from(
    ["**vet**", "[klik](https://kwaad.example)", "<script>x</script>", "{tarief:a}", "{gemeente.naam}", "- item",
     "1. item", "# kop", "===", "---", "| a | b |", "> citaat", "`x`", "\\", "&lt;", "&#60;b&#62;", "![x](y)",
     "<a@b.c>", "<https://x.example>", "_a_", "[[[[[[[[", "* * *", "1) x", "+ x", "a\n\n# b", "a  \nb", "--|--"]
)  # fmt: skip


@given(st.one_of(GEVAARLIJK, TEKST, st.text(max_size=30)).filter(str.strip))
def test_een_waarde_staat_er_woord_voor_woord(waarde):
    tekst, _ = los_op("Begin {gegeven:x} einde.", gegeven("x", waarde))
    assert naar_platte_tekst(tekst).split() == schoon(f"Begin {' '.join(waarde.split())} einde.").split()


PLEKKEN = st.sampled_from(
    ["{gegeven:x}", "Tekst {gegeven:x} meer", "{gegeven:x}. Meer", "Regel\n{gegeven:x}", "- {gegeven:x}",
     "### {gegeven:x}", "> {gegeven:x}", "[{gegeven:x}](https://a.example)", "**{gegeven:x}**",
     "| a | b |\n| --- | --- |\n| {gegeven:x} | c |", "1. een\n2. {gegeven:x}"]
)  # fmt: skip


@given(PLEKKEN, st.one_of(GEVAARLIJK, TEKST).filter(str.strip))
def test_een_waarde_verandert_nergens_de_opbouw_van_een_tekst(plek, waarde):
    gewoon, _ = los_op(plek, gegeven("x", "woord"))
    gevaarlijk, _ = los_op(plek, gegeven("x", waarde))
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(naar_html(gevaarlijk)) == tags.findall(naar_html(gewoon))
    assert tokens_in(gevaarlijk.replace("\\{", "")) == ()
