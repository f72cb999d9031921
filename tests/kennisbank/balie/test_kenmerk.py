"""The reference of an answer: later it leads to what was seen, with the rights of the desk."""

from __future__ import annotations

import html
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from redactie.veld import Veld
from sync.models import Documentsoort, Publicatie, Uitgave
from tests.kennisbank.balie.zoals_gelezen import leesbaar
from tests.kennisbank.uitgave import afwijking, bewaar_uitgaven, geef_gemeente_uit, geef_uit, trek_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]
KAART = "/balie/sliedrecht/rijbewijs-kwijt/"
TOEN = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def uitgaven(balie: Any) -> None:
    bewaar_uitgaven()


def regel(client: Client, adres: str = KAART) -> str:
    """The line that is copied."""
    gevonden = re.search(r'<template id="kopie-kenmerk">(.*?)</template>', client.get(adres).content.decode())
    assert gevonden is not None
    return gevonden[1]


def adres_in(regel: str) -> str:
    return html.unescape(regel.rpartition("http://testserver")[2])


def zonder_zegel(kenmerk: str) -> str:
    gevonden = re.fullmatch(r"(.*)[?&]zegel=[\w-]{12}", kenmerk)
    assert gevonden is not None, kenmerk
    return gevonden[1]


def nieuwe_tekst() -> None:
    """Other costs, another number and no notices."""
    anders = afwijking(Veld.KOSTEN, "U betaalt voortaan € 60,00.", "Eigen tarief")
    geef_uit(
        "sliedrecht",
        "rijbewijs-kwijt",
        "Rijbewijs kwijt",
        product={"behandelaar": "burgerzaken"},
        afwijkingen=[anders],
        interne_toelichting="Nieuw geheim.",
        termijn="Nu 2 werkdagen.",
    )
    geef_gemeente_uit(
        "sliedrecht", contactpunten=[{"naam": "Publiekszaken", "telefoon_intern": "078 1111111"}]
    )
    bewaar_uitgaven()


def test_het_kenmerk_noemt_onderwerp_gemeente_versies_en_het_vaste_adres(kcc: Client) -> None:
    with time_machine.travel(TOEN, tick=False):
        gekopieerd = regel(kcc)
    product = Publicatie.objects.get(bereik="sliedrecht", sleutel="rijbewijs-kwijt")
    gemeente = Publicatie.objects.get(bereik="sliedrecht", documentsoort=Documentsoort.GEMEENTE)
    versies = f"{product.versie}.{gemeente.versie}"
    assert zonder_zegel(gekopieerd) == (
        "Rijbewijs kwijt · Sliedrecht · 23 november 2026, 10.05 uur · "
        f"http://testserver{KAART}versie/{versies}/2026-11-23T10.05/"
    )


def test_later_staat_er_precies_wat_er_toen_stond(kcc: Client) -> None:
    with time_machine.travel(TOEN, tick=False):
        kenmerk = adres_in(regel(kcc))
    nieuwe_tekst()
    bladzijde = kcc.get(kenmerk).content.decode().replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
    for stuk in (
        "Zo stond het er op 23 november 2026 om 10.05 uur",
        "Deze tekst is intussen veranderd.",
        "U betaalt € 49,00, alleen met pin.",
        "vlekkenpers",
        "DigiD is gestoord.",
        "Burgerzaken, toen dag en nacht open",
        "078 770 26 21",
    ):
        assert stuk in bladzijde, stuk
    for stuk in ("€ 60,00", "Nieuw geheim", "Publiekszaken", "078 1111111"):
        assert stuk not in bladzijde, stuk
    assert kenmerk in bladzijde


def test_een_ingetrokken_antwoord_is_nog_te_lezen(kcc: Client) -> None:
    kenmerk = adres_in(regel(kcc))
    trek_in("sliedrecht", "rijbewijs-kwijt")
    assert kcc.get(KAART).status_code == 404
    bladzijde = kcc.get(kenmerk).content.decode()
    assert "Dit antwoord is intussen ingetrokken." in bladzijde
    assert "alleen met pin." in bladzijde


def test_zonder_verandering_zegt_het_dat_het_ook_de_tekst_van_nu_is(kcc: Client) -> None:
    assert "Dit is ook de tekst van nu." in kcc.get(adres_in(regel(kcc))).content.decode()


def test_wat_intern_is_ziet_alleen_wie_dat_mag(kcc: Client, lokaal: Client) -> None:
    kenmerk = adres_in(regel(kcc))
    assert "alleen met pin." in lokaal.get(kenmerk).content.decode()
    for geheim in ("vlekkenpers", "zonneklepje", "theemuts", "078 770 26 21"):
        assert geheim not in lokaal.get(kenmerk).content.decode(), geheim
    assert lokaal.get(kenmerk.replace("sliedrecht", "dordrecht")).status_code == 404
    assert Client().get(kenmerk).status_code == 302


@pytest.mark.parametrize(
    "rest",
    [
        "versie/999.1/2026-11-23T10.05/",
        "versie/1.999/2026-11-23T10.05/",
        "versie/1.1/gisteren/",
        "versie/99999999999999999999.1/2026-11-23T10.05/",
    ],
)
def test_een_kenmerk_dat_niet_bestaat_wordt_gezegd(kcc: Client, rest: str) -> None:
    antwoord = kcc.get(KAART + rest)
    assert antwoord.status_code == 404
    assert "Dit kenmerk is er niet" in antwoord.content.decode()


def test_ook_zonder_gemeentedocument_werkt_het(kcc: Client) -> None:
    trek_in("sliedrecht", "gemeente")
    kenmerk = adres_in(regel(kcc))
    assert re.search(r"/versie/\d+\.0/", kenmerk)
    assert kcc.get(kenmerk).status_code == 200


class TestHeleRegio:
    """What hung on the municipalities of that moment is in the reference itself."""

    REGIO = "/balie/regio/rijbewijs-kwijt/"

    def test_later_blijft_weg_wat_toen_wegbleef(self, kcc: Client) -> None:
        toen = leesbaar(kcc, self.REGIO)
        kenmerk = adres_in(regel(kcc, self.REGIO))
        assert zonder_zegel(kenmerk).endswith("/?kosten=sliedrecht")
        # Sliedrecht goes along with the region now; it did not then.
        geef_uit("sliedrecht", "rijbewijs-kwijt", "Rijbewijs kwijt", kosten="U betaalt € 48,00.")
        bewaar_uitgaven()
        assert "Kies gemeente" not in leesbaar(kcc, self.REGIO)
        gelezen = leesbaar(kcc, kenmerk)
        assert "Kosten Kies gemeente anders in Sliedrecht" in toen
        assert "Kosten Bleef weg: anders in Sliedrecht" in gelezen
        assert "€ 48,00" not in toen + gelezen
        assert "Er was geen gemeente gekozen. Wat toen per gemeente verschilde, bleef weg" in gelezen

    def test_het_scherm_van_toen_geeft_hetzelfde_kenmerk(self, kcc: Client) -> None:
        kenmerk = adres_in(regel(kcc, self.REGIO))
        assert f"http://testserver{kenmerk}" in html.unescape(kcc.get(kenmerk).content.decode())

    def test_elk_veld_noemt_zijn_gemeenten_op_volgorde(self, kcc: Client) -> None:
        anders = [afwijking(Veld.TERMIJN, "Een week.", "Drukte"), afwijking(Veld.KOSTEN, "€ 7,00.", "Tarief")]
        geef_uit("dordrecht", "rijbewijs-kwijt", "Rijbewijs kwijt", afwijkingen=anders)
        bewaar_uitgaven()
        kenmerk = adres_in(regel(kcc, self.REGIO))
        assert zonder_zegel(kenmerk).endswith("/?kosten=dordrecht.sliedrecht&termijn=dordrecht")
        gelezen = leesbaar(kcc, kenmerk)
        assert "Kosten Bleef weg: anders in Dordrecht en Sliedrecht" in gelezen
        assert "Termijn Bleef weg: anders in Dordrecht" in gelezen

    def test_wat_niet_in_het_kenmerk_staat_zegt_niets(self, kcc: Client) -> None:
        kaal = adres_in(regel(kcc, self.REGIO)).partition("?")[0]
        gelezen = leesbaar(kcc, f"{kaal}?kosten=Bel+mij+terug&onzin=sliedrecht")
        assert "Bleef weg" not in gelezen
        assert "Bel mij" not in gelezen

    def test_een_kenmerk_van_een_gemeente_laat_niets_weg(self, kcc: Client) -> None:
        kenmerk = adres_in(regel(kcc))
        assert "?" not in zonder_zegel(kenmerk)
        assert "Bleef weg" not in leesbaar(kcc, f"{kenmerk}&kosten=dordrecht")

    def test_wie_niets_interns_leest_ziet_ook_hier_niet_dat_een_intern_veld_verschilt(
        self, kcc: Client, lokaal: Client
    ) -> None:
        kenmerk = adres_in(regel(kcc, self.REGIO)) + "&spreekantwoord=sliedrecht"
        assert leesbaar(kcc, kenmerk).count("Bleef weg") > leesbaar(lokaal, kenmerk).count("Bleef weg")


class TestZegel:
    """What nobody at Antwoord made is shown as such, and gets no reference of its own."""

    NIET_ECHT = "Dit kenmerk is niet zoals Antwoord het maakte."
    REGIO = "/balie/regio/rijbewijs-kwijt/"

    def test_een_gemaakt_kenmerk_is_echt(self, kcc: Client) -> None:
        for kaart in (KAART, self.REGIO):
            assert self.NIET_ECHT not in leesbaar(kcc, adres_in(regel(kcc, kaart)))

    @pytest.mark.parametrize(
        ("stuk", "ander"),
        [
            ("T10.05", "T10.06"),
            ("kosten=sliedrecht", "kosten=dordrecht"),
            ("kosten=sliedrecht", "kosten=sliedrecht&termijn=sliedrecht"),
            ("kosten=sliedrecht&", ""),
            ("&zegel=", "&anders="),
        ],
    )
    def test_wat_veranderd_is_wordt_gezegd(self, kcc: Client, stuk: str, ander: str) -> None:
        with time_machine.travel(TOEN, tick=False):
            kenmerk = adres_in(regel(kcc, self.REGIO))
        assert stuk in kenmerk
        gelezen = leesbaar(kcc, kenmerk.replace(stuk, ander))
        assert self.NIET_ECHT in gelezen
        assert "Kenmerk voor het contactregister" not in gelezen

    def test_een_kenmerk_van_voor_een_nieuwe_geheime_sleutel_blijft_echt(
        self, kcc: Client, settings: Any
    ) -> None:
        kenmerk, oud = adres_in(regel(kcc)), settings.SECRET_KEY
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "een-andere-" * 6, [oud]
        assert self.NIET_ECHT not in leesbaar(kcc, kenmerk)


def test_een_versie_voor_de_balie_alleen_houdt_de_dag_van_de_tekst(kcc: Client) -> None:
    """A check makes a next version; when the text changed is not that day."""
    product = {"nagekeken_op": date(2026, 11, 24)}
    geef_uit("sliedrecht", "op-reis", "Op reis met een kind", termijn="Twee dagen.")
    bewaar_uitgaven()
    Uitgave.objects.filter(publicatie__sleutel="op-reis").update(op=TOEN - timedelta(days=9))
    geef_uit("sliedrecht", "op-reis", "Op reis met een kind", termijn="Twee dagen.", product=product)
    Publicatie.objects.filter(sleutel="op-reis").update(publieke_versie=1)
    bewaar_uitgaven()
    with time_machine.travel(TOEN, tick=False):
        kenmerk = adres_in(regel(kcc, "/balie/sliedrecht/op-reis/"))
    gelezen = leesbaar(kcc, kenmerk)
    assert "Nagekeken op 24 november 2026 door het centrum · gewijzigd op 14 november 2026" in gelezen
