"""Factories with meaning: `ProductFactory(gepubliceerd=True)`, `LokaleVersieFactory(wijkt_af={"kosten": "…"})`.

Each makes one plausible object with texts that look real; what a test is about, it says itself. Publishing goes
through a revision, as in the CMS.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.utils import timezone
from factory.django import DjangoModelFactory

from redactie import models
from redactie.keuzes import (
    Aangeboden,
    Actie,
    AfwijkingSoort,
    AfwijkingWijze,
    Besluit,
    Dag,
    GegevenSoort,
    KanaalWijze,
    Klasse,
    Rol,
    TariefStatus,
)
from redactie.veld import Veld

GEMEENTEN = (
    ("sliedrecht", "Sliedrecht", "gm0610"),
    ("dordrecht", "Dordrecht", "gm0505"),
    ("zwijndrecht", "Zwijndrecht", "gm0642"),
    ("papendrecht", "Papendrecht", "gm0590"),
    ("alblasserdam", "Alblasserdam", "gm0482"),
)
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


def publiceer(ding: Any, door: Any = None) -> Any:
    """Publish as the CMS does: a revision, then that revision; gives the object as it is in the database."""
    ding.save_revision(user=door).publish(user=door, skip_permission_checks=True)
    return type(ding).objects.get(pk=ding.pk)


class GemeenteFactory(DjangoModelFactory):
    """The first ones have real names; `GemeenteFactory(slug="sliedrecht")` gives the same row twice."""

    class Meta:
        model = models.Gemeente
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: GEMEENTEN[n][0] if n < len(GEMEENTEN) else f"gemeente-{n}")
    naam = factory.LazyAttribute(lambda o: {s: naam for s, naam, _ in GEMEENTEN}.get(o.slug, o.slug.title()))
    code = factory.LazyAttribute(lambda o: _code(o.slug))
    telefoon = "14 078"
    telefoon_buitenland = "+31 78 770 20 00"
    website = factory.LazyAttribute(lambda o: f"https://www.{o.slug}.example")
    hostnamen = factory.LazyAttribute(lambda o: [f"{o.slug}.localhost"])
    thema = factory.SelfAttribute("slug")


def _code(slug: str) -> str:
    """A code of the right form; of its own for every municipality."""
    bekend = {sleutel: code for sleutel, _, code in GEMEENTEN}
    return bekend.get(slug) or f"gm{1000 + models.Gemeente.objects.count()}"


class RegioFactory(DjangoModelFactory):
    class Meta:
        model = models.Regio
        django_get_or_create = ("pk",)

    pk = 1
    naam = "Drechtsteden"
    telefoon = "14 078"
    telefoon_buitenland = "+31 78 770 20 00"


class GebruikerFactory(DjangoModelFactory):
    """`GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht)`; without a role somebody without any right."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"gebruiker-{n}")
    first_name = "Sanne"
    last_name = factory.Sequence(lambda n: f"de Vries {n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@gemeente.example")
    password = factory.django.Password("geheim-genoeg-voor-een-test")

    @classmethod
    def _create(
        cls, model_class: type, *args: Any, rol: Rol | None = None, gemeente: Any = None, **kwargs: Any
    ) -> Any:
        gebruiker = super()._create(model_class, *args, **kwargs)
        if rol is not None:
            LidmaatschapFactory(gebruiker=gebruiker, rol=rol, gemeente=gemeente)
        return gebruiker


class LidmaatschapFactory(DjangoModelFactory):
    class Meta:
        model = models.Lidmaatschap

    gebruiker = factory.SubFactory(GebruikerFactory)
    gemeente = None
    rol = Rol.CENTRAAL


class BeantwoordingFactory(DjangoModelFactory):
    class Meta:
        model = models.Beantwoording

    door = factory.SubFactory(GemeenteFactory)
    voor = factory.SubFactory(GemeenteFactory)
    kanalen = factory.LazyFunction(lambda: ["telefoon", "balie"])


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


class MededelingFactory(DjangoModelFactory):
    """For all municipalities, unless `gemeenten=[…]`."""

    class Meta:
        model = models.Mededeling
        skip_postgeneration_save = True

    sleutel = factory.Sequence(lambda n: f"gesloten-{n}")
    tekst = "Zaterdag 5 december is het gemeentehuis gesloten."
    interne_tekst = "Afspraken van 5 december zijn verzet naar 12 december."
    van = factory.LazyFunction(timezone.now)
    betreft = factory.LazyFunction(lambda: ["alles"])

    @classmethod
    def _create(cls, model_class: type, *args: Any, gemeenten: Any = (), **kwargs: Any) -> Any:
        mededeling = super()._create(model_class, *args, **kwargs)
        if gemeenten:
            mededeling.gemeenten.set(gemeenten)
            mededeling.save()
        return mededeling


class SynoniemFactory(DjangoModelFactory):
    class Meta:
        model = models.Synoniem

    woorden = factory.LazyFunction(lambda: ["paspoort", "reisdocument", "pas"])
