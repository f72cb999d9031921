"""Products of the region or of one municipality, their channels and the time line of their texts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from redactie import models
from redactie.keuzes import Actie, KanaalWijze, Klasse
from redactie.veld import Veld
from tests.factories.publiceren import publiceer

PASPOORT = {
    "titel": "Paspoort aanvragen",
    "samenvatting": "U vraagt een paspoort aan bij de gemeente waar u staat ingeschreven.",
    "spreekantwoord": "U maakt een afspraak en komt zelf langs met een pasfoto en uw oude paspoort.",
    "inleiding": "Met een paspoort kunt u over de hele wereld reizen.",
    "voorwaarden": "- U hebt de Nederlandse nationaliteit.\n- U komt zelf naar de balie.",
    "aanpak": "1. Maak een afspraak.\n2. Kom naar de balie.\n3. Haal uw paspoort op.",
    "kosten": "U betaalt als u het paspoort aanvraagt.",
    "termijn": "Uw paspoort ligt na 5 werkdagen klaar.",
    "interne_toelichting": "Geef nooit door of een paspoort van iemand anders klaarligt.",
}


class ProductFactory(DjangoModelFactory):
    """A draft with the texts of a passport; `gepubliceerd=True` publishes it, `gemeente=` makes it that one's own."""

    class Meta:
        model = models.Product
        skip_postgeneration_save = True

    sleutel = factory.Sequence(lambda n: f"paspoort-aanvragen-{n}")
    titel = PASPOORT["titel"]
    samenvatting = PASPOORT["samenvatting"]
    spreekantwoord = PASPOORT["spreekantwoord"]
    inleiding = PASPOORT["inleiding"]
    voorwaarden = PASPOORT["voorwaarden"]
    aanpak = PASPOORT["aanpak"]
    kosten = PASPOORT["kosten"]
    termijn = PASPOORT["termijn"]
    interne_toelichting = PASPOORT["interne_toelichting"]
    trefwoorden = factory.LazyFunction(lambda: ["pas", "reisdocument"])
    doelgroepen = factory.LazyFunction(lambda: ["particulier"])

    @classmethod
    def _create(
        cls, model_class: type, *args: Any, gepubliceerd: bool = False, leeg: bool = False, **kwargs: Any
    ) -> Any:
        """`leeg`: only the texts that the test names (and a title)."""
        themas, verwant = kwargs.pop("themas", ()), kwargs.pop("verwant", ())
        if kwargs.get("gemeente") is not None and not kwargs["sleutel"].startswith(kwargs["gemeente"].slug):
            kwargs["sleutel"] = f"{kwargs['gemeente'].slug}-{kwargs['sleutel']}"
        if leeg:
            for veld in Veld:
                if veld is not Veld.TITEL and kwargs.get(veld.value) == PASPOORT.get(veld.value):
                    kwargs.pop(veld.value, None)
        product = super()._create(model_class, *args, **kwargs)
        if themas or verwant:
            product.themas.set(themas)
            product.verwant.set(verwant)
            product.save()
        return publiceer(product) if gepubliceerd else product


class KanaalFactory(DjangoModelFactory):
    class Meta:
        model = models.Kanaal

    product = factory.SubFactory(ProductFactory)
    actie = Actie.AFSPRAAK
    wijze = KanaalWijze.BALIE
    adres = "https://afspraak.gemeente.example"
    label = "Maak een afspraak"


class TekstversieFactory(DjangoModelFactory):
    """A text of the time line; `TekstversieFactory(gepland=True)` starts tomorrow."""

    class Meta:
        model = models.Tekstversie

    class Params:
        gepland = factory.Trait(
            vanaf=factory.LazyFunction(lambda: timezone.now() + timedelta(days=1)), verwerkt=False
        )

    product = factory.SubFactory(ProductFactory, gepubliceerd=True)
    veld = Veld.TERMIJN
    tekst = "Uw paspoort ligt na 3 werkdagen klaar."
    vanaf = factory.LazyFunction(timezone.now)
    klasse = Klasse.INHOUDELIJK
    toelichting = "De leverancier levert sneller."
