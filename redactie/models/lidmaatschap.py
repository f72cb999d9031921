"""Lidmaatschap: user × (gemeente or region) × rol. The one source of rights.

The Django groups that Wagtail's model-level checks want are derived from these rows (`redactie/rechten/`).
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from redactie.keuzes import Antwoordkanaal, Rol
from redactie.models.gemeente import Gemeente
from redactie.models.velden import KeuzelijstVeld

LOKALE_ROLLEN = (Rol.REDACTEUR, Rol.PUBLICIST)
REGIONALE_ROLLEN = (Rol.CENTRAAL, Rol.BEHEERDER)


class Lidmaatschap(models.Model):
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lidmaatschappen"
    )
    gemeente = models.ForeignKey(
        Gemeente,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="lidmaatschappen",
        help_text="Leeg betekent: voor de hele regio.",
    )
    rol = models.CharField(max_length=20, choices=Rol.choices())
    kanalen = KeuzelijstVeld(
        keuzes=Antwoordkanaal.choices(),
        help_text="Alleen voor een KCC-medewerker: hoe deze persoon vragen krijgt. Leeg betekent: alle manieren.",
    )

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.UniqueConstraint(
                fields=["gebruiker", "gemeente", "rol"],
                condition=models.Q(gemeente__isnull=False),
                name="lidmaatschap_uniek_gemeente",
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "rol"],
                condition=models.Q(gemeente__isnull=True),
                name="lidmaatschap_uniek_regio",
            ),
            models.CheckConstraint(
                name="lidmaatschap_lokale_rol_heeft_gemeente",
                condition=~models.Q(rol__in=[str(rol) for rol in LOKALE_ROLLEN], gemeente__isnull=True),
                violation_error_message="Een lokale rol hoort bij een gemeente.",
            ),
            models.CheckConstraint(
                name="lidmaatschap_regionale_rol_zonder_gemeente",
                condition=~models.Q(rol__in=[str(rol) for rol in REGIONALE_ROLLEN], gemeente__isnull=False),
                violation_error_message="Deze rol geldt voor de hele regio; laat de gemeente leeg.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gebruiker} · {Rol(self.rol).label} · {self.gemeente or 'regio'}"

    def clean(self) -> None:
        if self.rol in LOKALE_ROLLEN and self.gemeente_id is None:
            raise ValidationError({"gemeente": "Een lokale rol hoort bij een gemeente."})
