"""The differences of a text in a mail."""

from redactie.berichten.verschil import als_html, als_tekst, is_te_lang, verschil

LANG = " ".join(f"woord{nummer}" for nummer in range(40))


def test_wat_bleef_wordt_ingekort_en_wat_veranderde_niet() -> None:
    tekst = als_tekst(verschil(f"{LANG} tien euro {LANG}", f"{LANG} twaalf euro {LANG}"))
    assert "[−tien−][+twaalf+] euro" in tekst
    assert tekst.startswith("… woord33")
    assert tekst.endswith("euro woord0 woord1 woord2 woord3 woord4 woord5 …")


def test_html_van_een_redacteur_blijft_tekst() -> None:
    assert als_html(verschil("a", "<script>")) == "<del>[−a−]</del><ins>[+&lt;script&gt;+]</ins>"


def test_een_hele_nieuwe_tekst_kan_te_lang_zijn() -> None:
    assert is_te_lang(verschil("", "woord " * 1000))
    assert not is_te_lang(verschil(LANG, LANG + " erbij"))
