"""Thema: how citizens find products by subject or by life event."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models

from redactie.keuzes import ThemaSoort
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort


class Thema(VastgelegdModel):
    sleutel = models.SlugField(max_length=80, unique=True)
    naam = models.CharField(max_length=120)
    inleiding = models.TextField(blank=True)
    ouder = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="kinderen"
    )
    volgorde = models.PositiveIntegerField(default=0)
    soort = models.CharField(max_length=20, choices=ThemaSoort.choices(), default=ThemaSoort.THEMA)

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ["volgorde", "naam"]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        voorouder = self.ouder
        while voorouder is not None:
            if voorouder.pk == self.pk and self.pk is not None:
                raise ValidationError({"ouder": "Een thema kan niet onder zichzelf vallen."})
            voorouder = voorouder.ouder

    def wijzigingen(self) -> Iterable[Wijziging]:
        # '' = every gemeente document: themes are shared by the whole region.
        yield Wijziging(soort=WijzigingSoort.GEMEENTE)

    def wijzigingen_elders(self) -> Iterable[Wijziging]:
        for product in self.producten.filter(live=True):
            yield from product.wijzigingen()
