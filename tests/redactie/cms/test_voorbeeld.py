"""The live preview: the draft merged, for a municipality and a day, on the website and at the desk."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from redactie.cms.voorbeeld import Voorbeeldwens, maak_voorbeeld
from redactie.keuzes import Aanbod, Rol
from redactie.models import Product
from redactie.periode import AMSTERDAM
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db


@pytest.fixture
def sliedrecht():
    f.RegioFactory()
    return f.GemeenteFactory(slug="sliedrecht")


@pytest.fixture
def product(sliedrecht) -> Product:
    return f.ProductFactory(
        gepubliceerd=True,
        kosten="Bedrag: {tarief:paspoort}",
        termijn="Een week.",
        interne_toelichting="Stil.",
    )


def lees(client, ding, modus: str, **wijzigingen: str) -> str:
    """Type in the form, then look: as the panel does."""
    pad = adres(ding, "preview_on_edit")
    antwoord = client.post(pad, formulier(client, adres(ding)) | wijzigingen)
    assert antwoord.json() == {"is_valid": True, "is_available": True}
    gezien = client.get(pad, {"mode": modus, "in_preview_panel": "true"})
    assert gezien.status_code == 200
    assert "frame-ancestors 'self'" in gezien.headers["Content-Security-Policy"]
    return gezien.content.decode()


def test_het_concept_staat_in_het_voorbeeld_en_wordt_niet_bewaard(product) -> None:
    scherm = lees(als(Rol.CENTRAAL), product, "publiek|sliedrecht", termijn="Drie dagen.")
    assert "Drie dagen." in scherm
    assert Product.objects.get(pk=product.pk).latest_revision_id == product.latest_revision_id


def test_de_afwijking_van_de_gekozen_gemeente_doet_mee(product, sliedrecht) -> None:
    f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"termijn": "Bij ons meteen."}
    )
    centraal = als(Rol.CENTRAAL)
    assert "Bij ons meteen." in lees(centraal, product, "publiek|sliedrecht")
    assert "Bij ons meteen." not in lees(centraal, product, "publiek")


def test_het_bedrag_van_de_gekozen_dag(product) -> None:
    f.TariefFactory(sleutel="paspoort", bedrag=Decimal("83.87"), geldig_tot=date(2026, 12, 31))
    f.TariefFactory(sleutel="paspoort", bedrag=Decimal("85.25"), geldig_van=date(2027, 1, 1))
    centraal = als(Rol.CENTRAAL)
    assert "83,87" in lees(centraal, product, "publiek|sliedrecht|2026-12-31")
    assert "85,25" in lees(centraal, product, "publiek|sliedrecht|2027-01-01")


def test_een_gegeven_zonder_waarde_wordt_gemeld(product) -> None:
    assert "tarief:paspoort heeft op deze dag geen waarde" in lees(als(Rol.CENTRAAL), product, "publiek")


def test_interne_tekst_staat_alleen_in_het_voorbeeld_van_de_balie(product) -> None:
    centraal = als(Rol.CENTRAAL)
    assert "Stil." not in lees(centraal, product, "publiek|sliedrecht")
    assert "Stil." in lees(centraal, product, "balie|sliedrecht")


def test_een_lokale_versie_wordt_altijd_in_de_eigen_gemeente_getoond(product, sliedrecht) -> None:
    versie = f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"termijn": "Bij ons meteen."}
    )
    f.GemeenteFactory(slug="dordrecht")
    redacteur = als(Rol.REDACTEUR, sliedrecht)
    velden = {"afwijkingen-0-tekst": "Bij ons straks."}
    scherm = lees(redacteur, versie, "publiek|dordrecht", **velden)
    assert "Bij ons straks." in scherm
    assert "Sliedrecht" in scherm


def test_na_keuze_zonder_ja_zegt_dat_er_niets_komt(sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True, aanbod=Aanbod.NA_KEUZE)
    assert "Hier komt niets op de website" in lees(als(Rol.CENTRAAL), product, "publiek|sliedrecht")


def test_een_geplande_tekst_staat_er_op_haar_dag(product) -> None:
    morgen = timezone.now() + timedelta(days=2)
    f.TekstversieFactory(
        product=product, veld="termijn", tekst="Straks anders.", vanaf=morgen, verwerkt=False
    )
    voorbeeld = maak_voorbeeld(product, Voorbeeldwens("publiek", "sliedrecht", morgen + timedelta(hours=1)))
    velden = {lid["veld"]: lid["tekst"] for lid in voorbeeld.publiek["talen"]["nl"]["velden"]}
    assert velden["termijn"] == "Straks anders."


def test_een_onzinnige_wens_valt_terug_op_de_website_van_de_regio_nu() -> None:
    wens = Voorbeeldwens.uit("raar||niet-een-dag")
    assert (wens.wijze, wens.bereik) == ("publiek", "regio")
    assert Voorbeeldwens.uit("balie|x|2027-01-01").op == datetime(2027, 1, 1, tzinfo=AMSTERDAM)
