"""Webadres, Vindplaats, Buitensite: addresses on other sites, where texts name them, how often a site is asked."""

from __future__ import annotations

import hashlib

from django.db import models

from redactie.models import Gemeente
from sync.links.oordeel import Linkstand, Stand


def kenmerk_van(adres: str) -> str:
    """An address may be longer than an index of the database takes."""
    return hashlib.sha256(adres.encode()).hexdigest()


class Webadres(models.Model):
    """One address, however many texts name it, with what is known of it (`sync/links/oordeel.py`)."""

    kenmerk = models.CharField(max_length=64, unique=True, editable=False)
    adres = models.TextField()
    site = models.CharField(max_length=255, db_index=True)
    stand = models.CharField(max_length=20, choices=Linkstand.choices(), default=Linkstand.NIEUW)
    melding = models.CharField(max_length=200, blank=True)
    naar = models.TextField(blank=True)
    mislukt = models.PositiveIntegerField(default=0)
    fout_sinds = models.DateTimeField(null=True, blank=True)
    goed_op = models.DateTimeField(null=True, blank=True)
    gevraagd_op = models.DateTimeField(null=True, blank=True)
    volgende_op = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = "webadres"
        verbose_name_plural = "webadressen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.adres

    def als_stand(self) -> Stand:
        return Stand(
            Linkstand(self.stand),
            self.melding,
            self.naar,
            self.mislukt,
            self.fout_sinds,
            self.goed_op,
            self.volgende_op,
        )


class Vindplaats(models.Model):
    """That a text names an address: the thing to open (`model`, `ding`), the place in it, and whose it is."""

    webadres = models.ForeignKey(Webadres, on_delete=models.CASCADE, related_name="vindplaatsen")
    model = models.CharField(max_length=40)
    ding = models.PositiveBigIntegerField()
    waar = models.CharField(max_length=120)
    titel = models.CharField(max_length=300)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "vindplaats"
        verbose_name_plural = "vindplaatsen"
        ordering = ["titel", "waar"]
        indexes = [models.Index(fields=["model", "ding"], name="vindplaats_ding")]

    def __str__(self) -> str:
        return f"{self.titel} ({self.waar})"


class Buitensite(models.Model):
    """A site of others, as the check of links treats it: not before `niet_voor`, and by its robots.txt."""

    naam = models.CharField(max_length=255, unique=True)
    niet_voor = models.DateTimeField(null=True, blank=True)
    robots = models.TextField(blank=True)
    dicht = models.BooleanField(default=False, help_text="De site geeft haar regels nu niet.")
    robots_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "buitensite"
        verbose_name_plural = "buitensites"

    def __str__(self) -> str:
        return self.naam
