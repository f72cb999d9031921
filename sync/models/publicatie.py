"""Publicatie: the wanted state of one document in one bereik, and every content that was live.

A Publicatie outlives the product that it describes, and so do its Uitgaven and their Inhoud; what may go after a term
of retention, and only then, stands in `sync/opruimen.py`.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import models

from redactie.keuzes import Keuze
from sync.maken import LANGSTE_TITEL


class Documentsoort(Keuze):
    PRODUCT = "product", "Product"
    GEMEENTE = "gemeente", "Gemeentedocument"
    KETENPROEF = "ketenproef", "Ketenproef"


VOOR_LEZERS = (Documentsoort.PRODUCT, Documentsoort.GEMEENTE)
"""What is for anybody to read; the other kind measures publishing (`sync/ketenproef.py`)."""


class Toestand(Keuze):
    GEEN = "geen", "Nog niet gepubliceerd"
    LIVE = "live", "Live"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Inhoud(models.Model):
    """Canonical JSON, stored once per hash (SHA-256, hexadecimal)."""

    hash = models.CharField(max_length=64, primary_key=True)
    json = models.TextField()
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "inhoud"
        verbose_name_plural = "inhoud"

    def __str__(self) -> str:
        return self.hash[:12]

    def als_dict(self) -> dict[str, Any]:
        return json.loads(self.json)


class Publicatie(models.Model):
    """One document: (bereik, documentsoort, sleutel). `versie` 0: never published."""

    bereik = models.CharField(max_length=80)
    documentsoort = models.CharField(max_length=20, choices=Documentsoort.choices())
    sleutel = models.CharField(max_length=80)
    toestand = models.CharField(max_length=20, choices=Toestand.choices(), default=Toestand.GEEN)
    versie = models.BigIntegerField(default=0)
    publieke_versie = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)
    publieke_hash = models.CharField(max_length=64, blank=True)
    inhoud = models.ForeignKey(Inhoud, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    publieke_inhoud = models.ForeignKey(
        Inhoud, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opnieuw_op = models.DateTimeField(null=True, blank=True, db_index=True)
    gepubliceerd_op = models.DateTimeField(null=True, blank=True)
    inhoud_gewijzigd_op = models.DateTimeField(null=True, blank=True)
    # Place in the pull feed, given after the commit (`sync/stroom.py`). None: the public has something new here and it
    # has no number yet; 0: never published.
    volgnummer = models.BigIntegerField(null=True, blank=True, default=0, db_index=True)
    # Taken from the public content, so that lists (A-Z, themes, titles of related products) need no JSON.
    titel = models.CharField(max_length=LANGSTE_TITEL, blank=True)
    samenvatting = models.TextField(blank=True)
    productsoort = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=20, blank=True)
    themas = models.JSONField(default=list, blank=True)
    # What stands in the way: the previous version stays up (fout), or a fixed sentence is shown (alarmen).
    fout = models.TextField(blank=True)
    fout_sinds = models.DateTimeField(null=True, blank=True)
    alarmen = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = "publicatie"
        verbose_name_plural = "publicaties"
        ordering = ["bereik", "documentsoort", "sleutel"]
        constraints = [
            models.UniqueConstraint(fields=["bereik", "documentsoort", "sleutel"], name="publicatie_uniek"),
            models.CheckConstraint(
                name="publicatie_live_heeft_inhoud",
                condition=~models.Q(toestand=str(Toestand.LIVE))
                | models.Q(inhoud__isnull=False, publieke_inhoud__isnull=False, versie__gt=0),
            ),
        ]
        indexes = [models.Index(fields=["sleutel", "documentsoort"], name="publicatie_sleutel")]

    def __str__(self) -> str:
        return f"{self.bereik}/{self.documentsoort}/{self.sleutel} v{self.versie}"


class Uitgave(models.Model):
    """One version of a Publicatie as it was wanted from `op`, with the sources it was made from."""

    publicatie = models.ForeignKey(Publicatie, on_delete=models.PROTECT, related_name="uitgaven")
    versie = models.BigIntegerField()
    publieke_versie = models.BigIntegerField()
    toestand = models.CharField(max_length=20, choices=Toestand.choices())
    inhoud = models.ForeignKey(Inhoud, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    publieke_inhoud = models.ForeignKey(
        Inhoud, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    op = models.DateTimeField()
    vastgelegd_op = models.DateTimeField(
        null=True, blank=True, help_text="Wanneer de oorzaak werd vastgelegd."
    )
    bronnen = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = "uitgave"
        verbose_name_plural = "uitgaven"
        ordering = ["publicatie", "-versie"]
        constraints = [models.UniqueConstraint(fields=["publicatie", "versie"], name="uitgave_uniek")]

    def __str__(self) -> str:
        return f"{self.publicatie_id} v{self.versie}"
