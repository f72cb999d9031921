"""The heart of the loop beats as long as readers get what they should: one screen of one editor does not stop it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from redactie import bewerkscherm
from redactie.models import Product
from sync.lus import Lus
from tests.factories import ContactpuntFactory, ProductFactory, TekstversieFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ingegaan(regio, machine) -> Product:
    """With a text that came into force a moment ago and a draft that changes something."""
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    product = Product.objects.get(pk=product.pk)
    product.eigenaar = ContactpuntFactory()
    product.save_revision()
    zojuist = timezone.now() - timedelta(milliseconds=1)
    TekstversieFactory(product=product, veld="termijn", tekst="3 weken", vanaf=zojuist, verwerkt=False)
    return product


def test_een_contactpunt_dat_alleen_een_concept_noemt_kan_weg_zonder_de_lus_stil_te_zetten(ingegaan) -> None:
    ingegaan.eigenaar.delete()
    lus = Lus()
    lus.ronde()
    lus.bezorger.sluit()
    assert Product.objects.get().termijn == "3 weken"


def test_een_scherm_dat_niet_bij_te_werken_is_breekt_de_ronde_niet_af(ingegaan, monkeypatch) -> None:
    def kapot(*args: object, **kwargs: object) -> None:
        raise ValueError("onleesbaar")

    monkeypatch.setattr(bewerkscherm, "neem_over", kapot)
    lus = Lus()
    lus.ronde()
    lus.bezorger.sluit()
    assert Product.objects.get().termijn != "3 weken"
