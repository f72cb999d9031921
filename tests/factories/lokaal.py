"""What a municipality makes of a product: its version, deviations, channels and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import factory
from factory.django import DjangoModelFactory

from redactie import models
from redactie.keuzes import Aangeboden, Actie, AfwijkingSoort, AfwijkingWijze, Besluit, KanaalWijze
from redactie.veld import Veld
from tests.factories.gemeente import GemeenteFactory
from tests.factories.product import ProductFactory
from tests.factories.publiceren import publiceer


class LokaleVersieFactory(DjangoModelFactory):
    """Of a published product; `wijkt_af={"kosten": "Bij ons betaalt u met pin."}` adds deviations that replace.

    A value may also be a pair `(wijze, tekst)`. `gepubliceerd=True` publishes it with its deviations.
    """

    class Meta:
        model = models.LokaleVersie
        skip_postgeneration_save = True

    product = factory.SubFactory(ProductFactory, gepubliceerd=True)
    gemeente = factory.SubFactory(GemeenteFactory)
    aangeboden = Aangeboden.JA

    @classmethod
    def _create(
        cls,
        model_class: type,
        *args: Any,
        gepubliceerd: bool = False,
        wijkt_af: Mapping[str, str | tuple[str, str]] | None = None,
        **kwargs: Any,
    ) -> Any:
        versie = super()._create(model_class, *args, **kwargs)
        for veld, waarde in (wijkt_af or {}).items():
            wijze, tekst = waarde if isinstance(waarde, tuple) else (AfwijkingWijze.VERVANGEN, waarde)
            AfwijkingFactory(versie=versie, veld=veld, wijze=wijze, tekst=tekst)
        if wijkt_af:
            versie = models.LokaleVersie.objects.get(pk=versie.pk)
        return publiceer(versie) if gepubliceerd else versie


class AfwijkingFactory(DjangoModelFactory):
    class Meta:
        model = models.Afwijking

    versie = factory.SubFactory(LokaleVersieFactory)
    veld = Veld.KOSTEN
    wijze = AfwijkingWijze.VERVANGEN
    tekst = "U betaalt aan de balie, alleen met pin."
    soort = AfwijkingSoort.WERKWIJZE
    reden = "Onze balie neemt geen contant geld aan."


class LokaalKanaalFactory(DjangoModelFactory):
    class Meta:
        model = models.LokaalKanaal

    versie = factory.SubFactory(LokaleVersieFactory)
    actie = Actie.AFSPRAAK
    wijze = KanaalWijze.BALIE
    adres = "https://afspraak.sliedrecht.example"
    label = "Maak een afspraak in Sliedrecht"


class HerzieningFactory(DjangoModelFactory):
    class Meta:
        model = models.Herziening

    product = factory.SubFactory(ProductFactory, gepubliceerd=True)
    gemeente = factory.SubFactory(GemeenteFactory)
    veld = Veld.TERMIJN
    tekstversie = factory.LazyAttribute(
        lambda o: o.product.tekstversies.filter(veld=o.veld).order_by("-vanaf").first()
    )
    besluit = Besluit.HOUDEN
    reden = "Onze werkwijze blijft zo."
