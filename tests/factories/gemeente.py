"""Municipalities and the region, and who answers for whom."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from redactie import models

GEMEENTEN = (
    ("sliedrecht", "Sliedrecht", "gm0610"),
    ("dordrecht", "Dordrecht", "gm0505"),
    ("zwijndrecht", "Zwijndrecht", "gm0642"),
    ("papendrecht", "Papendrecht", "gm0590"),
    ("alblasserdam", "Alblasserdam", "gm0482"),
)


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


class BeantwoordingFactory(DjangoModelFactory):
    class Meta:
        model = models.Beantwoording

    door = factory.SubFactory(GemeenteFactory)
    voor = factory.SubFactory(GemeenteFactory)
    kanalen = factory.LazyFunction(lambda: ["telefoon", "balie"])
