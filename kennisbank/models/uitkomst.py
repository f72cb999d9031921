"""How answers ended: counters per product, municipality and hour. No agent, no caller, no question.

A slip keeps for a day that an answer that was shown has been counted, so that it counts once and can be put right; it
names nobody. How long all this is kept, and why, stands in docs/privacy.md.
"""

from __future__ import annotations

from django.db import models

from redactie.keuzes import Keuze


class Uitkomst(Keuze):
    """What came of an answer; in the order of the buttons."""

    BEANTWOORD = "beantwoord", "Beantwoord"
    DOORVERBONDEN = "doorverbonden", "Doorverbonden"
    TERUGBELVERZOEK = "terugbelverzoek", "Terugbelverzoek"
    NIET_GEVONDEN = "niet_gevonden", "Niet gevonden"


class Uitkomsttelling(models.Model):
    """How often something came of one product, in one bereik, within one hour; without `sleutel`: no product open."""

    bereik = models.CharField(max_length=80)
    sleutel = models.CharField(max_length=80, blank=True)
    uur = models.DateTimeField(db_index=True)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices())
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "uitkomsttelling"
        verbose_name_plural = "uitkomsttellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["bereik", "sleutel", "uur", "uitkomst"], name="uitkomsttelling_een_per_uur"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bereik}/{self.sleutel} {self.uur:%Y-%m-%d %H}: {self.aantal} {self.uitkomst}"


class Uitkomstbon(models.Model):
    """That an answer that was shown has been counted, and as what."""

    nummer = models.CharField(max_length=32, primary_key=True)
    bereik = models.CharField(max_length=80)
    sleutel = models.CharField(max_length=80, blank=True)
    uur = models.DateTimeField(db_index=True)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst.choices())

    class Meta:
        verbose_name = "uitkomstbon"
        verbose_name_plural = "uitkomstbonnen"

    def __str__(self) -> str:
        return f"{self.nummer[:8]}…"
