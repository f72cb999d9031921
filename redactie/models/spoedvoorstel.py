"""Spoedvoorstel: the version proposed to a municipality when an urgent change of the region is past its date.

A row beside the own text, never in its place: readers get nothing of it until somebody decides. Made by the process
of the loop (`redactie/spoedvoorstellen.py`), at most one per field and central text.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from redactie.keuzes import AfwijkingWijze, Besluit
from redactie.models.bedenktijd import Bedenktijd
from redactie.models.lokaal import Afwijking, LokaleVersie
from redactie.models.tekstversie import Tekstversie
from redactie.veld import Veld


class SpoedvoorstelQuerySet(models.QuerySet):
    def open(self) -> SpoedvoorstelQuerySet:
        return self.filter(besloten="")


class Spoedvoorstel(models.Model):
    versie = models.ForeignKey(LokaleVersie, on_delete=models.CASCADE, related_name="spoedvoorstellen")
    veld = models.CharField(max_length=30, choices=Veld.choices())
    wijze = models.CharField(
        max_length=20, choices=AfwijkingWijze.choices(), help_text="Van de eigen tekst waar het over gaat."
    )
    vanaf = models.DateField(null=True, blank=True, help_text="Van de eigen tekst waar het over gaat.")
    eigen = models.TextField(blank=True, help_text="De eigen tekst toen het voorstel gemaakt werd.")
    tekstversie = models.ForeignKey(
        Tekstversie, on_delete=models.CASCADE, related_name="+", help_text="De nieuwe tekst van de regio."
    )
    besluit = models.CharField(
        max_length=20, choices=Besluit.choices(), help_text="Wat het voorstel doet: volgen of combineren."
    )
    tekst = models.TextField(help_text="Wat er dan staat.")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    besloten = models.CharField(
        max_length=20, choices=Besluit.choices(), blank=True, help_text="Leeg zolang niemand besliste."
    )
    besloten_op = models.DateTimeField(null=True, blank=True)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    bedenktijd = models.ForeignKey(
        Bedenktijd,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Waarmee het besluit een dag lang terug te draaien is.",
    )

    objects: ClassVar[Any] = SpoedvoorstelQuerySet.as_manager()

    class Meta:
        verbose_name = "spoedvoorstel"
        verbose_name_plural = "spoedvoorstellen"
        ordering = ["gemaakt_op", "pk"]
        constraints = [
            # Two processes may make them at the same moment, and one may be killed half-way.
            models.UniqueConstraint(
                fields=["versie", "veld", "tekstversie"], name="spoedvoorstel_uniek_per_tekst"
            )
        ]

    def __str__(self) -> str:
        return f"{self.versie} · {Veld(self.veld).kolom_label}"

    def gaat_over(self, afwijking: Afwijking) -> bool:
        return (afwijking.veld, afwijking.wijze, afwijking.vanaf) == (self.veld, self.wijze, self.vanaf)
