"""Beantwoording: that the agents of one municipality answer for another, and along which channels.

Whoever is a KCC-medewerker for the region answers for all; this is for municipalities that agree among each other.
It holds at once: the desk asks at each request (`redactie/wie.py`).
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from redactie.keuzes import Antwoordkanaal
from redactie.models.gemeente import Gemeente
from redactie.models.velden import KeuzelijstVeld


class Beantwoording(models.Model):
    door = models.ForeignKey(
        Gemeente,
        on_delete=models.CASCADE,
        related_name="beantwoordt",
        verbose_name="gemeente die antwoordt",
    )
    voor = models.ForeignKey(
        Gemeente,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="gemeente waarvoor",
    )
    kanalen = KeuzelijstVeld(keuzes=Antwoordkanaal.choices(), blank=False)

    class Meta:
        verbose_name = "beantwoording"
        verbose_name_plural = "beantwoordingen"
        ordering = ["door__naam", "voor__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["door", "voor"],
                name="beantwoording_een_keer",
                violation_error_message="Dit staat er al: wijzig die afspraak.",
            ),
            models.CheckConstraint(
                name="beantwoording_voor_een_ander",
                condition=~models.Q(door=models.F("voor")),
                violation_error_message="Een gemeente antwoordt altijd al voor zichzelf.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.door} antwoordt voor {self.voor}"

    def clean(self) -> None:
        if not self.kanalen:
            raise ValidationError({"kanalen": "Kies ten minste één manier."})
