"""The picker: what it finds, how that reads in a municipality, and nothing of what somebody may not see."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from redactie.cms.invoegsels import PRODUCTPAD
from redactie.keuzes import GegevenSoort, Rol, TariefStatus
from redactie.models import Gemeente
from tests import factories as f
from tests.redactie.cms.hulp import als

pytestmark = pytest.mark.django_db


@pytest.fixture
def sliedrecht() -> Gemeente:
    """A tariff of the region with one of its own, a fact that only Dordrecht has, an address that is a link."""
    sliedrecht = f.GemeenteFactory(slug="sliedrecht", website="https://www.sliedrecht.example")
    dordrecht = f.GemeenteFactory(slug="dordrecht")
    f.TariefFactory(sleutel="paspoort-18", omschrijving="Paspoort", groep="paspoort", bedrag=Decimal("83.87"))
    f.TariefFactory(
        sleutel="paspoort-18",
        omschrijving="Paspoort",
        groep="paspoort",
        bedrag=Decimal("80.00"),
        gemeente=sliedrecht,
    )
    f.GegevenFactory(sleutel="paspoort-loket", waarde="Loket 3", gemeente=dordrecht)
    f.GegevenFactory(sleutel="paspoort-afspraak", waarde="https://afspraak.example", soort=GegevenSoort.URL)
    f.ProductFactory(sleutel="paspoort-aanvragen", titel="Paspoort aanvragen", gepubliceerd=True)
    return sliedrecht


def zoek(client: Client, woorden: str = "paspoort", gemeente: str = "") -> dict[str, dict[str, Any]]:
    antwoord = client.get(reverse("antwoord_invoegen"), {"q": woorden, "gemeente": gemeente})
    assert antwoord.status_code == 200
    return {optie["tekst"]: optie for optie in antwoord.json()["opties"]}


def test_elke_keuze_toont_hoe_zij_in_de_gemeente_leest(sliedrecht) -> None:
    gevonden = zoek(als(Rol.CENTRAAL), gemeente="sliedrecht")
    assert {tekst: optie["waarde"] for tekst, optie in gevonden.items()} == {
        "{gegeven:paspoort-afspraak}": "https://afspraak.example",
        "{tarieven:paspoort}": "Paspoort: € 80,00",
        "{tarief:paspoort-18}": "€ 80,00",
        "{gemeente.website}/product/paspoort-aanvragen/": "https://www.sliedrecht.example/product/paspoort-aanvragen/",
    }
    assert [tekst for tekst, optie in gevonden.items() if optie["is_link"]] == [
        "{gegeven:paspoort-afspraak}",
        "{gemeente.website}/product/paspoort-aanvragen/",
    ]
    assert [tekst for tekst, optie in gevonden.items() if optie["blok"]] == ["{tarieven:paspoort}"]


def test_voor_de_regio_staat_er_dat_een_bedrag_verschilt(sliedrecht) -> None:
    gevonden = zoek(als(Rol.CENTRAAL))
    assert gevonden["{tarief:paspoort-18}"]["waarde"] == "een bedrag dat verschilt per gemeente"
    assert gevonden["{gegeven:paspoort-loket}"]["waarde"] == "verschilt per gemeente"


def test_zonder_woorden_staan_de_woorden_van_de_gemeente_bovenaan(sliedrecht) -> None:
    gevonden = zoek(als(Rol.CENTRAAL), "", "sliedrecht")
    assert next(iter(gevonden)) == "{gemeente.naam}"
    assert gevonden["{gemeente.naam}"]["waarde"] == sliedrecht.naam
    assert not any("/product/" in tekst for tekst in gevonden)


def test_een_bedrag_dat_er_niet_is_en_een_concept(sliedrecht) -> None:
    f.TariefFactory(
        sleutel="leges-oud",
        omschrijving="Leges",
        groep="",
        bedrag=1,
        geldig_van="2019-01-01",
        geldig_tot="2020-01-01",
    )
    f.TariefFactory(
        sleutel="leges-nieuw", omschrijving="Leges", groep="", bedrag=1, status=TariefStatus.CONCEPT
    )
    gevonden = zoek(als(Rol.CENTRAAL), "leges", "sliedrecht")
    assert list(gevonden) == ["{tarief:leges-oud}"]
    assert gevonden["{tarief:leges-oud}"]["waarde"].startswith("geen waarde")


def test_een_gemeente_ziet_de_regio_en_zichzelf_en_niets_van_een_ander(sliedrecht) -> None:
    client = als(Rol.REDACTEUR, sliedrecht)
    keuzes = client.get(reverse("antwoord_invoegen"), {"begin": "ja"}).json()["gemeenten"]
    assert [lid["slug"] for lid in keuzes] == ["regio", "sliedrecht"]
    assert "{gegeven:paspoort-loket}" not in zoek(client)
    assert "{gegeven:paspoort-loket}" not in zoek(client, gemeente="dordrecht")
    assert zoek(client, gemeente="sliedrecht")["{tarief:paspoort-18}"]["waarde"] == "€ 80,00"


def test_wie_niet_in_de_redactie_mag_krijgt_niets() -> None:
    assert als(Rol.KCC).get(reverse("antwoord_invoegen")).status_code == 302


@pytest.mark.parametrize("extra", [0, 30])
def test_zoeken_kost_hoogstens_achttien_vragen(sliedrecht, extra, django_assert_max_num_queries) -> None:
    for nummer in range(extra):
        f.TariefFactory(sleutel=f"paspoort-{nummer:03}", omschrijving="Paspoort", bedrag=nummer)
    client = als(Rol.CENTRAAL)
    with django_assert_max_num_queries(18):
        antwoord = client.get(
            reverse("antwoord_invoegen"), {"q": "paspoort", "gemeente": "sliedrecht"}
        ).json()
    assert antwoord["aantal"] == 4 + extra


def test_het_adres_van_een_product_is_dat_van_de_website() -> None:
    adres = reverse("website:product", urlconf="kennisbank.website.urls", args=["paspoort-aanvragen"])
    assert adres == PRODUCTPAD.format("paspoort-aanvragen")
