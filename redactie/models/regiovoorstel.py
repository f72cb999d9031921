"""Regiovoorstel: a text of one municipality that it offers to the region, and what the centre decided about it.

The offered text is kept as it was offered. Taking it over is an ordinary publication of the region
(`redactie/regiovoorstellen.py`); `overgenomen` says which text came of it.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from redactie.keuzes import Voorstelstand
from redactie.models.gemeente import Gemeente
from redactie.models.product import Product
from redactie.models.tekstversie import Tekstversie
from redactie.veld import Veld


class RegiovoorstelQuerySet(models.QuerySet):
    def open(self) -> RegiovoorstelQuerySet:
        return self.filter(stand=Voorstelstand.OPEN)


class Regiovoorstel(models.Model):
    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, related_name="regiovoorstellen")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="regiovoorstellen")
    veld = models.CharField(max_length=30, choices=Veld.choices())
    tekst = models.TextField(help_text="De tekst zoals de gemeente hem aanbood.")
    reden = models.TextField(help_text="Waarom de hele regio hier beter van wordt.")
    indiener = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ingediend_op = models.DateTimeField(default=timezone.now)
    stand = models.CharField(
        max_length=20, choices=Voorstelstand.choices(), default=Voorstelstand.OPEN, db_index=True
    )
    opmerking = models.TextField(blank=True, help_text="Wat de regio erover zegt.")
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    beslist_op = models.DateTimeField(null=True, blank=True)
    overgenomen = models.ForeignKey(
        Tekstversie, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: Any = RegiovoorstelQuerySet.as_manager()

    class Meta:
        verbose_name = "regiovoorstel"
        verbose_name_plural = "regiovoorstellen"
        ordering = ["-ingediend_op", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "product", "veld"],
                condition=models.Q(stand="open"),
                name="regiovoorstel_een_open",
                violation_error_message="Uw gemeente heeft voor dit veld al een voorstel dat op antwoord wacht.",
            ),
            models.CheckConstraint(
                name="regiovoorstel_beslist_heeft_moment",
                condition=models.Q(stand="open", beslist_op__isnull=True)
                | (~models.Q(stand="open") & models.Q(beslist_op__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} · {Veld(self.veld).kolom_label}"

    @property
    def is_open(self) -> bool:
        return self.stand == Voorstelstand.OPEN
