"""Contactpunt, Locatie and Openingstijd: who to turn to, where, and when.

Of the region, or of one municipality; a municipality's own row with the same key replaces the regional one there.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from redactie.keuzes import ContactpuntSoort, Dag, OpenWijze
from redactie.models.gemeente import Gemeente
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort


def uniek_per_gemeente(naam: str) -> list[models.UniqueConstraint]:
    """One row per key and municipality, and one per key for the region (NULLs are distinct in SQL)."""
    return [
        models.UniqueConstraint(
            fields=["gemeente", "sleutel"],
            condition=models.Q(gemeente__isnull=False),
            name=f"{naam}_uniek_gemeente",
            violation_error_message="Deze gemeente heeft deze sleutel al.",
        ),
        models.UniqueConstraint(
            fields=["sleutel"],
            condition=models.Q(gemeente__isnull=True),
            name=f"{naam}_uniek_regio",
            violation_error_message="De regio heeft deze sleutel al.",
        ),
    ]


class VanGemeente(VastgelegdModel):
    """Something with a key, of the region (gemeente empty) or of one municipality, that stands in the document."""

    sleutel = models.SlugField(max_length=80)
    gemeente = models.ForeignKey(
        Gemeente,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Leeg betekent: van de regio, voor alle gemeenten.",
    )

    class Meta:
        abstract = True

    def wijzigingen(self) -> Iterable[Wijziging]:
        yield Wijziging(
            soort=WijzigingSoort.GEMEENTE, gemeente=self.gemeente.slug if self.gemeente is not None else ""
        )


class Contactpunt(VanGemeente, ClusterableModel):
    naam = models.CharField(max_length=160)
    soort = models.CharField(
        max_length=20, choices=ContactpuntSoort.choices(), default=ContactpuntSoort.AFDELING
    )
    telefoon = models.CharField(max_length=30, blank=True)
    telefoon_intern = models.CharField(
        "intern telefoonnummer",
        max_length=30,
        blank=True,
        help_text="Alleen voor de balie, nooit op een website.",
    )
    e_mail = models.EmailField("e-mailadres", blank=True)
    website = models.URLField(blank=True)

    class Meta:
        verbose_name = "contactpunt"
        verbose_name_plural = "contactpunten"
        ordering = ["naam"]
        constraints = uniek_per_gemeente("contactpunt")

    def __str__(self) -> str:
        return f"{self.naam} ({self.gemeente})" if self.gemeente else self.naam


class Locatie(VanGemeente, ClusterableModel):
    naam = models.CharField(max_length=160)
    straat = models.CharField(max_length=160, blank=True)
    nummer = models.CharField(max_length=20, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    plaats = models.CharField(max_length=120, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = "locatie"
        verbose_name_plural = "locaties"
        ordering = ["naam"]
        constraints = uniek_per_gemeente("locatie")

    def __str__(self) -> str:
        return f"{self.naam} ({self.gemeente})" if self.gemeente else self.naam


class Openingstijd(VastgelegdModel):
    """One span of opening on a weekday, or on a date (an exception that replaces that whole day).

    `van` and `tot` both empty: closed.
    """

    contactpunt = ParentalKey(
        Contactpunt, on_delete=models.CASCADE, null=True, blank=True, related_name="openingstijden"
    )
    locatie = ParentalKey(
        Locatie, on_delete=models.CASCADE, null=True, blank=True, related_name="openingstijden"
    )
    dag = models.CharField(max_length=2, choices=Dag.choices(), blank=True)
    datum = models.DateField("datum (uitzondering)", null=True, blank=True)
    van = models.TimeField(null=True, blank=True)
    tot = models.TimeField(null=True, blank=True)
    wijze = models.CharField(max_length=20, choices=OpenWijze.choices(), default=OpenWijze.INLOOP)

    class Meta:
        verbose_name = "openingstijd"
        verbose_name_plural = "openingstijden"
        ordering = ["datum", "pk"]
        constraints = [
            models.CheckConstraint(
                name="openingstijd_van_een_ding",
                condition=models.Q(contactpunt__isnull=False, locatie__isnull=True)
                | models.Q(contactpunt__isnull=True, locatie__isnull=False),
            ),
            models.CheckConstraint(
                name="openingstijd_dag_of_datum",
                condition=models.Q(dag="", datum__isnull=False)
                | (~models.Q(dag="") & models.Q(datum__isnull=True)),
                violation_error_message="Kies een dag van de week of een datum, niet allebei.",
            ),
            models.CheckConstraint(
                name="openingstijd_van_voor_tot",
                condition=models.Q(van__isnull=True, tot__isnull=True) | models.Q(van__lt=models.F("tot")),
                violation_error_message="De sluitingstijd ligt na de openingstijd; laat beide leeg bij gesloten.",
            ),
        ]

    def __str__(self) -> str:
        wanneer = self.datum.isoformat() if self.datum else Dag(self.dag).label
        return (
            f"{wanneer} {self.van:%H:%M}-{self.tot:%H:%M}" if self.van and self.tot else f"{wanneer} gesloten"
        )

    def clean(self) -> None:
        if bool(self.dag) == bool(self.datum):
            raise ValidationError("Kies een dag van de week of een datum, niet allebei.")
        if (self.van is None) != (self.tot is None):
            raise ValidationError("Vul beide tijden in, of laat beide leeg bij gesloten.")
        if self.van is not None and self.tot is not None and self.van >= self.tot:
            raise ValidationError({"tot": "De sluitingstijd ligt na de openingstijd."})

    def wijzigingen(self) -> Iterable[Wijziging]:
        van_wat = self.contactpunt or self.locatie
        return van_wat.wijzigingen() if van_wat is not None else ()
