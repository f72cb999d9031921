"""The screen of the desk: whole and in parts, for one municipality or another, and what it keeps of a question."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.factories import GemeenteFactory
from tests.kennisbank.balie.zoals_gelezen import tekst, zoek
from tests.kennisbank.uitgave import trek_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]


def test_de_balie_begint_bij_de_regio(kcc: Client) -> None:
    assert kcc.get("/balie/").headers["Location"] == "/balie/regio/"


def test_zoeken_zonder_script_geeft_de_hele_bladzijde_met_de_vraag_erin(kcc: Client) -> None:
    html = zoek(kcc, "rijbewijs").content.decode()
    assert 'value="rijbewijs"' in html
    assert 'name="open" value="rijbewijs-kwijt"' in html
    assert html.startswith("<!doctype html>")


def test_een_treffer_openen_zonder_script_houdt_vraag_en_lijst(kcc: Client) -> None:
    html = zoek(kcc, "rijbewijs", open="rijbewijs-kwijt").content.decode()
    assert 'value="rijbewijs"' in html
    assert '<h2 id="kaart-titel" tabindex="-1">Rijbewijs kwijt</h2>' in html
    assert 'value="rijbewijs-kwijt" aria-current="true"' in html


def test_een_deel_is_alleen_dat_deel(kcc: Client) -> None:
    lijst = kcc.post(
        "/balie/sliedrecht/", {"vraag": "rijbewijs"}, headers={"X-Balie-Deel": "lijst"}
    ).content.decode()
    assert "rijbewijs-kwijt" in lijst
    assert "<html" not in lijst
    kaart = kcc.get(
        "/balie/sliedrecht/rijbewijs-kwijt/", headers={"X-Balie-Deel": "antwoord"}
    ).content.decode()
    assert "Zeg dit" in kaart
    assert "<html" not in kaart


def test_een_ingetrokken_product_is_meteen_weg(kcc: Client) -> None:
    trek_in("sliedrecht", "rijbewijs-kwijt")
    assert kcc.get("/balie/sliedrecht/rijbewijs-kwijt/").status_code == 404
    assert "rijbewijs-kwijt" not in zoek(kcc, "rijbewijs kwijt").content.decode()


def test_wisselen_van_gemeente_houdt_het_product(kcc: Client) -> None:
    html = kcc.get("/balie/sliedrecht/rijbewijs-kwijt/").content.decode()
    assert 'href="/balie/dordrecht/rijbewijs-kwijt/" data-bereik="dordrecht" data-toets="1"' in html
    assert 'href="/balie/sliedrecht/rijbewijs-kwijt/" data-bereik="sliedrecht" data-toets="2"' in html


def test_meer_dan_zeven_gemeenten_worden_op_naam_gekozen(kcc: Client) -> None:
    for nummer in range(5):
        GemeenteFactory(slug=f"zuid-{nummer}")
    assert 'data-toets="7"' in kcc.get("/balie/sliedrecht/").content.decode()
    GemeenteFactory(slug="zuid-5")
    html = kcc.get("/balie/sliedrecht/").content.decode()
    assert '<option value="Dordrecht" data-bereik="dordrecht"></option>' in html
    assert '<strong class="gekozen-gemeente" aria-current="true" tabindex="-1">Sliedrecht</strong>' in html
    assert 'data-toets="7"' not in html


def test_twee_tabbladen_zijn_twee_gesprekken(kcc: Client) -> None:
    zoek(kcc, "paspoort", gemeente="dordrecht")
    assert "49,00" in tekst(kcc.get("/balie/sliedrecht/rijbewijs-kwijt/"))
    assert "49,00" not in tekst(kcc.get("/balie/dordrecht/rijbewijs-kwijt/"))


def test_de_balie_wordt_nergens_bewaard(kcc: Client) -> None:
    for antwoord in (zoek(kcc, "rijbewijs"), kcc.get("/balie/sliedrecht/rijbewijs-kwijt/")):
        assert "no-store" in antwoord.headers["Cache-Control"]
        assert "private" in antwoord.headers["Cache-Control"]
        assert "X-Balie-Deel" in antwoord.headers["Vary"]


def test_de_vraag_wordt_ontsmet(kcc: Client) -> None:
    html = zoek(kcc, '"><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in html


def test_een_vreemde_sleutel_is_geen_sleutel(kcc: Client) -> None:
    assert zoek(kcc, "rijbewijs", open="../../etc").status_code == 200
    assert zoek(kcc, "rijbewijs", open="x" * 5000).status_code == 200


def test_geen_vraag_in_adres_of_sessie(kcc: Client) -> None:
    antwoord = zoek(kcc, "geheimevraag")
    assert antwoord.status_code == 200
    assert "geheimevraag" not in str(dict(kcc.session))
    html = kcc.get("/balie/sliedrecht/?vraag=geheimevraag").content.decode()
    assert "geheimevraag" not in html


def test_hoeveel_query_s_zoeken_en_openen_kosten(kcc: Client, django_assert_max_num_queries: Any) -> None:
    zoek(kcc, "rijbewijs")
    kcc.get("/balie/sliedrecht/rijbewijs-kwijt/")
    # Who somebody is: 4. Synonyms, hits, how fresh they are, the gemeente document: 1 each.
    with django_assert_max_num_queries(8):
        kcc.post("/balie/sliedrecht/", {"vraag": "rijbewijs"}, headers={"X-Balie-Deel": "lijst"})
    with django_assert_max_num_queries(8):
        kcc.get("/balie/sliedrecht/rijbewijs-kwijt/", headers={"X-Balie-Deel": "antwoord"})
