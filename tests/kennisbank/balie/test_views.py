"""The screen of the desk: whole and in parts, with and without a question."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from redactie.bronnen import KanaalBron, TariefBron
from redactie.keuzes import Aangeboden, Actie, Inlogmiddel, KanaalWijze
from redactie.veld import Veld
from search.keuze import motor
from tests.factories import GemeenteFactory
from tests.kennisbank.uitgave import afwijking, geef_uit, trek_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]


def tekst(antwoord: Any) -> str:
    """Without tags, as it is read."""
    zonder = re.sub(r"<[^>]+>", " ", re.sub(r"</?mark>|</strong>", "", antwoord.content.decode()))
    return re.sub(r"\s+", " ", zonder)


def kaart(antwoord: Any) -> str:
    """The card alone, as it is read."""
    html = antwoord.content.decode()
    antwoord.content = html[html.index('<article class="kaart"') :].encode()
    return tekst(antwoord)


def zoek(client: Client, vraag: str, gemeente: str = "sliedrecht", **rest: str) -> Any:
    return client.post(f"/balie/{gemeente}/", {"vraag": vraag, **rest})


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


def test_een_rij_zegt_gemeente_soort_en_status(kcc: Client) -> None:
    gelezen = tekst(zoek(kcc, "rijbewijs geldig"))
    assert "? Hoe lang is mijn rijbewijs geldig? Sliedrecht · vraag" in gelezen
    assert "Huisnummer aanvragen Sliedrecht · valt onder iets anders" in tekst(zoek(kcc, "huisnummer"))


def test_de_lijst_zegt_hoeveel_en_hoe_oud(kcc: Client) -> None:
    assert re.search(r"\b2 treffers · \d+ ms", tekst(zoek(kcc, "rijbewijs")))
    assert "leeftijd van de index onbekend" in tekst(zoek(kcc, "rijbewijs"))


def test_niets_gevonden_zegt_wat_te_doen(kcc: Client) -> None:
    assert "Niets gevonden voor Sliedrecht. Probeer een ander of een korter woord." in tekst(
        zoek(kcc, "xyzzyqwert")
    )


def test_een_typefout_wordt_verbeterd_en_gezegd(kcc: Client) -> None:
    assert "Gezocht op paspoort. Zoek op “paspoprt”" in tekst(zoek(kcc, "paspoprt"))


def test_wie_letterlijk_zoekt_krijgt_geen_verbetering_en_kan_terug(kcc: Client) -> None:
    letterlijk = tekst(zoek(kcc, "paspoprt", letterlijk="paspoprt"))
    assert "Niets gevonden" in letterlijk
    assert "Gezocht op precies wat u typte. Zoek ook wat erop lijkt" in letterlijk
    terug = kcc.post("/balie/sliedrecht/", {"vraag": "paspoprt", "letterlijk": ["paspoprt", ""]})
    assert "Gezocht op paspoort." in tekst(terug)


def test_letterlijk_geldt_alleen_voor_die_vraag(kcc: Client) -> None:
    assert "Gezocht op paspoort." in tekst(zoek(kcc, "paspoprt", letterlijk="rijbewijs"))
    assert "Gezocht op precies" not in tekst(zoek(kcc, "", letterlijk=""))


def test_een_treffer_openen_laat_een_letterlijke_vraag_letterlijk(kcc: Client) -> None:
    html = zoek(kcc, "rijbewys kwijt", letterlijk="rijbewys kwijt").content.decode()
    assert '<input type="hidden" form="vraagformulier" name="letterlijk" value="rijbewys kwijt">' in html


def test_meer_verbeterde_woorden_staan_samen_op_een_knop(kcc: Client) -> None:
    assert "Gezocht op paspoort en aanvragen. Zoek op “paspoprt” en “aanvragne”" in tekst(
        zoek(kcc, "paspoprt aanvragne")
    )


def test_een_lege_vraag_zoekt_niet(kcc: Client) -> None:
    assert "Typ de vraag van de beller." in tekst(zoek(kcc, "   "))


def test_zonder_zoekmachine_zegt_de_balie_dat_en_vindt_op_titel(
    kcc: Client, settings: Any, tmp_path: Any
) -> None:
    settings.ANTWOORD_INDEX = tmp_path / "weg"
    gelezen = tekst(zoek(kcc, "rijbewijs kwijt"))
    assert "De zoekmachine antwoordt niet." in gelezen
    assert "Rijbewijs kwijt Sliedrecht" in gelezen
    assert motor().active() is None


def test_de_kaart_volgt_de_volgorde_van_de_balie(kcc: Client) -> None:
    eerst, daarna = kaart(kcc.get("/balie/sliedrecht/rijbewijs-kwijt/")).split("t Doorverbinden", 1)
    koppen = ["lokaal anders: kosten", "Let op:", "1 Zeg dit", "2 Kosten", "3 Termijn", "4 Meenemen"]
    koppen += ["5 Hoe en waar", "9 Intern, niet voorlezen Geheim"]
    plekken = [eerst.index(f" {kop} ") for kop in koppen]
    assert plekken == sorted(plekken)
    koppen = [
        "Vraag eerst",
        "2 Kosten",
        "3 Termijn",
        "4 Meenemen",
        "5 Hoe",
        "Wat is het?",
        "7 Direct regelen",
    ]
    koppen += ["8 Niet opgelost?", "9 Intern, niet voorlezen Geheim", "t Doorverbinden"]
    plekken = [daarna.index(f" {kop} ") for kop in koppen]
    assert plekken == sorted(plekken)


def test_een_lokaal_veld_is_gemerkt_met_de_tekst_van_de_regio(kcc: Client) -> None:
    gelezen = tekst(kcc.get("/balie/sliedrecht/rijbewijs-kwijt/"))
    assert "U betaalt € 49,00, alleen met pin." in gelezen.replace("\N{NO-BREAK SPACE}", " ")
    assert "anders dan de regio Waarom: Eigen tarief De regio schrijft: U betaalt €" in gelezen
    assert "anders dan de regio" not in tekst(kcc.get("/balie/dordrecht/rijbewijs-kwijt/"))


def test_boven_het_spreekantwoord_staat_dat_een_feit_hier_anders_is(kcc: Client) -> None:
    gelezen = kaart(kcc.get("/balie/sliedrecht/rijbewijs-kwijt/"))
    waarschuwing = "Let op: dit is de tekst van de regio. Hier anders: kosten."
    assert gelezen.index(waarschuwing) < gelezen.index("Zeg dit")
    assert "Let op:" not in tekst(kcc.get("/balie/dordrecht/rijbewijs-kwijt/"))


def test_een_eigen_spreekantwoord_geeft_geen_waarschuwing(kcc: Client) -> None:
    geef_uit(
        "sliedrecht",
        "paspoort-aanvragen",
        "Paspoort aanvragen",
        kosten="€ 1",
        spreekantwoord="Kom langs.",
        afwijkingen=[
            afwijking(Veld.KOSTEN, "€ 2"),
            afwijking(Veld.SPREEKANTWOORD, "Kom in Sliedrecht langs."),
        ],
    )
    gelezen = tekst(kcc.get("/balie/sliedrecht/paspoort-aanvragen/"))
    assert "Let op:" not in gelezen
    assert "Kom in Sliedrecht langs." in gelezen


def test_het_contactpunt_met_intern_nummer_en_tot_wanneer(kcc: Client) -> None:
    gelezen = tekst(kcc.get("/balie/sliedrecht/rijbewijs-kwijt/")).replace("\N{NO-BREAK SPACE}", " ")
    assert "Doorverbinden Burgerzaken dag en nacht open intern 078 770 26 21 beller 14 078" in gelezen


def test_een_mededeling_over_het_inlogmiddel_staat_bij_het_product(kcc: Client) -> None:
    assert "DigiD is gestoord." in kaart(kcc.get("/balie/sliedrecht/rijbewijs-kwijt/"))
    assert "DigiD is gestoord." not in kaart(kcc.get("/balie/sliedrecht/paspoort-aanvragen/"))
    assert "DigiD is gestoord." in tekst(kcc.get("/balie/sliedrecht/"))


def test_een_storing_van_digid_raakt_precies_wat_digid_nodig_heeft(kcc: Client) -> None:
    def kanaal(middel: Inlogmiddel) -> KanaalBron:
        return KanaalBron(Actie.AANVRAGEN, KanaalWijze.FORMULIER, "https://a.nl/x", "Vraag aan", middel)

    elders = {"aangeboden": Aangeboden.NEE, "toelichting": "Dat doet Dordrecht."}
    gevallen: dict[str, tuple[tuple[Inlogmiddel, ...], dict[str, Any] | None]] = {
        "alleen-digid": ((Inlogmiddel.DIGID,), None),
        "digid-of-eherkenning": ((Inlogmiddel.EHERKENNING, Inlogmiddel.DIGID), None),
        "alleen-eherkenning": ((Inlogmiddel.EHERKENNING,), None),
        "zonder-inloggen": ((Inlogmiddel.GEEN,), None),
        "hier-niet": ((Inlogmiddel.DIGID,), elders),
    }
    for sleutel, (middelen, laag) in gevallen.items():
        kanalen = tuple(kanaal(middel) for middel in middelen)
        geef_uit("sliedrecht", sleutel, sleutel, product={"kanalen": kanalen}, laag=laag, inleiding="Uitleg.")
    geraakt = {
        sleutel
        for sleutel in gevallen
        if "DigiD is gestoord." in kaart(kcc.get(f"/balie/sliedrecht/{sleutel}/"))
    }
    assert geraakt == {"alleen-digid", "digid-of-eherkenning"}


def test_zonder_gemeente_zegt_de_kaart_dat_het_per_gemeente_verschilt(kcc: Client) -> None:
    gelezen = tekst(kcc.get("/balie/regio/rijbewijs-kwijt/"))
    assert "Geen gemeente gekozen: u ziet wat in de hele regio geldt." in gelezen
    assert "Kosten Kies gemeente anders in Sliedrecht" in gelezen
    assert "U betaalt" not in gelezen
    assert "Het rijbewijs ligt na 5 werkdagen klaar." in gelezen


def test_valt_onder_staat_bovenaan_met_waarheen(kcc: Client) -> None:
    html = kcc.get("/balie/sliedrecht/huisnummer-aanvragen/").content.decode()
    assert html.index("Valt hier onder een ander product") < html.index("Dat gaat mee met het paspoort.")
    assert '<a class="door" href="/balie/sliedrecht/paspoort-aanvragen/">Paspoort aanvragen</a>' in html
    assert "U vraagt het huisnummer los aan." not in html


def test_een_product_van_elders_blijft_een_bladzijde_met_uitleg(kcc: Client) -> None:
    antwoord = kcc.get("/balie/dordrecht/huisnummer-aanvragen/")
    assert antwoord.status_code == 404
    assert "Dit antwoord is er niet voor Dordrecht" in tekst(antwoord)


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
    with django_assert_max_num_queries(10):
        kcc.post("/balie/sliedrecht/", {"vraag": "rijbewijs"}, headers={"X-Balie-Deel": "lijst"})
    with django_assert_max_num_queries(8):
        kcc.get("/balie/sliedrecht/rijbewijs-kwijt/", headers={"X-Balie-Deel": "antwoord"})


def test_een_eigen_bedrag_in_de_tekst_van_de_regio_staat_bij_dat_veld(kcc: Client) -> None:
    bedragen = [
        TariefBron("kopie", "Kopie", Decimal(9), gemeente="sliedrecht"),
        TariefBron("kaart", "Kaart", Decimal(5)),
    ]
    geef_uit(
        "sliedrecht",
        "kopie-akte",
        "Kopie akte",
        tarieven=bedragen,
        kosten="Een kopie kost {tarief:kopie}.",
        aanpak="Koop een kaart van {tarief:kaart} bij de gemeente {gemeente.naam}.",
    )
    antwoord = kcc.get("/balie/sliedrecht/kopie-akte/")
    assert "regionaal, met eigen bedragen of gegevens" in tekst(antwoord)
    assert "Een kopie kost € 9,00. eigen bedrag van Sliedrecht" in tekst(antwoord)
    assert antwoord.content.decode().count('class="eigen"') == 2, "at a glance, and at the whole text"
