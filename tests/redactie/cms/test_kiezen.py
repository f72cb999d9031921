"""A chooser on a refused form: what was posted need not be a number, nor something this person may see."""

from __future__ import annotations

import pytest

from redactie.keuzes import Rol
from redactie.models import LokaleVersie, Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("waarde", ["zzz'\x00", "9" * 40, "-1", "1.5", "<b>"])
def test_een_verzonnen_keuze_wordt_geweigerd_op_het_formulier(waarde: str) -> None:
    product = f.ProductFactory()
    client = als(Rol.CENTRAAL)
    gegevens = formulier(client, adres(product)) | {"eigenaar": waarde, "titel": "Dit heb ik getypt"}
    antwoord = client.post(adres(product), gegevens)
    assert antwoord.status_code == 200
    assert "eigenaar" in antwoord.context["form"].errors
    assert "Dit heb ik getypt" in antwoord.content.decode()
    assert Product.objects.get(pk=product.pk).titel != "Dit heb ik getypt"


def test_wie_iets_kiest_wat_hij_niet_mag_zien_leest_er_ook_de_naam_niet_van() -> None:
    sliedrecht, dordrecht = (f.GemeenteFactory(slug=slug) for slug in ("sliedrecht", "dordrecht"))
    versie = f.LokaleVersieFactory(gemeente=sliedrecht)
    geheim = f.ContactpuntFactory(gemeente=dordrecht, naam="Zwabberdoek van Dordrecht")
    client = als(Rol.REDACTEUR, sliedrecht)
    gegevens = formulier(client, adres(versie)) | {"behandelaar": str(geheim.pk)}
    antwoord = client.post(adres(versie), gegevens)
    assert antwoord.status_code == 200
    assert "behandelaar" in antwoord.context["form"].errors
    assert "Zwabberdoek" not in antwoord.content.decode()
    assert LokaleVersie.objects.get(pk=versie.pk).behandelaar is None
