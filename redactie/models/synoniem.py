"""Synoniem: words that find one another, kept by editors; used at query time, so live without a rebuild."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from redactie.keuzes import Richting
from redactie.models.gemeente import Gemeente
from redactie.models.velden import WoordenlijstVeld
from redactie.synoniemwoorden import bezwaar


class Synoniem(models.Model):
    gemeente = models.ForeignKey(
        Gemeente,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Leeg betekent: voor de hele regio.",
    )
    woorden = WoordenlijstVeld(help_text="Twee of meer woorden, met een komma ertussen.")
    richting = models.CharField(max_length=10, choices=Richting.choices(), default=Richting.BEIDE)
    reden = models.CharField(
        max_length=300, blank=True, help_text="Waarom horen deze woorden bij elkaar? Wie zegt het zo?"
    )

    class Meta:
        verbose_name = "synoniem"
        verbose_name_plural = "synoniemen"
        ordering = ["pk"]

    def __str__(self) -> str:
        teken = " → " if self.richting == Richting.HEEN else " ↔ "
        return teken.join(self.woorden)

    def clean(self) -> None:
        if melding := bezwaar(self.woorden or []):
            raise ValidationError({"woorden": melding})

    def voor_het_logboek(self, actie: str) -> str:
        """What the log says of each change: the words as they became, and why."""
        return f"{self}. {self.reden}".removesuffix(" ")
