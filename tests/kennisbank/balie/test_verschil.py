"""Without a municipality the desk shows what holds in the whole region, and nothing that differs."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from redactie.bronnen import REGIO, TariefBron
from redactie.veld import Veld
from tests.kennisbank.balie.zoals_gelezen import leesbaar
from tests.kennisbank.uitgave import afwijking, geef_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]
REGIOKAART = "/balie/regio/rijbewijs-kwijt/"


def test_een_veld_met_een_afwijking_zegt_kies_gemeente(kcc: Client) -> None:
    gelezen = leesbaar(kcc, REGIOKAART)
    assert gelezen.count("Kosten Kies gemeente anders in Sliedrecht") == 2, (
        "at a glance and in the whole text"
    )
    assert "U betaalt" not in gelezen
    assert "Het rijbewijs ligt na 5 werkdagen klaar." in gelezen


def test_een_eigen_bedrag_in_de_tekst_van_de_regio_telt_ook(kcc: Client) -> None:
    bedragen = [TariefBron("kopie", "Kopie", Decimal(7))]
    eigen = TariefBron("kopie", "Kopie", Decimal(9), gemeente="sliedrecht")
    for bereik in (REGIO, "dordrecht", "sliedrecht"):
        geef_uit(
            bereik,
            "kopie-akte",
            "Kopie akte",
            tarieven=[*bedragen, eigen] if bereik == "sliedrecht" else bedragen,
            kosten="Een kopie kost {tarief:kopie}.",
            spreekantwoord="Dat kost {tarief:kopie}.",
            termijn="Meteen.",
        )
    gelezen = leesbaar(kcc, "/balie/regio/kopie-akte/")
    assert "Kosten Kies gemeente anders in Sliedrecht" in gelezen
    assert "Zeg dit Kies gemeente anders in Sliedrecht" in gelezen
    assert "€ 9,00" not in gelezen
    assert "Meteen." in gelezen


def test_wat_verschilt_gaat_ook_niet_mee_in_een_kopie_of_mail(kcc: Client) -> None:
    gelezen = leesbaar(kcc, f"{REGIOKAART}meegeven/")
    assert "U betaalt" not in gelezen
    assert "Het rijbewijs ligt na 5 werkdagen klaar." in gelezen
    assert "alleen met pin" in leesbaar(kcc, "/balie/sliedrecht/rijbewijs-kwijt/meegeven/")


def test_wie_niets_interns_leest_merkt_ook_niet_dat_een_intern_veld_verschilt(
    kcc: Client, lokaal: Client
) -> None:
    geef_uit(
        "sliedrecht",
        "paspoort-aanvragen",
        "Paspoort aanvragen",
        kosten="€ 1",
        interne_toelichting="Regio.",
        afwijkingen=[afwijking(Veld.INTERNE_TOELICHTING, "Eigen notitie")],
    )
    assert "Kies gemeente" not in leesbaar(lokaal, "/balie/regio/paspoort-aanvragen/")


def test_met_een_gemeente_staat_alles_er(kcc: Client) -> None:
    assert "Kies gemeente" not in leesbaar(kcc, "/balie/dordrecht/rijbewijs-kwijt/")


def test_veel_gemeenten_worden_geteld_en_niet_opgesomd(kcc: Client) -> None:
    from tests.factories import GemeenteFactory

    for nummer in range(5):
        GemeenteFactory(slug=f"zuid-{nummer}")
        geef_uit(
            f"zuid-{nummer}",
            "rijbewijs-kwijt",
            "Rijbewijs kwijt",
            kosten="€ 1",
            afwijkingen=[afwijking(Veld.KOSTEN, "€ 2")],
        )
    assert "Kosten Kies gemeente anders in 6 gemeenten" in leesbaar(kcc, REGIOKAART)
