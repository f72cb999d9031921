"""A flag: an agent says that a field of an answer is not right, and its owner answers.

The remark was masked before it got here. Who flagged is kept so that they can be answered, and goes thirty days after
that (`kennisbank/melden/vergeten.py`); nobody's name is shown to the owner. How long all this is kept, and why, stands
in docs/privacy.md.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from redactie.keuzes import Keuze
from redactie.post.bezorgbaar import Bezorgbaar


class Meldtoestand(Keuze):
    """How it stands with a flag."""

    OPEN = "open", "Open"
    VERBETERD = "verbeterd", "Verbeterd"
    KLOPT = "klopt", "Klopt zoals het er staat"


class Melding(Bezorgbaar):
    """`eigenaar` is the bereik that must answer: `regio`, or a municipality. `plek` as in `melden/eigenaar.py`."""

    bereik = models.CharField(max_length=80)
    sleutel = models.CharField(max_length=80)
    titel = models.CharField(max_length=200)
    plek = models.CharField(max_length=40, blank=True)
    eigenaar = models.CharField(max_length=80)
    bedrag = models.BooleanField(default=False)
    feiten = models.JSONField(
        default=list, help_text="De eigen feiten van de gemeente die op deze plek staan."
    )
    versie = models.BigIntegerField(help_text="De versie van het antwoord waar de melding over gaat.")
    opmerking = models.CharField(max_length=300, blank=True)
    melder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemeld_op = models.DateTimeField()
    uiterlijk_op = models.DateTimeField()
    toestand = models.CharField(
        max_length=20, choices=Meldtoestand.choices(), default=Meldtoestand.OPEN, db_index=True
    )
    antwoord = models.CharField(max_length=500, blank=True)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    gezien_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer de melder het antwoord las.")

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ["uiterlijk_op", "pk"]
        indexes = [models.Index(fields=["sleutel", "toestand"], name="melding_sleutel")]
        constraints = [
            models.CheckConstraint(
                name="melding_gesloten_heeft_moment",
                condition=models.Q(toestand="open", gesloten_op__isnull=True)
                | (~models.Q(toestand="open") & models.Q(gesloten_op__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.bereik}/{self.sleutel}#{self.plek}"
