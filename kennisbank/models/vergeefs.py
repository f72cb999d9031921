"""Questions that came to nothing: what editors may read of them, and what is kept until they may.

Text is kept of what three sessions asked on one day, masked. Until then there are keyed hashes, which cannot be read
without a key that lives for a day. No row says who, or which session, asked anything. How long all this is kept, and
why, stands in docs/privacy.md.
"""

from __future__ import annotations

from django.db import models

from redactie.keuzes import Keuze


class Vergeefs(Keuze):
    """In what way a question came to nothing."""

    GEEN_RESULTAAT = "geen_resultaat", "Niets gevonden"
    NIETS_GEOPEND = "niets_geopend", "Wel gevonden, niets geopend"


class VergeefseVraag(models.Model):
    """A question of at least three sessions, as an editor reads it."""

    vraag = models.CharField(max_length=120)
    soort = models.CharField(max_length=20, choices=Vergeefs.choices())
    keer = models.PositiveIntegerField(default=0)
    eerste_op = models.DateField()
    laatste_op = models.DateField(db_index=True)
    vervolg = models.JSONField(default=dict, help_text="Per product hoe vaak het daarna geopend werd.")
    bereiken = models.JSONField(default=dict, help_text="Per gemeente hoe vaak.")
    weggelegd = models.BooleanField(default=False)

    class Meta:
        verbose_name = "vergeefse vraag"
        verbose_name_plural = "vergeefse vragen"
        ordering = ["-keer", "vraag"]
        constraints = [
            models.UniqueConstraint(fields=["vraag", "soort"], name="vergeefse_vraag_een_keer"),
        ]

    def __str__(self) -> str:
        return self.vraag


class Vraagspoor(models.Model):
    """That some session asked some question today: two keyed hashes, and what was opened next."""

    vraag = models.CharField(max_length=64)
    sessie = models.CharField(max_length=64)
    bereik = models.CharField(max_length=200)
    vervolg = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "vraagspoor"
        verbose_name_plural = "vraagsporen"
        constraints = [
            models.UniqueConstraint(fields=["vraag", "sessie"], name="vraagspoor_een_keer_per_sessie"),
        ]

    def __str__(self) -> str:
        return f"{self.vraag[:8]}…"


class Dagsleutel(models.Model):
    """The key of today's hashes: one row, overwritten when the day is over."""

    dag = models.DateField()
    sleutel = models.BinaryField(max_length=32)

    class Meta:
        verbose_name = "dagsleutel"
        verbose_name_plural = "dagsleutels"

    def __str__(self) -> str:
        return str(self.dag)


class Dagtelling(models.Model):
    """How many questions came to nothing on a day, whatever they were."""

    dag = models.DateField()
    soort = models.CharField(max_length=20, choices=Vergeefs.choices())
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "dagtelling"
        verbose_name_plural = "dagtellingen"
        constraints = [models.UniqueConstraint(fields=["dag", "soort"], name="dagtelling_een_per_soort")]

    def __str__(self) -> str:
        return f"{self.dag} {self.soort}: {self.aantal}"
