"""Whose a field is: of the centre, or of the municipality whose deviation or fact caused what stands there."""

from __future__ import annotations

from typing import Any

import pytest

from kennisbank.melden.eigenaar import (
    CONTACTPUNT,
    GEHEEL,
    REGELEN,
    eigen_feiten_in,
    eigenaar_van,
    gaat_over_een_bedrag,
    kop_van,
)
from redactie.bronnen import REGIO


def inhoud(bereik: str = "sliedrecht", **anders: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    publiek = {
        "bereik": bereik,
        "status": anders.pop("status", "aangeboden"),
        "kanalen": anders.pop("kanalen", []),
        "talen": {"nl": {"velden": [{"veld": "daarna", "tekst": "Een nieuw pasje kost € 9."}]}},
    }
    balie = {"velden": [], "herkomst": [], "feiten": [], "eigen_product": False, **anders}
    return publiek, balie


def test_wat_niemand_anders_schreef_is_van_de_regio() -> None:
    assert eigenaar_van("kosten", *inhoud()) == REGIO


@pytest.mark.parametrize("herkomst", ["lokaal", "gemengd", "verborgen"])
def test_een_afwijking_is_van_de_gemeente_en_alleen_dat_veld(herkomst: str) -> None:
    alles = inhoud(herkomst=[{"veld": "kosten", "herkomst": herkomst}])
    assert eigenaar_van("kosten", *alles) == "sliedrecht"
    assert eigenaar_van("termijn", *alles) == REGIO


def test_een_eigen_bedrag_in_de_tekst_van_de_regio_is_van_de_gemeente() -> None:
    feit = {"token": "tarief:rijbewijs", "herkomst": "lokaal", "velden": ["kosten"]}
    van_regio = {"token": "tarief:pas", "herkomst": "centraal", "velden": ["termijn"]}
    alles = inhoud(feiten=[feit, van_regio])
    assert eigenaar_van("kosten", *alles) == "sliedrecht"
    assert eigen_feiten_in("kosten", *alles) == ("tarief:rijbewijs",)
    assert eigenaar_van("termijn", *alles) == REGIO


def test_een_eigen_product_is_helemaal_van_de_gemeente() -> None:
    alles = inhoud(eigen_product=True)
    assert {eigenaar_van(plek, *alles) for plek in ("kosten", GEHEEL, REGELEN, CONTACTPUNT)} == {"sliedrecht"}


def test_wat_de_regio_aan_haar_eigen_balie_zegt_is_van_de_regio() -> None:
    assert {eigenaar_van(plek, *inhoud(REGIO)) for plek in ("kosten", GEHEEL, REGELEN, CONTACTPUNT)} == {
        REGIO
    }


def test_het_hele_antwoord_is_van_de_gemeente_die_het_niet_aanbiedt() -> None:
    assert eigenaar_van(GEHEEL, *inhoud()) == REGIO
    assert eigenaar_van(GEHEEL, *inhoud(status="niet_aangeboden")) == "sliedrecht"
    assert eigenaar_van(GEHEEL, *inhoud(status="vervallen")) == REGIO


def test_kanalen_zijn_van_de_regio_als_zij_dezelfde_heeft() -> None:
    kanaal = {"label": "Maak een afspraak", "adres": "https://x.example"}
    assert eigenaar_van(REGELEN, *inhoud(kanalen=[kanaal]), regio_kanalen=[kanaal]) == REGIO
    assert eigenaar_van(REGELEN, *inhoud(kanalen=[kanaal]), regio_kanalen=[]) == "sliedrecht"


def test_een_bedrag_is_kosten_een_tarief_of_een_euroteken() -> None:
    feit = {"token": "tarieven:leges", "herkomst": "centraal", "velden": ["bijzonderheden"]}
    alles = inhoud(feiten=[feit])
    bedragen = {
        plek
        for plek in ("kosten", "daarna", "bijzonderheden", "termijn")
        if gaat_over_een_bedrag(plek, *alles)
    }
    assert bedragen == {"kosten", "daarna", "bijzonderheden"}


def test_elke_plek_heeft_een_naam() -> None:
    assert [kop_van(plek) for plek in (GEHEEL, "titel", "kosten", "regelen")] == [
        "Het hele antwoord",
        "Titel",
        "Kosten",
        "Direct regelen",
    ]
