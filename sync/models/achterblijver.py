"""A target that stays behind, from when until when, and the mails about it to administrators."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from redactie.keuzes import Keuze
from redactie.post.bezorgbaar import Bezorgbaar
from sync.models.doel import Doel


class Achterreden(Keuze):
    """Why a target is behind, as far as a mail may say it: nothing that the target itself said."""

    WACHT = "wacht", "neemt al een tijd niets aan"
    GEWEIGERD = "geweigerd", "weigert een of meer teksten"
    GEHEIM = "geheim", "weigert ons geheim en is gestopt"
    LOOPT_VOOR = "loopt_voor", "heeft een versie die hier nooit is uitgegeven en is gestopt"
    WEG = "weg", "zegt dat het adres niet meer bestaat en is gestopt"
    GESTOPT = "gestopt", "is gestopt"
    KLACHT = "klacht", "heeft iets nodig van een beheerder"


class Achterblijver(models.Model):
    """`goed_sinds`: it does well again, but not long enough yet to say so."""

    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="+")
    reden = models.CharField(max_length=20, choices=Achterreden.choices())
    sinds = models.DateTimeField()
    goed_sinds = models.DateTimeField(null=True, blank=True)
    hersteld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "achterblijver"
        verbose_name_plural = "achterblijvers"
        ordering = ["sinds", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["doel"], condition=Q(hersteld_op=None), name="achterblijver_een_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.doel} {Achterreden(self.reden).label}"


class Doelberichtsoort(Keuze):
    ACHTER = "achter", "Een doel blijft achter"
    STAND = "stand", "Wat er nog achterblijft"
    HERSTELD = "hersteld", "Een doel doet het weer"


class Doelbericht(Bezorgbaar):
    """One mail to the administrators. `achterblijver` is empty for the daily one, about all that is open then."""

    soort = models.CharField(max_length=20, choices=Doelberichtsoort.choices())
    achterblijver = models.ForeignKey(Achterblijver, on_delete=models.CASCADE, null=True, related_name="+")
    niet_voor = models.DateTimeField(default=timezone.now, help_text="Wanneer de mail weg mag.")

    class Meta:
        verbose_name = "doelbericht"
        verbose_name_plural = "doelberichten"
        ordering = ["niet_voor", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["achterblijver", "soort"], name="doelbericht_een_per_soort"),
            models.UniqueConstraint(
                fields=["niet_voor"], condition=Q(achterblijver=None), name="doelbericht_een_stand"
            ),
        ]

    def __str__(self) -> str:
        return f"{Doelberichtsoort(self.soort).label} ({self.pk})"
