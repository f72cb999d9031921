"""Doel, Levering, Ontvangst: what each target should have, has, and acknowledged when.

The difference between `gewenst` and `bevestigd` is the queue; there is no other one.
"""

from __future__ import annotations

from django.db import models

from redactie.keuzes import Keuze
from sync.models.publicatie import Publicatie


class DoelSoort(Keuze):
    INDEX = "index", "Zoekindex"


class DoelToestand(Keuze):
    VULLEN = "vullen", "Wordt gevuld"
    ACTIEF = "actief", "Actief"
    BEWAARD = "bewaard", "Bewaard om naar terug te gaan"
    AFGEKEURD = "afgekeurd", "Afgekeurd op de proefvragen"
    GESTOPT = "gestopt", "Gestopt"


BELEVERD = (DoelToestand.VULLEN, DoelToestand.ACTIEF, DoelToestand.BEWAARD)
LOPEND = (DoelToestand.VULLEN, DoelToestand.ACTIEF)
"""Targets of which a fault concerns somebody."""


class Doel(models.Model):
    """A target. The search index is one per generation; a hosted website reads publications and is none."""

    naam = models.CharField(max_length=120, unique=True)
    soort = models.CharField(max_length=20, choices=DoelSoort.choices())
    toestand = models.CharField(max_length=20, choices=DoelToestand.choices(), default=DoelToestand.VULLEN)
    generatie = models.CharField(max_length=120, blank=True)
    vingerafdruk = models.CharField(
        max_length=120, blank=True, help_text="Van de analyse en opbouw van de index."
    )
    aanleiding = models.CharField(max_length=200, blank=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    vervangen_op = models.DateTimeField(null=True, blank=True)
    # Breaker: after failures of the target itself nothing is tried before `weer_op`.
    fouten_op_rij = models.PositiveIntegerField(default=0)
    weer_op = models.DateTimeField(null=True, blank=True)
    laatste_fout = models.TextField(blank=True)
    fout_sinds = models.DateTimeField(null=True, blank=True)
    # An index generation: what the must-win questions gave before it was to serve, and what its documents were
    # found to be when they were last compared with the deliveries.
    zonder_proef = models.BooleanField(default=False, help_text="Iemand besloot dat de proef niet telt.")
    proef = models.JSONField(default=dict, blank=True)
    nagezien_op = models.DateTimeField(null=True, blank=True)
    verschillen = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.naam

    @property
    def wil_intern(self) -> bool:
        """The index wants every version; a public target only the public ones."""
        return self.soort == DoelSoort.INDEX


class LeveringToestand(Keuze):
    WACHT = "wacht", "Wacht"
    BEVESTIGD = "bevestigd", "Bevestigd"
    GEPARKEERD = "geparkeerd", "Geparkeerd tot de volgende versie"


class Levering(models.Model):
    """One row per target and publication, however many edits wait: it points at the newest version."""

    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="leveringen")
    publicatie = models.ForeignKey(Publicatie, on_delete=models.PROTECT, related_name="leveringen")
    gewenst = models.BigIntegerField()
    bevestigd = models.BigIntegerField(default=0)
    bevestigde_hash = models.CharField(max_length=64, blank=True)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    toestand = models.CharField(
        max_length=20, choices=LeveringToestand.choices(), default=LeveringToestand.WACHT
    )
    intrekking = models.BooleanField(default=False)
    wacht_sinds = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveIntegerField(default=0)
    volgende_op = models.DateTimeField(null=True, blank=True)
    lease_tot = models.DateTimeField(null=True, blank=True)
    lease_token = models.CharField(max_length=32, blank=True)
    laatste_fout = models.TextField(blank=True)

    class Meta:
        verbose_name = "levering"
        verbose_name_plural = "leveringen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["doel", "publicatie"], name="levering_uniek")]
        indexes = [
            models.Index(
                # Not a partial index: SQLite does not use one when the state comes as a parameter, as Django sends it.
                fields=["doel", "toestand", "-intrekking", "wacht_sinds"],
                name="levering_wachtrij",
            )
        ]

    def __str__(self) -> str:
        return f"{self.doel_id}: {self.publicatie_id} v{self.bevestigd} → v{self.gewenst}"


class Ontvangst(models.Model):
    """Append-only: this target acknowledged this version, then."""

    doel_naam = models.CharField(max_length=120)
    publicatie = models.ForeignKey(Publicatie, on_delete=models.PROTECT, related_name="ontvangsten")
    versie = models.BigIntegerField()
    hash = models.CharField(max_length=64, blank=True)
    op = models.DateTimeField()

    class Meta:
        verbose_name = "ontvangst"
        verbose_name_plural = "ontvangsten"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["publicatie", "-op"], name="ontvangst_publicatie")]

    def __str__(self) -> str:
        return f"{self.doel_naam}: {self.publicatie_id} v{self.versie}"
