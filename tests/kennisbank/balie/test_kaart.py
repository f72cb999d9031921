"""The answer card: its order, what is different here, whom to call, and what is not offered."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from redactie.bronnen import KanaalBron, TariefBron
from redactie.keuzes import Aangeboden, Actie, Inlogmiddel, KanaalWijze
from redactie.veld import Veld
from tests.kennisbank.balie.zoals_gelezen import kaart, tekst
from tests.kennisbank.uitgave import afwijking, geef_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]


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
