"""Markdown → safe HTML and plain text, and what is refused."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redactie import opmaak
from redactie.linkadres import is_veilig
from redactie.opmaak import TAGS, gezuiverd, laatste_poort, naar_html, naar_platte_tekst, tekstfouten
from tests.redactie.aanvallen import AANVALLEN, DUUR


class _Lezer(HTMLParser):
    """Collects every tag and attribute that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributen: list[tuple[str, str, str | None]] = []
        self.overig: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributen += [(tag, naam, waarde) for naam, waarde in attrs]

    def handle_comment(self, data):
        self.overig.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_veilig(html: str) -> None:
    lezer = _Lezer(html)
    assert lezer.tags <= TAGS
    assert lezer.overig == []
    for tag, naam, waarde in lezer.attributen:
        assert (tag, naam) == ("a", "href")
        assert is_veilig(waarde)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Gewone tekst", "<p>Gewone tekst</p>"),
        ("**vet** en *nadruk*", "<p><strong>vet</strong> en <em>nadruk</em></p>"),
        ("regel  \nregel", "<p>regel<br>\nregel</p>"),
        ("### Kop\n\ntekst", "<h3>Kop</h3>\n<p>tekst</p>"),
        ("#### Kop", "<h4>Kop</h4>"),
        (
            "[tekst](https://a.example/b?c=1&d=2)",
            '<p><a href="https://a.example/b?c=1&amp;d=2">tekst</a></p>',
        ),
        ("[bel](tel:14078)", '<p><a href="tel:14078">bel</a></p>'),
        ("[mail](mailto:a@b.example)", '<p><a href="mailto:a@b.example">mail</a></p>'),
        ("<a@b.example>", '<p><a href="mailto:a@b.example">a@b.example</a></p>'),
        ("<https://a.example>", '<p><a href="https://a.example">https://a.example</a></p>'),
        ("Neem mee:\n- een\n- twee", "<p>Neem mee:</p>\n<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        ("1) een\n2) twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>"),
        ("In het jaar\n2027. Dat duurt nog", "<p>In het jaar\n2027. Dat duurt nog</p>"),
        ("Bel 14 078 nu", "<p>Bel 14\xa0078 nu</p>"),
        ("Dat kost € 83,87.", "<p>Dat kost €\xa083,87.</p>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
        ("`code`", "<p>`code`</p>"),
        ("    ingesprongen", "<p>ingesprongen</p>"),
        ("> citaat", "<blockquote>\n<p>citaat</p>\n</blockquote>"),
        ("", ""),
    ],
)
def test_markdown_wordt_html(markdown, html):
    assert naar_html(markdown) == html


def test_een_lijst_in_een_lijst_mag_met_twee_spaties():
    verwacht = "<ul>\n<li>een<ul>\n<li>diep</li>\n</ul>\n</li>\n<li>twee</li>\n</ul>"
    assert naar_html("- een\n  - diep\n- twee") == verwacht
    assert naar_html("- een\n    - diep\n- twee") == verwacht
    assert naar_html("- een\n\t- diep\n- twee") == verwacht


def test_een_tabel_krijgt_een_kop_en_een_romp():
    html = naar_html("Kosten:\n| Wat | Prijs |\n| --- | ---: |\n| Pas | € 5,00 |")
    assert html == (
        "<p>Kosten:</p>\n<table>\n<thead>\n<tr>\n<th>Wat</th>\n<th>Prijs</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>Pas</td>\n<td>€\xa05,00</td>\n</tr>\n</tbody>\n</table>"
    )


def test_een_onveilige_link_wordt_gewone_tekst():
    assert naar_html("Ga [hierheen](javascript:alert(1)) nu") == "<p>Ga hierheen nu</p>"


@pytest.mark.parametrize(
    ("markdown", "plat"),
    [
        ("**Vet** en [link](https://a.example)", "Vet en link"),
        ("een\ntwee  \ndrie\n\nvier", "een twee\ndrie\n\nvier"),
        ("Neem mee:\n- pas\n- foto", "Neem mee:\n\n- pas\n- foto"),
        ("1. een\n2. twee", "1. een\n2. twee"),
        ("- een\n- twee\n\n- **drie** en", "- een\n- twee\n\n- drie en"),
        ("- een\n  1. diep\n  2. dieper\n- twee", "- een\n  1. diep\n  2. dieper\n- twee"),
        ("### Kop\n\ntekst", "Kop\n\ntekst"),
        ("| Wat | Prijs |\n| --- | --- |\n| Pas | € 5,00 |\n| Foto | gratis |", "Pas: € 5,00\nFoto: gratis"),
        ("| A | B | C |\n| --- | --- | --- |\n| 1 | 2 | 3 |", "A: B: C\n1: 2: 3"),
        ("Bel 14 078", "Bel 14 078"),
        ("a &lt; b", "a < b"),
        ("", ""),
    ],
)
def test_platte_tekst_heeft_dezelfde_woorden_zonder_opmaak(markdown, plat):
    assert naar_platte_tekst(markdown) == plat


def test_er_zijn_minstens_vijftig_aanvallen():
    assert len(set(AANVALLEN)) >= 50


@pytest.mark.parametrize(
    "aanval", AANVALLEN, ids=lambda aanval: aanval[:30].encode("unicode_escape").decode()
)
def test_een_aanval_wordt_geweigerd_en_is_onschadelijk(aanval):
    begin = time.thread_time()
    fouten = tekstfouten(aanval)
    html = naar_html(aanval)
    assert time.thread_time() - begin < 1
    assert fouten
    assert all(fout.melding and fout.melding[0].isupper() for fout in fouten)
    assert_veilig(html)
    assert_veilig(naar_html(f"Tekst vooraf\n\n{aanval}\n\nen erna"))


@pytest.mark.parametrize("tekst", DUUR, ids=lambda tekst: tekst[:12].encode("unicode_escape").decode())
def test_geen_tekst_kost_veel_tijd(tekst):
    begin = time.thread_time()
    tekstfouten(tekst)
    assert_veilig(naar_html(tekst))
    naar_platte_tekst(tekst)
    assert time.thread_time() - begin < 1


@pytest.mark.parametrize("tekst", DUUR, ids=lambda tekst: tekst[:12].encode("unicode_escape").decode())
def test_geen_tekst_bederft_de_volgende(tekst):
    opmaak.kale_html(tekst)
    assert opmaak.kale_html("een\n\n- twee\n\n> drie") == (
        "<p>een</p>\n<ul>\n<li>twee</li>\n</ul>\n<blockquote>\n<p>drie</p>\n</blockquote>"
    )


def test_een_fout_in_de_renderer_geeft_gewone_woorden_en_een_nieuwe_renderer(monkeypatch):
    renderer = opmaak._markdown()

    def stuk(tekst):
        renderer.parser.state.set("list")
        raise RecursionError

    with monkeypatch.context() as even:
        even.setattr(renderer, "convert", stuk)
        assert opmaak.kale_html("een & **twee**") == "<p>een &amp; **twee**</p>"
    assert opmaak._markdown() is not renderer
    assert opmaak.kale_html("een & **twee**") == "<p>een &amp; <strong>twee</strong></p>"


def test_wat_er_van_html_overblijft_staat_er_als_woorden():
    assert naar_html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize(
    ("tekst", "fragment"),
    [
        ("Zie <b>dit</b>", "<b>"),
        ("Ga [hierheen](http://a.example/x) nu", "http://a.example/x"),
        ("Tekst\n\n## Grote kop\n", "## Grote kop"),
        ("Tekst ![foto](https://a.example/x.png)", "![foto](https://a.example/x.png)"),
        ("Zie [[[[[[ hier", "[[[[[[ hier"),
    ],
)
def test_een_melding_noemt_de_plek(tekst, fragment):
    (fout,) = tekstfouten(tekst)
    assert fout.fragment == fragment
    assert fragment in fout.melding


@pytest.mark.parametrize(
    "tekst",
    [
        "Gewone tekst, met 3 < 4 en < 18 jaar.",
        "### Kop\n\n#### Kleiner\n\n- een\n- twee",
        "[a](https://a.example/x_(y)) [b](mailto:a@b.example) [c](tel:+31787702000)",
        "[a]({gegeven:afspraak-adres}) [b](tel:{gemeente.telefoon}) [c](mailto:{gegeven:mail})",
        "[a]({gemeente.website}/afspraak) en [b](https://a.example/{gegeven:pad})",
        "[met titel](https://a.example 'Naar a')",
        "<https://a.example/x> en <a@b.example>",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "Onderwerp\n\n---\n\nDaarna",
        "Een [haakje en nog ((een)) en [nog] een]",
        "Sla * over en _ook_ dit",
        "",
    ],
)
def test_eerlijke_tekst_heeft_geen_fouten(tekst):
    assert tekstfouten(tekst) == []


WOORD = st.text(
    alphabet=st.characters(categories=["L", "N", "P", "S"], exclude_characters="<>[](){}|`\\#*_&"),
    min_size=1,
    max_size=10,
)
ZIN = st.lists(WOORD, min_size=1, max_size=8).map(" ".join)
STUK = st.one_of(
    ZIN,
    ZIN.map(lambda zin: f"**{zin}**"),
    ZIN.map(lambda zin: f"[{zin}](https://a.example/x?y=1&z=2)"),
    ZIN.map(lambda zin: f"{zin} & meer"),
    ZIN.map(lambda zin: f"{zin} < 18 > 3"),
)
BLOK = st.one_of(
    STUK,
    st.lists(STUK, min_size=1, max_size=4).map(lambda leden: "\n".join(f"- {lid}" for lid in leden)),
    st.lists(STUK, min_size=1, max_size=4).map(lambda leden: "\n".join(f"1. {lid}" for lid in leden)),
    ZIN.map(lambda zin: f"### {zin}"),
    st.tuples(ZIN, ZIN).map(lambda paar: f"| a | b |\n| --- | --- |\n| {paar[0]} | {paar[1]} |"),
    ZIN.map(lambda zin: f"> {zin}"),
)
EERLIJK = st.lists(BLOK, min_size=1, max_size=5).map("\n\n".join)


@given(EERLIJK)
def test_de_laatste_poort_verandert_niets_aan_eerlijke_tekst(tekst):
    door_bleach = gezuiverd(tekst)
    assert laatste_poort(door_bleach) == door_bleach


@given(st.text(max_size=300))
def test_elke_tekst_geeft_veilige_html(tekst):
    assert_veilig(naar_html(tekst))


BOUWSTENEN = st.sampled_from(
    ["<", ">", "a", " ", "\n", "[", "]", "(", ")", "!", "javascript:", "https://x.example", "&#58;", '"', "'", "=",
     "onload", "<img src=x ", "<script>", "<!--", "-->", "*", "_", "`", "|", "---", "\n| --- |\n", "- ", "1. ", "#"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(BOUWSTENEN, max_size=30).map("".join))
def test_gevaarlijke_stukken_geven_samen_veilige_html(tekst):
    html = naar_html(tekst)
    assert_veilig(html)
    assert not re.search(r"<(script|img)", html)


@given(st.text(max_size=300))
def test_tekstfouten_struikelt_nergens_over(tekst):
    assert all(fout.melding for fout in tekstfouten(tekst))


def test_een_veld_kost_hooguit_enkele_milliseconden():
    tekst = "\n\n".join(f"Alinea {i} met **nadruk** en een [link](https://a.example/{i})." for i in range(20))
    duur = []
    for i in range(5):
        begin = time.thread_time()
        naar_html(f"{tekst} {i}")
        duur.append(time.thread_time() - begin)
    assert min(duur) < 0.02
