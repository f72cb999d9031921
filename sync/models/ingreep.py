"""What a person decided about publishing: to hold it (Pauze), and to take one text away everywhere (Intrekking)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Pauze(models.Model):
    """While this row is there nothing new is made for this bereik; withdrawals are. `bereik` empty: for nobody."""

    bereik = models.CharField(max_length=80, blank=True, unique=True, help_text="Leeg: alles.")
    reden = models.CharField(max_length=200)
    door = models.CharField(max_length=150)
    sinds = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "pauze"
        verbose_name_plural = "pauzes"
        ordering = ["bereik"]

    def __str__(self) -> str:
        return self.bereik or "alles"


class Intrekking(models.Model):
    """That a person took a text away everywhere, and where that has been confirmed: a receipt.

    `bereiken` and `doelen` are those that had it then. Once all have confirmed, or are gone, `uitkomst` says when: it
    outlives the receipts of the targets themselves (`sync/opruimen.py`).
    """

    sleutel = models.CharField(max_length=80)
    titel = models.CharField(max_length=200)
    reden = models.CharField(max_length=500)
    door = models.CharField(max_length=150)
    op = models.DateTimeField(default=timezone.now)
    bereiken = models.JSONField(default=list)
    doelen = models.JSONField(default=list)
    klaar_op = models.DateTimeField(null=True, blank=True, db_index=True)
    uitkomst = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = "intrekking"
        verbose_name_plural = "intrekkingen"
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"{self.sleutel} {self.op:%d-%m-%Y %H:%M}"
