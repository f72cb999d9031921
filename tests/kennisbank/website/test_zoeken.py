"""Search on a website, and the page for what does not exist."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kennisbank.website.fouten import woorden_van
from kennisbank.website.zoeken import bedoeld
from redactie.keuzes import Aangeboden, Productsoort
from search.motor import MotorOnbereikbaar
from tests.kennisbank.uitgave import geef_uit, indexeer, trek_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def gevuld(sliedrecht: Any, dordrecht: Any, index: Any) -> None:
    geef_uit("sliedrecht", "paspoort-aanvragen", "Paspoort aanvragen", interne_toelichting="kanariegeel")
    geef_uit("sliedrecht", "paspoort-kwijt", "Paspoort kwijt of gestolen")
    geef_uit("sliedrecht", "honden", "Hondenbelasting", laag={"aangeboden": Aangeboden.NEE})
    geef_uit("sliedrecht", "foto", "Welke pasfoto mag?", productsoort=Productsoort.VRAAG)
    geef_uit("dordrecht", "laadpaal", "Laadpaal aanvragen")
    indexeer()


def test_zoeken_vindt_op_woorden(gevuld: None, lees: Any) -> None:
    html = lees("/zoeken/?vraag=paspoort+gestolen")
    assert re.search(r"\d resulta(?:at|ten) voor “paspoort gestolen”", html)
    assert "/product/paspoort-kwijt/" in html
    assert "/product/honden/" not in html
    assert 'value="paspoort gestolen"' in html


def test_de_gezochte_woorden_vallen_op(gevuld: None, lees: Any) -> None:
    assert '<mark class="utrecht-mark">paspoort</mark>' in lees("/zoeken/?vraag=paspoort")


def test_wat_hier_niet_kan_is_vindbaar_en_heeft_een_label(gevuld: None, lees: Any) -> None:
    html = lees("/zoeken/?vraag=hondenbelasting")
    assert html.index("/product/honden/") < html.index("Niet aangeboden")


def test_een_vraag_heeft_een_label(gevuld: None, lees: Any) -> None:
    html = lees("/zoeken/?vraag=pasfoto")
    assert html.index("Welke pasfoto mag?") < html.index(">Vraag<")


def test_een_tikfout_wordt_gezegd(gevuld: None, lees: Any) -> None:
    html = lees("/zoeken/?vraag=paspoort+gestollen")
    assert "Gezocht op <strong>paspoort gestolen</strong>." in html
    assert "?vraag=paspoort%20gestollen&amp;letterlijk=1" in html


def test_letterlijk_zoeken_verbetert_niets_en_wijst_de_weg_terug(gevuld: None, lees: Any) -> None:
    html = lees("/zoeken/?vraag=gestollen&letterlijk=1")
    assert "Niets gevonden voor “gestollen”" in html
    assert 'href="?vraag=gestollen"' in html


def test_letterlijk_niets_vinden_is_geen_gemis(
    gevuld: None, lees: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemeld: list[str] = []
    monkeypatch.setattr(
        "kennisbank.website.zoeken.meld_geen_resultaat", lambda request, vraag, bereik: gemeld.append(vraag)
    )
    lees("/zoeken/?vraag=gestollen&letterlijk=1")
    lees("/zoeken/?vraag=xyzzyplugh")
    assert gemeld == ["xyzzyplugh"]


def test_een_lagere_trede_wordt_gezegd(gevuld: None, lees: Any) -> None:
    assert "Geen pagina heeft al uw woorden" in lees("/zoeken/?vraag=paspoort+olifant+giraffe")


def test_niets_gevonden_helpt_verder(gevuld: None, lees: Any) -> None:
    html = lees("/zoeken/?vraag=xyzzyplugh")
    assert "Niets gevonden voor “xyzzyplugh”" in html
    assert "tel:14078" in html


def test_zonder_vraag_alleen_het_zoekveld(sliedrecht: Any, lees: Any) -> None:
    html = lees("/zoeken/")
    assert 'name="vraag"' in html
    assert "Niets gevonden" not in html


def test_interne_woorden_en_andere_gemeenten_vindt_niemand(gevuld: None, lees: Any) -> None:
    assert "Niets gevonden" in lees("/zoeken/?vraag=kanariegeel")
    assert "/product/laadpaal/" not in lees("/zoeken/?vraag=laadpaal")
    assert "/product/laadpaal/" in lees("/zoeken/?vraag=laadpaal", host="dordrecht.localhost")


def test_wat_is_ingetrokken_staat_er_niet_bij_hoe_oud_de_index_ook_is(gevuld: None, lees: Any) -> None:
    trek_in("sliedrecht", "paspoort-kwijt")
    assert "/product/paspoort-kwijt/" not in lees("/zoeken/?vraag=paspoort+gestolen")


def test_zonder_zoekmachine_vindt_zij_nog_op_titel_en_zegt_dat(
    gevuld: None, lees: Any, monkeypatch: Any
) -> None:
    def weg(*args: Any, **rest: Any) -> None:
        raise MotorOnbereikbaar

    monkeypatch.setattr("search.zoeken.zoek", weg)
    html = lees("/zoeken/?vraag=hondenbelasting")
    assert "Zoeken werkt nu even minder goed." in html
    assert "/product/honden/" in html


def test_een_lange_of_gekke_vraag_is_geen_fout(gevuld: None, lees: Any) -> None:
    for vraag in ("a" * 5000, "%00%ff", "(((((*?~^]", "%E2%80%8B", "%22%3E%3Cscript%3E"):
        assert "<script>" not in lees(f"/zoeken/?vraag={vraag}")


def test_de_zoekpagina_blijft_niet_in_het_geheugen(gevuld: None, lees: Any) -> None:
    from kennisbank.website import pagina

    lees("/zoeken/?vraag=geheimewoorden")
    assert not any(b"geheimewoorden" in inhoud for inhoud in pagina._geheugen.paginas.values())


def test_wat_niet_bestaat_zoekt_met_de_woorden_van_het_adres(gevuld: None, haal: Any) -> None:
    response = haal("/product/paspoort-gestolen.html")
    html = response.content.decode()
    assert response.status_code == 404
    assert 'value="paspoort gestolen"' in html
    assert html.index("Zocht u dit?") < html.index("/product/paspoort-kwijt/")
    assert "ETag" not in response.headers


@pytest.mark.parametrize(
    ("pad", "woorden"),
    [
        ("/product/paspoort-aanvraag.html", "paspoort aanvraag"),
        ("/inwoners/Afval_en_milieu/grof%20vuil/", "inwoners Afval en milieu grof vuil"),
        ("/id/12345/", "id"),
        ("/", ""),
        ("/index.php", ""),
        ("/caf%C3%A9-terras/", "café terras"),
        ("/%00%01<script>/", "script"),
        ("/" + "woord-" * 30, " ".join(["woord"] * 8)),
    ],
)
def test_de_woorden_van_een_adres(pad: str, woorden: str) -> None:
    assert woorden_van(pad) == woorden


def test_bedoeld_zet_verbeterde_woorden_op_hun_plek() -> None:
    assert bedoeld("Rijbewijs Verlegnen nu", (("verlegnen", "verlengen"),)) == "Rijbewijs verlengen nu"
    assert bedoeld("rijbewijs", ()) == ""


def test_bedoeld_houdt_leestekens_en_noemt_anders_alleen_het_verbeterde_woord() -> None:
    assert bedoeld("Wáár is mijn bijstnad?", (("bijstnad", "bijstand"),)) == "Wáár is mijn bijstand?"
    assert bedoeld("paspoortverlegnen", (("verlegnen", "verlengen"),)) == "verlengen"
