"""Pasting into a text field: what Word, Google and web pages put on a clipboard, as Markdown that may be published."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.templatetags.static import static
from playwright.sync_api import expect

from redactie.keuzes import Rol
from redactie.markdownfouten import tekstfouten
from tests import factories as f
from tests.redactie.cms.hulp import adres

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PLAK = """(veld, [html, plat]) => {
    const klembord = new DataTransfer();
    if (html) klembord.setData("text/html", html);
    klembord.setData("text/plain", plat);
    return !veld.dispatchEvent(new ClipboardEvent("paste", {clipboardData: klembord, bubbles: true, cancelable: true}));
}"""


def word(niveau: int, teken: str, tekst: str) -> str:
    """A list item as Word writes it."""
    return (
        f"<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level{niveau} lfo1'><![if !supportLists]>"
        f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>{teken}<span>&nbsp;&nbsp; </span></span>"
        f"</span><![endif]>{tekst}<o:p></o:p></p>"
    )


OMGEZET = {
    "een kop van Word begint met drie hekjes": (
        "<h1 style='mso-x:1'><b>Kosten</b></h1><p class=MsoNormal>U betaalt <b>nu</b>.<o:p>&nbsp;</o:p></p>",
        "### Kosten\n\nU betaalt **nu**.",
    ),
    "een kop van het vijfde niveau": (
        "<h5>Let op</h5><p>Neem uw pas mee.</p>",
        "#### Let op\n\nNeem uw pas mee.",
    ),
    "een opsomming van Word met een niveau": (
        "<p>Neem mee:</p>" + word(1, "·", "uw pas") + word(2, "o", "geldig") + word(1, "·", "een foto"),
        "Neem mee:\n\n- uw pas\n  - geldig\n- een foto",
    ),
    "stappen van Word": (
        word(1, "1.", "Log in.") + word(1, "2.", "Betaal.") + "<p>Klaar.</p>",
        "1. Log in.\n2. Betaal.\n\nKlaar.",
    ),
    "een lijst in een lijst van Google": (
        "<b style='font-weight:normal'><ul><li><span style='font-weight:700'>een</span></li>"
        "<ul><li><p>twee</p></li></ul><li>drie</li></ul></b>",
        "- **een**\n  - twee\n- drie",
    ),
    "links: https, mailto en tel blijven, de rest wordt tekst": (
        "<p><a href='https://www.rdw.nl/a_(b)'>RDW</a> <a href='mailto:a@b.nl'>mail</a> <a href='tel:14078'>bel</a> "
        "<a href='http://oud.nl'>oud</a> <a href='javascript:alert(1)'>boos</a> <a href='#kop'>hier</a></p>",
        "[RDW](https://www.rdw.nl/a_%28b%29) [mail](mailto:a@b.nl) [bel](tel:14078) oud boos hier",
    ),
    "een tabel": (
        "<table><tr><td>Pas</td><td><b>Bedrag</b></td></tr>"
        "<tr><td>Kind|jong</td><td>€&nbsp;3<br>per jaar</td></tr></table>",
        "| Pas | **Bedrag** |\n| --- | --- |\n| Kind\\|jong | € 3 per jaar |",
    ),
    "een tabel die alleen de bladzijde vasthoudt": (
        "<table><tr><td><h2>Kop</h2><p>Een.</p><ul><li>x</li></ul></td></tr></table>",
        "### Kop\n\nEen.\n\n- x",
    ),
    "wat kan lopen of laden is weg": (
        "<style>p{}</style><script>fout()</script><img src=https://x.nl/a.png onerror=fout()><p onclick=fout()>Alleen "
        "<em>dit</em>.</p><iframe src=https://x.nl></iframe><del>Weggehaald</del><!--StartFragment-->",
        "Alleen *dit*.",
    ),
    "tekens met een betekenis blijven woorden": (
        "<p><b>Let op</b>: 3 * 4 [ja] {tarief:een_twee} a_b</p><p>1. Geen lijst</p><p># Geen kop</p>",
        "**Let op**: 3 \\* 4 \\[ja\\] {tarief:een_twee} a_b\n\n1\\. Geen lijst\n\n\\# Geen kop",
    ),
    "zonder opmaak is er niets om te zetten": ("<p>Gewoon een zin.</p><div>En nog een.</div>", ""),
}


@pytest.fixture
def scherm(open_als: Callable[..., Any]) -> Any:
    product = f.ProductFactory(gepubliceerd=True, kosten="Begin eind")
    pagina = open_als(Rol.CENTRAAL)(adres(product))
    expect(pagina.locator("#id_kosten")).to_have_value("Begin eind")
    return pagina


def test_wat_er_op_een_klembord_kan_staan(scherm: Any) -> None:
    module = static("redactie/htmlnaarmarkdown.js")
    gezien = {
        naam: scherm.evaluate(
            "([bron, html]) => import(bron).then((lid) => lid.naarMarkdown(html).markdown)", [module, html]
        )
        for naam, (html, _) in OMGEZET.items()
    }
    assert gezien == {naam: markdown for naam, (_, markdown) in OMGEZET.items()}
    assert {naam: tekstfouten(tekst) for naam, tekst in gezien.items() if tekstfouten(tekst)} == {}


def test_plakken_ongedaan_maken_en_zonder_opmaak(scherm: Any) -> None:
    veld = scherm.locator("#id_kosten")
    veld.evaluate("veld => { veld.focus(); veld.setSelectionRange(5, 5); }")
    html, plat = (
        "<p>Neem mee:</p><ul><li>uw <b>pas</b></li></ul><p><a href='http://x.nl'>oud</a></p>",
        "Neem mee:\nuw pas\noud",
    )
    assert veld.evaluate(PLAK, [html, plat])
    geplakt = "Begin\n\nNeem mee:\n\n- uw **pas**\n\noud\n\n eind"
    expect(veld).to_have_value(geplakt)
    melding = scherm.locator("[data-contentpath=kosten] .antwoord-melding")
    expect(melding).to_contain_text("Van 1 link is alleen de tekst overgenomen")
    scherm.keyboard.press("Control+z")
    expect(veld).to_have_value("Begin eind")
    scherm.keyboard.press("Control+Shift+z")
    expect(veld).to_have_value(geplakt)
    melding.get_by_role("button", name="Zonder opmaak").click()
    expect(veld).to_have_value("BeginNeem mee:\nuw pas\noud eind")
    expect(melding).to_be_empty()
    # The browser's own way, for a clipboard without mark-up.
    assert not veld.evaluate(PLAK, ["", "kaal"])
    assert not veld.evaluate(PLAK, ["<p>kaal</p>", "kaal"])


def test_de_sneltoetsen_van_de_opmaak_en_terug(scherm: Any) -> None:
    veld = scherm.locator("#id_kosten")
    veld.evaluate("veld => { veld.focus(); veld.setSelectionRange(0, 5); }")
    scherm.keyboard.press("Control+b")
    expect(veld).to_have_value("**Begin** eind")
    scherm.keyboard.press("Control+z")
    expect(veld).to_have_value("Begin eind")
    veld.evaluate("veld => veld.setSelectionRange(6, 10)")
    scherm.keyboard.press("Control+k")
    expect(veld).to_have_value("Begin [eind](https://)")
