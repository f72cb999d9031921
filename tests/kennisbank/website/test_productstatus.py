"""The page of what is not simply offered says so, and says where to go."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from redactie.keuzes import Aangeboden, Productsoort
from tests.kennisbank.uitgave import geef_uit
from tests.kennisbank.website.paspoort import ONLINE, PASPOORT, op_volgorde, paspoort

pytestmark = pytest.mark.django_db


def test_niet_aangeboden_is_een_antwoord(sliedrecht: Any, lees: Any) -> None:
    paspoort(
        aanpak="Kom naar de balie.",
        product={"kanalen": (ONLINE,)},
        laag={"aangeboden": Aangeboden.NEE, "toelichting": "Ga naar [Dordrecht](https://dordrecht.example)."},
    )
    html = lees(PASPOORT)
    assert op_volgorde(html, "<h1", "Niet aangeboden", "Ga naar")
    assert 'href="https://dordrecht.example"' in html
    assert "Kom naar de balie" not in html
    assert "Vraag het online aan" not in html


def test_valt_onder_wijst_naar_het_andere_product(sliedrecht: Any, lees: Any) -> None:
    geef_uit("sliedrecht", "milieustraat", "Afval brengen")
    paspoort(
        laag={
            "aangeboden": Aangeboden.VALT_ONDER,
            "valt_onder": "milieustraat",
            "toelichting": "Dat doet u daar.",
        }
    )
    html = lees(PASPOORT)
    assert op_volgorde(html, "Staat ergens anders", "Dat doet u daar.", 'href="/product/milieustraat/"')
    assert "Ga naar: Afval brengen" in html


def test_vervallen_wijst_naar_de_opvolger(sliedrecht: Any, lees: Any) -> None:
    geef_uit("sliedrecht", "nieuw", "De nieuwe regeling")
    paspoort(
        product={
            "vervalt_op": date(2026, 1, 2),
            "opvolger": "nieuw",
            "vervallen_toelichting": "De regeling is gestopt.",
        }
    )
    html = lees(PASPOORT)
    assert op_volgorde(html, "Bestaat niet meer", "De regeling is gestopt.", "Ga naar: De nieuwe regeling")


def test_zonder_uitleg_staat_er_toch_een_zin(sliedrecht: Any, lees: Any) -> None:
    paspoort(laag={"aangeboden": Aangeboden.NEE})
    assert "Dit kunt u niet bij uw gemeente regelen." in lees(PASPOORT)


def test_een_verwijzing_naar_wat_hier_niet_bestaat_geeft_geen_dode_link(sliedrecht: Any, lees: Any) -> None:
    paspoort(
        laag={"aangeboden": Aangeboden.VALT_ONDER, "valt_onder": "weg", "toelichting": "Dat staat elders."}
    )
    html = lees(PASPOORT)
    assert "Dat staat elders." in html
    assert "/product/weg/" not in html


@pytest.mark.parametrize(
    ("soort", "kop"),
    [
        (Productsoort.VRAAG, "Vraag en antwoord"),
        (Productsoort.VERWIJZING, "Dit regelt u bij een andere organisatie"),
    ],
)
def test_vraag_en_verwijzing_zeggen_wat_zij_zijn(
    sliedrecht: Any, lees: Any, soort: Productsoort, kop: str
) -> None:
    geef_uit("sliedrecht", "hoe-dan", "Hoe dan?", productsoort=soort)
    html = lees("/product/hoe-dan/")
    assert op_volgorde(html, kop, "<h1")
    assert f"antw-product--{soort}" in html
