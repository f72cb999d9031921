"""Whether a bereik gets a product at all, and as what."""

from dataclasses import replace
from datetime import timedelta

import pytest

from redactie.bronnen import REGIO, LokaleLaag
from redactie.keuzes import Aanbod, Aangeboden, Status
from redactie.periode import Periode, begin_van
from redactie.samenvoegen import samenvoegen
from tests.redactie.bouw import GISTEREN, KOSTEN, NU, VANDAAG, laag, samen


@pytest.mark.parametrize(
    ("aangeboden", "aanbod", "status"),
    [
        (Aangeboden.ONBEKEND, Aanbod.ALLE, Status.AANGEBODEN),
        (Aangeboden.JA, Aanbod.ALLE, Status.AANGEBODEN),
        (Aangeboden.NEE, Aanbod.ALLE, Status.NIET_AANGEBODEN),
        (Aangeboden.VALT_ONDER, Aanbod.ALLE, Status.VALT_ONDER),
        (Aangeboden.ONBEKEND, Aanbod.NA_KEUZE, None),
        (Aangeboden.JA, Aanbod.NA_KEUZE, Status.AANGEBODEN),
        (Aangeboden.NEE, Aanbod.NA_KEUZE, Status.NIET_AANGEBODEN),
        (Aangeboden.VALT_ONDER, Aanbod.NA_KEUZE, Status.VALT_ONDER),
    ],
)
def test_aanbod_en_antwoord_geven_samen_de_status(aangeboden, aanbod, status):
    lokaal = laag(aangeboden=aangeboden, valt_onder="ander", toelichting="Ga naar de buren.")
    samengesteld = samenvoegen(replace(KOSTEN, aanbod=aanbod), lokaal, NU)
    assert (samengesteld.status if samengesteld else None) == status
    if samengesteld is not None and status is not Status.AANGEBODEN:
        assert samengesteld.status_toelichting == "Ga naar de buren."
        assert samengesteld.verwijst_naar == ("ander" if status is Status.VALT_ONDER else None)


def test_een_antwoord_buiten_zijn_periode_is_onbekend():
    lokaal = laag(aangeboden=Aangeboden.NEE, toelichting="Dicht.", periode=Periode(None, GISTEREN))
    assert samen(KOSTEN, lokaal).status is Status.AANGEBODEN
    assert samenvoegen(replace(KOSTEN, aanbod=Aanbod.NA_KEUZE), lokaal, NU) is None


def test_een_vervallen_product_verwijst_naar_zijn_opvolger():
    centraal = replace(KOSTEN, vervalt_op=VANDAAG, opvolger="nieuw", vervallen_toelichting="Is opgegaan.")
    samengesteld = samen(centraal, laag(aangeboden=Aangeboden.JA))
    assert (samengesteld.status, samengesteld.verwijst_naar) == (Status.VERVALLEN, "nieuw")
    assert samengesteld.status_toelichting == "Is opgegaan."
    gisteren = samen(centraal, laag(), NU - timedelta(days=1))
    assert (gisteren.status, gisteren.opnieuw_op) == (Status.AANGEBODEN, begin_van(VANDAAG))


def test_een_eigen_product_is_er_alleen_in_die_gemeente():
    eigen = replace(KOSTEN, gemeente="dordrecht", aanbod=Aanbod.NA_KEUZE)
    assert samen(eigen, laag()).eigen_product
    assert samenvoegen(eigen, laag(gemeente="sliedrecht"), NU) is None
    assert samenvoegen(eigen, laag(gemeente=REGIO), NU) is None


def test_de_regio_is_een_bereik_zonder_lokale_laag():
    samengesteld = samen(KOSTEN, LokaleLaag(REGIO))
    assert samengesteld.bereik == REGIO
    assert samenvoegen(replace(KOSTEN, aanbod=Aanbod.NA_KEUZE), LokaleLaag(REGIO), NU) is None
