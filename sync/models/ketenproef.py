"""Ketenproef: the one row with how long publishing took when it was last tried from end to end."""

from __future__ import annotations

from datetime import datetime

from django.db import models


class Ketenproef(models.Model):
    """`begonnen_op`: of the last attempt. Of the last one that arrived: when it began (`geslaagd_van`), and arrived."""

    begonnen_op = models.DateTimeField(null=True, blank=True)
    geslaagd_van = models.DateTimeField(null=True, blank=True)
    geslaagd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "ketenproef"
        verbose_name_plural = "ketenproeven"
        constraints = [models.CheckConstraint(name="ketenproef_een_rij", condition=models.Q(pk=1))]

    def __str__(self) -> str:
        return (
            f"ketenproef van {self.begonnen_op:%d-%m-%Y %H:%M}" if self.begonnen_op else "nog geen ketenproef"
        )

    @classmethod
    def lees(cls) -> Ketenproef:
        """Where there is no row yet, none is written. 1 query."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @property
    def onderweg(self) -> datetime | None:
        """When the attempt began that has not arrived; None: there is none."""
        return self.begonnen_op if self.begonnen_op != self.geslaagd_van else None

    @property
    def seconden(self) -> float | None:
        """From recording to readable, of the last that arrived."""
        if self.geslaagd_van is None or self.geslaagd_op is None:
            return None
        return max(0.0, (self.geslaagd_op - self.geslaagd_van).total_seconds())
