"""Bedenktijd: a decision on an own text as long as it can be taken back, with what stood there before.

Worthless after a day: the rows of earlier days are forgotten when somebody decides again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from redactie.keuzes import Besluit
from redactie.models.herziening import Herziening
from redactie.models.lokaal import LokaleVersie
from redactie.veld import Veld

DUUR = timedelta(days=1)


class BedenktijdQuerySet(models.QuerySet):
    def lopend(self) -> BedenktijdQuerySet:
        """What can still be taken back, the newest first."""
        return self.filter(wanneer__gt=timezone.now() - DUUR).order_by("-wanneer", "-pk")


class Bedenktijd(models.Model):
    versie = models.ForeignKey(LokaleVersie, on_delete=models.CASCADE, related_name="bedenktijden")
    veld = models.CharField(max_length=30, choices=Veld.choices())
    besluit = models.CharField(
        max_length=20,
        choices=Besluit.choices(),
        blank=True,
        help_text="Leeg betekent: de eigen tekst is beëindigd zonder dat de regio iets veranderde.",
    )
    herziening = models.ForeignKey(
        Herziening,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Leeg zolang het besluit alleen in een concept staat.",
    )
    lagen = models.JSONField(
        default=dict, help_text="Wat er stond en wat er kwam, in de rij zelf en in een concept."
    )
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wanneer = models.DateTimeField(default=timezone.now)

    objects: ClassVar[Any] = BedenktijdQuerySet.as_manager()

    class Meta:
        verbose_name = "bedenktijd"
        verbose_name_plural = "bedenktijden"
        ordering = ["-wanneer", "-pk"]

    def __str__(self) -> str:
        wat = Besluit(self.besluit).label if self.besluit else "Beëindigd"
        return f"{Veld(self.veld).kolom_label}: {wat}"

    @property
    def tot(self) -> Any:
        return self.wanneer + DUUR
