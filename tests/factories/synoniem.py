"""Words that mean the same to a searcher."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from redactie import models


class SynoniemFactory(DjangoModelFactory):
    class Meta:
        model = models.Synoniem

    woorden = factory.LazyFunction(lambda: ["paspoort", "reisdocument", "pas"])
