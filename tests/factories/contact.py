"""Where to go: departments, places and their hours."""

from __future__ import annotations

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from redactie import models
from redactie.keuzes import Dag


class ContactpuntFactory(DjangoModelFactory):
    class Meta:
        model = models.Contactpunt

    sleutel = factory.Sequence(lambda n: f"burgerzaken-{n}")
    naam = "Burgerzaken"
    telefoon = "14 078"
    telefoon_intern = "078 770 20 21"
    e_mail = "burgerzaken@gemeente.example"


class LocatieFactory(DjangoModelFactory):
    class Meta:
        model = models.Locatie

    sleutel = factory.Sequence(lambda n: f"gemeentehuis-{n}")
    naam = "Gemeentehuis"
    straat = "Industrieweg"
    nummer = "11"
    postcode = "3361 HJ"
    plaats = "Sliedrecht"


class OpeningstijdFactory(DjangoModelFactory):
    class Meta:
        model = models.Openingstijd

    locatie = factory.SubFactory(LocatieFactory)
    dag = Dag.MA
    van = factory.LazyFunction(lambda: timezone.datetime(2026, 1, 5, 9, 0).time())
    tot = factory.LazyFunction(lambda: timezone.datetime(2026, 1, 5, 17, 0).time())
