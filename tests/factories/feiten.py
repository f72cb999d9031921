"""Facts that texts name by a token."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from redactie import models
from redactie.keuzes import GegevenSoort, TariefStatus


class GegevenFactory(DjangoModelFactory):
    class Meta:
        model = models.Gegeven

    sleutel = factory.Sequence(lambda n: f"termijn-paspoort-{n}")
    omschrijving = "Tijd tot een paspoort klaarligt"
    soort = GegevenSoort.TERMIJN
    waarde = "5 werkdagen"


class TariefFactory(DjangoModelFactory):
    class Meta:
        model = models.Tarief

    sleutel = factory.Sequence(lambda n: f"paspoort-18-plus-{n}")
    groep = "paspoort"
    omschrijving = "Paspoort, 18 jaar of ouder"
    bedrag = Decimal("83.87")
    geldig_van = date(2026, 1, 1)
    status = TariefStatus.VASTGESTELD
