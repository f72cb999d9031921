"""Word differences: what went, what came, safe to show."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from redactie.woordverschil import MAX_WOORDEN, Soort, Stuk, verschil_als_html, woordverschil

GELIJK, WEG, NIEUW = Soort.GELIJK, Soort.WEG, Soort.NIEUW
TEKST = st.text(alphabet="ab 5\n<&", max_size=60)


def test_een_veranderd_getal_staat_als_geheel_naast_het_oude() -> None:
    assert woordverschil("na 5 werkdagen klaar", "na 3 werkdagen klaar") == (
        Stuk(GELIJK, "na "),
        Stuk(WEG, "5"),
        Stuk(NIEUW, "3"),
        Stuk(GELIJK, " werkdagen klaar"),
    )


def test_woorden_naast_elkaar_vormen_een_wijziging() -> None:
    assert woordverschil("met pin betalen", "contant geld betalen") == (
        Stuk(WEG, "met pin"),
        Stuk(NIEUW, "contant geld"),
        Stuk(GELIJK, " betalen"),
    )


def test_gelijke_teksten_hebben_geen_verschil() -> None:
    assert woordverschil("zo is het", "zo is het") == (Stuk(GELIJK, "zo is het"),)
    assert woordverschil("", "") == ()


def test_een_nieuwe_tekst_is_helemaal_nieuw() -> None:
    assert woordverschil("", "hallo daar") == (Stuk(NIEUW, "hallo daar"),)


def test_html_is_veilig_en_leesbaar_zonder_kleur() -> None:
    html = verschil_als_html("<b>oud</b>", "nieuw & fris")
    assert "<b>" not in html
    assert "&lt;b&gt;oud&lt;/b&gt;" in html
    assert re.sub(r"<[^>]+>", "", html) == "[−&lt;b&gt;oud&lt;/b&gt;−][+nieuw &amp; fris+]"


def test_een_heel_lange_tekst_wordt_in_zijn_geheel_getoond() -> None:
    lang = "woord " * MAX_WOORDEN
    assert woordverschil(lang, "kort") == (Stuk(WEG, lang), Stuk(NIEUW, "kort"))


@given(TEKST, TEKST)
def test_uit_het_verschil_zijn_beide_teksten_terug_te_lezen(was, wordt) -> None:
    stukken = woordverschil(was, wordt)
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort is not NIEUW) == was
    assert "".join(stuk.tekst for stuk in stukken if stuk.soort is not WEG) == wordt
