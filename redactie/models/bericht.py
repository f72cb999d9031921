"""Mail to editors: who wants it (Berichtkeuze), what happened (Aanleiding), the mail itself (Bericht, Berichtregel).

An Aanleiding is written in the same transaction as what caused it. The process of the loop makes of it, in one
transaction, a row per mail to send (`redactie/berichten/uitdelen.py`), and sends those (`berichten/sturen.py`).
No text is kept here: what a mail says is read when it goes.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from redactie.keuzes import Berichtmoment, Berichtsoort
from redactie.models.feitencheck import Feitencheck
from redactie.models.gemeente import Gemeente
from redactie.models.regiovoorstel import Regiovoorstel
from redactie.models.tekstversie import Tekstversie
from redactie.post.bezorgbaar import Bezorgbaar


class Berichtkeuze(models.Model):
    """No row: no mail of that kind."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="berichtkeuzes"
    )
    soort = models.CharField(max_length=20, choices=Berichtsoort.choices())
    moment = models.CharField(max_length=20, choices=Berichtmoment.choices())

    class Meta:
        verbose_name = "berichtkeuze"
        verbose_name_plural = "berichtkeuzes"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["gebruiker", "soort"], name="berichtkeuze_uniek")]

    def __str__(self) -> str:
        return f"{self.gebruiker}: {Berichtsoort(self.soort).label}"


class Onderwerp(models.Model):
    """What a mail is about: one of these."""

    tekstversie = models.ForeignKey(
        Tekstversie, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    voorstel = models.ForeignKey(
        Regiovoorstel, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    feitencheck = models.ForeignKey(
        Feitencheck, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    taakstand = models.ForeignKey(
        "wagtailcore.TaskState", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True


class Aanleiding(Onderwerp):
    soort = models.CharField(
        max_length=20,
        choices=Berichtsoort.choices(),
        blank=True,
        help_text="Leeg bij een tekst: wat dat voor iemand is, hangt af van de gemeente.",
    )
    vanaf = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "aanleiding"
        verbose_name_plural = "aanleidingen"
        ordering = ["vanaf", "pk"]

    def __str__(self) -> str:
        return f"{self.soort or 'tekst'} {self.vanaf:%d-%m-%Y %H:%M}"


class Bericht(Bezorgbaar):
    ontvanger = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    moment = models.CharField(max_length=20, choices=Berichtmoment.choices())
    niet_voor = models.DateTimeField(help_text="Wanneer de mail weg mag.")
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["niet_voor", "pk"]
        constraints = [
            # A collected mail that still waits takes what comes after; there is one of it.
            models.UniqueConstraint(
                fields=["ontvanger", "niet_voor"],
                condition=~models.Q(moment=str(Berichtmoment.DIRECT)),
                name="bericht_een_bundel",
            )
        ]

    def __str__(self) -> str:
        return f"mail {self.pk} aan {self.ontvanger}"


class Berichtregel(Onderwerp):
    bericht = models.ForeignKey(Bericht, on_delete=models.CASCADE, related_name="regels")
    soort = models.CharField(max_length=20, choices=Berichtsoort.choices())
    gemeente = models.ForeignKey(
        Gemeente,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        help_text="Voor welke gemeente van de ontvanger dit telt.",
    )

    class Meta:
        verbose_name = "berichtregel"
        verbose_name_plural = "berichtregels"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.bericht}: {Berichtsoort(self.soort).label}"
