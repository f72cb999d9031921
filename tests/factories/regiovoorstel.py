"""Texts that municipalities offer to the region."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from redactie import models
from redactie.veld import Veld
from tests.factories.gemeente import GemeenteFactory
from tests.factories.product import ProductFactory


class RegiovoorstelFactory(DjangoModelFactory):
    class Meta:
        model = models.Regiovoorstel

    gemeente = factory.SubFactory(GemeenteFactory)
    product = factory.SubFactory(ProductFactory, gepubliceerd=True)
    veld = Veld.KOSTEN
    tekst = "U betaalt aan de balie, met pin of contant."
    reden = "Hier vragen inwoners het vaakst naar."
