"""Doel, Levering, Ontvangst: what each target should have, has, and acknowledged when.

The difference between `gewenst` and `bevestigd` is the queue; there is no other one.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q, QuerySet

from redactie.keuzes import Keuze
from sync.models.publicatie import VOOR_LEZERS, Documentsoort, Publicatie


class DoelSoort(Keuze):
    INDEX = "index", "Zoekindex"
    HTTP = "http", "Website van een leverancier"
    WORDPRESS = "wordpress", "WordPress"


class DoelToestand(Keuze):
    VULLEN = "vullen", "Wordt gevuld"
    ACTIEF = "actief", "Actief"
    BEWAARD = "bewaard", "Bewaard om naar terug te gaan"
    AFGEKEURD = "afgekeurd", "Afgekeurd op de proefvragen"
    GEPAUZEERD = "gepauzeerd", "Gepauzeerd door een beheerder"
    GESTOPT = "gestopt", "Gestopt"


BELEVERD = (DoelToestand.VULLEN, DoelToestand.ACTIEF, DoelToestand.BEWAARD)
LOPEND = (DoelToestand.VULLEN, DoelToestand.ACTIEF)
"""Targets of which a fault concerns somebody."""


class DoelQuerySet(QuerySet["Doel"]):
    def wensend(self) -> DoelQuerySet:
        """Those that publications are wanted for. A supplier's website also while it is paused or stopped: what it
        misses is then known, and one delivery per document waits for it.
        """
        return self.filter(Q(toestand__in=BELEVERD) | ~Q(soort=DoelSoort.INDEX))


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
    # A supplier's website: of one bereik, at one address. Its secrets are rows of their own.
    bereik = models.CharField(max_length=80, blank=True)
    adres = models.URLField(max_length=500, blank=True)
    instelling = models.JSONField(
        default=dict,
        blank=True,
        help_text="Wat alleen deze soort doel vraagt, in de vorm die zijn adapter leest.",
    )
    nazien_op = models.DateTimeField(null=True, blank=True, help_text="Leeg: zodra er niets wacht.")
    herstelpogingen = models.PositiveIntegerField(default=0)
    wezen = models.JSONField(default=dict, blank=True, help_text="Wat er staat en er niet hoort.")
    # An index generation: what the must-win questions gave before it was to serve, and what its documents were
    # found to be when they were last compared with the deliveries.
    zonder_proef = models.BooleanField(default=False, help_text="Iemand besloot dat de proef niet telt.")
    proef = models.JSONField(default=dict, blank=True)
    nagezien_op = models.DateTimeField(null=True, blank=True)
    verschillen = models.JSONField(default=dict, blank=True)

    objects = DoelQuerySet.as_manager()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="doel_buitenshuis_heeft_bereik_en_adres",
                condition=Q(soort=str(DoelSoort.INDEX)) | (~Q(bereik="") & ~Q(adres="")),
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def wil_intern(self) -> bool:
        """The index wants every version; a public target only the public ones."""
        return self.soort == DoelSoort.INDEX

    @property
    def alleen_producten(self) -> bool:
        """Who makes a page of a document, or something to find, has no use for that of the municipality itself."""
        return self.soort in (DoelSoort.INDEX, DoelSoort.WORDPRESS)

    @property
    def soorten(self) -> tuple[Documentsoort, ...]:
        """What it takes. To measure publishing (`sync/ketenproef.py`) is between us and our own index."""
        if self.wil_intern:
            return Documentsoort.PRODUCT, Documentsoort.KETENPROEF
        return (Documentsoort.PRODUCT,) if self.alleen_producten else VOOR_LEZERS

    def wil(self, publicatie: Publicatie) -> bool:
        """Whether this document is for this target. `publicaties` says the same to the database."""
        van_ons = self.wil_intern or publicatie.bereik == self.bereik
        return van_ons and publicatie.documentsoort in self.soorten

    def publicaties(self) -> QuerySet[Publicatie]:
        """What it should have: everything for it that was ever live, withdrawn or not."""
        alle = Publicatie.objects.filter(versie__gt=0, documentsoort__in=self.soorten)
        return alle if self.wil_intern else alle.filter(bereik=self.bereik)

    def gewenste_versie(self, publicatie: Publicatie) -> int:
        return publicatie.versie if self.wil_intern else publicatie.publieke_versie


class Doelgeheim(models.Model):
    """A secret that deliveries to a target are signed with; two at a time while one takes over from the other."""

    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, related_name="geheimen")
    versleuteld = models.TextField()
    kenmerk = models.CharField(max_length=8, help_text="Begin van de hash: om geheimen uit elkaar te houden.")
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "geheim van een doel"
        verbose_name_plural = "geheimen van doelen"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["doel", "kenmerk"], name="doelgeheim_uniek")]

    def __str__(self) -> str:
        return f"{self.doel_id}: {self.kenmerk}"


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
                fields=["doel", "toestand", "-intrekking", "pogingen", "wacht_sinds"],
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
        indexes = [
            models.Index(fields=["publicatie", "-op"], name="ontvangst_publicatie"),
            models.Index(fields=["op"], name="ontvangst_op"),
        ]

    def __str__(self) -> str:
        return f"{self.doel_naam}: {self.publicatie_id} v{self.versie}"
