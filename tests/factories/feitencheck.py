"""A link to a text for somebody outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from redactie import models
from redactie.feitencheck.link import in_adres, kenmerk_van, nieuw_geheim
from redactie.keuzes import Feitenoordeel, Rol
from redactie.veld import Veld
from tests.factories.gebruiker import GebruikerFactory
from tests.factories.product import ProductFactory


class FeitencheckFactory(DjangoModelFactory):
    """Of the region, asked by a central editor; `check.code` is what stands in its address."""

    class Meta:
        model = models.Feitencheck
        skip_postgeneration_save = True

    aan = "GGD, team reizigers"
    vrager = factory.SubFactory(GebruikerFactory, rol=Rol.CENTRAAL)
    geldig_tot = factory.LazyFunction(lambda: timezone.now() + timedelta(days=14))

    @classmethod
    def _create(
        cls, model_class: type, *args: Any, producten: Sequence[models.Product] = (), **kwargs: Any
    ) -> models.Feitencheck:
        geheim = nieuw_geheim()
        check = super()._create(model_class, *args, kenmerk=kenmerk_van(geheim), **kwargs)
        check.producten.set(producten or [ProductFactory(gepubliceerd=True)])
        check.code = in_adres(geheim)
        return check


class FeitenantwoordFactory(DjangoModelFactory):
    """About the first text of its check."""

    class Meta:
        model = models.Feitenantwoord

    feitencheck = factory.SubFactory(FeitencheckFactory)
    product = factory.LazyAttribute(lambda antwoord: antwoord.feitencheck.producten.first())
    veld = Veld.KOSTEN
    oordeel = Feitenoordeel.OPMERKING
    opmerking = "Het bedrag is sinds juli hoger."
    gelezen = factory.LazyAttribute(lambda antwoord: getattr(antwoord.product, antwoord.veld))
