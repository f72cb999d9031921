"""What products are sorted by: themes and the names of the national list."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from redactie import models


class ThemaFactory(DjangoModelFactory):
    class Meta:
        model = models.Thema
        django_get_or_create = ("sleutel",)

    sleutel = factory.Sequence(lambda n: f"thema-{n}")
    naam = factory.LazyAttribute(lambda o: o.sleutel.replace("-", " ").capitalize())
    inleiding = "Alles over dit onderwerp."


class UplNaamFactory(DjangoModelFactory):
    class Meta:
        model = models.UplNaam

    naam = factory.Sequence(lambda n: f"paspoort {n}")
    uri = factory.LazyAttribute(
        lambda o: f"http://standaarden.overheid.nl/owms/terms/{o.naam.replace(' ', '_')}"
    )
    grondslagen = factory.LazyFunction(
        lambda: [{"uri": "http://wetten.overheid.nl/BWBR0005212", "label": "Paspoortwet", "link": ""}]
    )
