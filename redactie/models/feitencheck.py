"""Feitencheck: a text put before somebody outside, by a signed link; Feitenantwoord: what they say of a field.

The link itself is kept nowhere: `kenmerk` is a hash of its secret (`redactie/feitencheck/link.py`). What a link opens
is asked anew at each visit (`redactie/feitencheck/openen.py`).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from redactie.keuzes import Feitenoordeel
from redactie.models.gemeente import Gemeente
from redactie.models.product import Product
from redactie.periode import dag_van
from redactie.veld import Veld

LANGSTE_OPMERKING = 1000


class FeitencheckQuerySet(models.QuerySet):
    def open(self, op: datetime) -> FeitencheckQuerySet:
        """Whose link has not run out and was not withdrawn."""
        return self.filter(ingetrokken_op__isnull=True, geldig_tot__gt=op)


class Feitencheck(models.Model):
    aan = models.CharField(
        "voor wie",
        max_length=100,
        help_text="De afdeling of organisatie die het nakijkt, bijvoorbeeld “GGD, team reizigers”.",
    )
    bericht = models.TextField(
        "uw vraag",
        max_length=500,
        blank=True,
        help_text="Staat boven de tekst. Bijvoorbeeld: kloppen de leeftijden nog?",
    )
    producten = models.ManyToManyField(Product, related_name="feitenchecks")
    gemeente = models.ForeignKey(
        Gemeente,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="feitenchecks",
        help_text="De tekst zoals die in deze gemeente staat. Leeg betekent: zoals in de hele regio.",
    )
    peildatum = models.DateField(
        "tekst van",
        null=True,
        blank=True,
        help_text="De tekst zoals die op deze dag geldt, met wat dan gepland is. Leeg betekent: vandaag.",
    )
    geldig_tot = models.DateTimeField("geldig tot")
    kenmerk = models.CharField(max_length=64, unique=True, editable=False)
    vrager = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True, editable=False)

    objects: Any = FeitencheckQuerySet.as_manager()

    class Meta:
        verbose_name = "feitencheck"
        verbose_name_plural = "feitenchecks"
        ordering = ["-gemaakt_op", "-pk"]

    def __str__(self) -> str:
        # For the log, which is kept: without whom it was sent to.
        return f"feitencheck {self.pk}"

    def is_open(self, op: datetime) -> bool:
        return self.ingetrokken_op is None and self.geldig_tot > op

    @property
    def laatste_dag(self) -> date:
        return dag_van(self.geldig_tot - timedelta(seconds=1))

    @property
    def gemeente_slug(self) -> str | None:
        return self.gemeente.slug if self.gemeente is not None else None


class Feitenantwoord(models.Model):
    feitencheck = models.ForeignKey(Feitencheck, on_delete=models.CASCADE, related_name="antwoorden")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    veld = models.CharField(max_length=30, choices=Veld.choices())
    oordeel = models.CharField(max_length=20, choices=Feitenoordeel.choices())
    opmerking = models.TextField(max_length=LANGSTE_OPMERKING, blank=True)
    gelezen = models.TextField(help_text="De tekst die de ander las: hierna kan zij veranderd zijn.")
    gegeven_op = models.DateTimeField(default=timezone.now)
    verwerkt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "feitenantwoord"
        verbose_name_plural = "feitenantwoorden"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["feitencheck", "product", "veld"], name="feitenantwoord_een_per_veld"
            )
        ]

    def __str__(self) -> str:
        return f"{Veld(self.veld).kolom_label}: {Feitenoordeel(self.oordeel).label}"
