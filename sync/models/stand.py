"""Syncstand: the one row with the epoch of versions and the heartbeat of the loop."""

from __future__ import annotations

from datetime import datetime

from django.db import models


class Syncstand(models.Model):
    """`epoch` goes up by hand after a restored database, so that new versions lie above all that were issued."""

    epoch = models.PositiveIntegerField(default=1)
    volgnummer = models.BigIntegerField(default=0, help_text="Het laatste dat de publicatiestroom uitgaf.")
    hartslag = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "stand van de sync"
        verbose_name_plural = "stand van de sync"
        constraints = [models.CheckConstraint(name="syncstand_een_rij", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        return f"epoch {self.epoch}"

    @classmethod
    def haal(cls) -> Syncstand:
        return cls.objects.get_or_create(pk=1)[0]

    @classmethod
    def lees(cls) -> Syncstand:
        """As `haal`, for who only reads: where there is no row yet, none is written."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @classmethod
    def klop(cls, *, op: datetime) -> None:
        """Write the heartbeat."""
        if not cls.objects.filter(pk=1).update(hartslag=op):
            cls.objects.create(pk=1, hartslag=op)
