"""Every address of the CMS answers whoever may be there: no page falls over, and the daily actions do what they say."""

from __future__ import annotations

import pytest

from redactie import models
from redactie.keuzes import Rol
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier
from tests.redactie.cms.slachtoffers import slachtoffers
from tests.redactie.cms.wandeling import alle_adressen

pytestmark = pytest.mark.django_db


@pytest.fixture
def eigen(sliedrecht) -> models.Product:
    return f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True)


@pytest.fixture
def publicist(sliedrecht):
    return als(Rol.PUBLICIST, sliedrecht)


@pytest.mark.traag
@pytest.mark.parametrize("rol", [Rol.PUBLICIST, Rol.CENTRAAL, Rol.BEHEERDER])
def test_geen_bladzijde_valt_om(rol, sliedrecht) -> None:
    dingen = slachtoffers(sliedrecht)
    publiek = {
        models.Thema: f.ThemaFactory(),
        models.UplNaam: f.UplNaamFactory(),
        models.Regio: f.RegioFactory(),
        models.Gemeente: sliedrecht,
        models.Beantwoording: f.BeantwoordingFactory(),
    }
    client = als(rol, sliedrecht if rol is Rol.PUBLICIST else None)
    client.raise_request_exception = False
    gezien = {lid.pad: client.get(lid.pad).status_code for lid in alle_adressen(dingen, publiek)}
    assert {pad: status for pad, status in gezien.items() if status >= 500} == {}
    assert sum(status == 200 for status in gezien.values()) > 50


def test_intrekken_en_weer_publiceren(publicist, eigen) -> None:
    assert publicist.post(adres(eigen, "unpublish")).status_code == 302
    eigen.refresh_from_db()
    assert not eigen.live
    publicist.post(adres(eigen), formulier(publicist, adres(eigen)) | {"action-publish": "1"})
    eigen.refresh_from_db()
    assert eigen.live


def test_op_slot_en_weer_open(publicist, sliedrecht, eigen) -> None:
    publicist.post(adres(eigen, "lock"))
    redacteur = als(Rol.REDACTEUR, sliedrecht)
    assert redacteur.post(adres(eigen), {"titel": "x"}).status_code == 200
    eigen.refresh_from_db()
    assert eigen.locked_by == publicist.gebruiker
    publicist.post(adres(eigen, "unlock"))
    eigen.refresh_from_db()
    assert not eigen.locked


def test_een_oude_versie_terugzetten(publicist, eigen) -> None:
    begin = eigen.latest_revision
    eigen.kosten = "Anders."
    f.publiceer(eigen)
    pad = adres(eigen, "revisions_revert", begin.pk)
    veld = formulier(publicist, pad)
    assert (
        publicist.post(adres(eigen), veld | {"toelichting": "Terug.", "action-publish": "1"}).status_code
        == 302
    )
    eigen.refresh_from_db()
    assert eigen.kosten == "U betaalt als u het paspoort aanvraagt."


def test_verwijderen_wat_nooit_gepubliceerd_was(sliedrecht) -> None:
    redacteur, concept = als(Rol.REDACTEUR, sliedrecht), f.ProductFactory(gemeente=sliedrecht)
    assert redacteur.post(adres(concept, "delete")).status_code == 302
    assert not models.Product.objects.filter(pk=concept.pk).exists()
    assert models.VerbruikteSleutel.objects.filter(sleutel=concept.sleutel).exists()


def test_een_opvolger_is_niet_te_verwijderen(eigen, publicist, sliedrecht) -> None:
    opvolger = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True)
    eigen.opvolger = opvolger
    f.publiceer(eigen)
    publicist.post(adres(opvolger, "delete"))
    assert models.Product.objects.filter(pk=opvolger.pk).exists()


def test_het_voorbeeld_van_een_nieuw_product(publicist) -> None:
    pad = adres(models.Product, "preview_on_add")
    veld = formulier(publicist, adres(models.Product, "add")) | {"titel": "Nieuw ding", "samenvatting": "Zo."}
    assert publicist.post(pad, veld).json()["is_available"]
    assert "Nieuw ding" in publicist.get(pad, {"mode": "publiek"}).content.decode()
