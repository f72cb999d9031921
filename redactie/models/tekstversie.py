"""Tekstversie: the time line of each central field, and what the merge reads.

Publishing a product adds one per changed field with `vanaf` = now; a planned text is one with `vanaf` in the future;
a correction of the live text beside a pending draft is one with `vanaf` = now (`redactie/teksten.py`).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models

from redactie.bronnen import TekstversieBron
from redactie.keuzes import Klasse
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort
from redactie.veld import Veld


class Tekstversie(VastgelegdModel):
    product = models.ForeignKey("redactie.Product", on_delete=models.CASCADE, related_name="tekstversies")
    veld = models.CharField(max_length=30, choices=Veld.choices())
    tekst = models.TextField(blank=True)
    vanaf = models.DateTimeField()
    klasse = models.CharField(max_length=20, choices=Klasse.choices(), default=Klasse.INHOUDELIJK)
    nakijken_voor = models.DateField(
        "nakijken vóór",
        null=True,
        blank=True,
        help_text="Bij spoed: de datum waarvóór gemeenten hun tekst nakijken.",
    )
    toelichting = models.TextField(blank=True)
    wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    verwerkt = models.BooleanField(
        default=True, help_text="Of de bewerkschermen deze tekst al tonen (een geplande tekst nog niet)."
    )

    class Meta:
        verbose_name = "tekstversie"
        verbose_name_plural = "tekstversies"
        ordering = ["product", "veld", "-vanaf"]
        indexes = [
            # For the proposals after an urgent change is past its date: looked at every few minutes.
            models.Index(
                fields=["nakijken_voor"],
                name="tekstversie_spoed",
                condition=models.Q(klasse=str(Klasse.SPOED)),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "veld", "vanaf"],
                name="tekstversie_uniek_moment",
                violation_error_message="Op dat moment gaat voor dit veld al een andere tekst in.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.product} · {Veld(self.veld).kolom_label} vanaf {self.vanaf:%d-%m-%Y %H:%M}"

    def als_bron(self) -> TekstversieBron:
        return TekstversieBron(
            id=self.pk,
            veld=Veld(self.veld),
            tekst=self.tekst,
            vanaf=self.vanaf,
            klasse=Klasse(self.klasse),
            toelichting=self.toelichting,
        )

    def leest_iemand_dit(self, update_fields: Iterable[str] | None) -> bool:
        """`verwerkt` is bookkeeping of the editing screens."""
        return update_fields is None or set(update_fields) != {"verwerkt"}

    def wijzigingen(self) -> Iterable[Wijziging]:
        if self.product.live:
            yield Wijziging(soort=WijzigingSoort.PRODUCT, sleutel=self.product.sleutel)
