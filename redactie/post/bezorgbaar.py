"""Bezorgbaar: a row about which a mail must go out. It keeps when that was tried, why it failed, and when it went."""

from __future__ import annotations

from django.db import models

from redactie.keuzes import Berichtfout


class Bezorgbaar(models.Model):
    bericht_geprobeerd_op = models.DateTimeField(null=True, blank=True)
    bericht_fout = models.CharField(max_length=20, choices=Berichtfout.choices(), blank=True)
    bericht_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer de mail weg was.")

    class Meta:
        abstract = True
