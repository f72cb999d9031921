"""Gegeven and Tarief: named facts and dated amounts, of the region or of one municipality.

If a municipality has any row of a key, only its rows count there (`redactie/oplossen.py`). Periods of one key may
not overlap: an exclusion constraint on PostgreSQL, triggers on SQLite, and `clean()` for a message one can read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, URLValidator, validate_email
from django.db import models

from redactie.bronnen import GegevenBron, TariefBron
from redactie.keuzes import GegevenSoort, TariefSoort, TariefStatus
from redactie.models.gemeente import Gemeente
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort
from redactie.periode import Periode

TERMIJN = re.compile(
    r"^\d+ (minuten|minuut|uur|uren|dag|dagen|werkdag|werkdagen|week|weken|maand|maanden|jaar)$"
)
TELEFOON = re.compile(r"^\+?[\d][\d \-()]{1,24}$")

PERIODE_OP_VOLGORDE = (
    models.Q(geldig_van__isnull=True)
    | models.Q(geldig_tot__isnull=True)
    | models.Q(geldig_tot__gte=models.F("geldig_van"))
)


class Feit(VastgelegdModel):
    """What a Gegeven and a Tarief share: a key, an owner, a period."""

    naam_in_tekst: ClassVar[str]

    gemeente = models.ForeignKey(
        Gemeente,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Leeg betekent: van de regio, voor alle gemeenten zonder eigen waarde.",
    )
    sleutel = models.SlugField(max_length=80)
    geldig_van = models.DateField(null=True, blank=True, help_text="Eerste dag. Leeg betekent: altijd al.")
    geldig_tot = models.DateField(
        "geldig tot en met", null=True, blank=True, help_text="Laatste dag. Leeg betekent: zonder einde."
    )

    class Meta:
        abstract = True

    @property
    def periode(self) -> Periode:
        return Periode(self.geldig_van, self.geldig_tot)

    def clean(self) -> None:
        if self.geldig_van and self.geldig_tot and self.geldig_tot < self.geldig_van:
            raise ValidationError({"geldig_tot": "De laatste dag ligt vóór de eerste."})
        for ander in (
            type(self).objects.filter(sleutel=self.sleutel, gemeente=self.gemeente).exclude(pk=self.pk)
        ):
            if self.periode.overlapt(ander.periode):
                raise ValidationError(
                    {
                        "geldig_van": f"Deze periode overlapt met een andere waarde van “{self.sleutel}” "
                        f"({ander.geldig_van or 'altijd'} tot en met {ander.geldig_tot or 'zonder einde'})."
                    }
                )

    def tokens(self) -> Iterable[str]:
        """The tokens, without braces, by which texts use this fact."""
        yield f"{self.naam_in_tekst}:{self.sleutel}"

    def wijzigingen(self) -> Iterable[Wijziging]:
        gemeente = self.gemeente.slug if self.gemeente is not None else ""
        for token in self.tokens():
            yield Wijziging(soort=WijzigingSoort.FEIT, sleutel=token, gemeente=gemeente)


class Gegeven(Feit):
    naam_in_tekst = "gegeven"

    omschrijving = models.CharField(max_length=200, blank=True)
    soort = models.CharField(max_length=20, choices=GegevenSoort.choices(), default=GegevenSoort.TEKST)
    waarde = models.CharField(max_length=500)
    intern = models.BooleanField(default=False, help_text="Alleen te gebruiken in velden voor de balie.")

    class Meta:
        verbose_name = "gegeven"
        verbose_name_plural = "gegevens"
        ordering = ["sleutel", "gemeente__naam", "geldig_van"]
        constraints = [
            models.CheckConstraint(
                name="gegeven_periode_op_volgorde",
                condition=PERIODE_OP_VOLGORDE,
                violation_error_message="De laatste dag ligt vóór de eerste.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} ({self.gemeente or 'regio'})"

    def als_bron(self) -> GegevenBron:
        return GegevenBron(
            sleutel=self.sleutel,
            waarde=self.waarde,
            soort=GegevenSoort(self.soort),
            gemeente=self.gemeente.slug if self.gemeente is not None else None,
            intern=self.intern,
            omschrijving=self.omschrijving,
            periode=self.periode,
            id=self.pk,
        )

    def clean(self) -> None:
        super().clean()
        try:
            valideer_waarde(GegevenSoort(self.soort), self.waarde)
        except ValidationError as fout:
            raise ValidationError({"waarde": fout.messages}) from fout


def valideer_waarde(soort: GegevenSoort, waarde: str) -> None:
    """Refuse a value that is not of its kind; kinds tekst and adres take any single line."""
    if "\n" in waarde:
        raise ValidationError("Een waarde is één regel.")
    if soort is GegevenSoort.URL:
        URLValidator(schemes=["https"], message="Geef een internetadres dat met https:// begint.")(waarde)
    elif soort is GegevenSoort.E_MAIL:
        validate_email(waarde)
    elif soort is GegevenSoort.TELEFOON and not TELEFOON.match(waarde):
        raise ValidationError("Geef een telefoonnummer, zoals 14 078 of +31 78 770 80 00.")
    elif soort is GegevenSoort.TERMIJN and not TERMIJN.match(waarde):
        raise ValidationError("Geef een termijn als getal en eenheid, zoals 5 werkdagen.")


class Tarief(Feit):
    naam_in_tekst = "tarief"

    groep = models.SlugField(max_length=80, blank=True)
    volgorde = models.PositiveIntegerField(default=0)
    omschrijving = models.CharField(max_length=200)
    soort = models.CharField(max_length=20, choices=TariefSoort.choices(), default=TariefSoort.VAST)
    bedrag = models.DecimalField(
        "bedrag in euro",
        max_digits=10,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    eenheid = models.CharField(max_length=60, blank=True, help_text="Bijvoorbeeld: per jaar, per m³.")
    voorwaarde = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        max_length=20,
        choices=TariefStatus.choices(),
        default=TariefStatus.VASTGESTELD,
        help_text="Een concept is nergens te zien.",
    )

    class Meta:
        verbose_name = "tarief"
        verbose_name_plural = "tarieven"
        ordering = ["groep", "volgorde", "sleutel", "gemeente__naam", "geldig_van"]
        constraints = [
            models.CheckConstraint(
                name="tarief_periode_op_volgorde",
                condition=PERIODE_OP_VOLGORDE,
                violation_error_message="De laatste dag ligt vóór de eerste.",
            ),
            models.CheckConstraint(
                name="tarief_bedrag_of_gratis",
                condition=models.Q(soort=str(TariefSoort.GRATIS)) | models.Q(bedrag__isnull=False),
                violation_error_message="Vul een bedrag in, of kies gratis.",
            ),
            models.CheckConstraint(
                name="tarief_bedrag_niet_negatief",
                condition=models.Q(bedrag__isnull=True) | models.Q(bedrag__gte=0),
                violation_error_message="Een bedrag is nul of meer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} ({self.gemeente or 'regio'})"

    def als_bron(self) -> TariefBron:
        return TariefBron(
            sleutel=self.sleutel,
            omschrijving=self.omschrijving,
            bedrag=self.bedrag,
            groep=self.groep,
            volgorde=self.volgorde,
            soort=TariefSoort(self.soort),
            eenheid=self.eenheid,
            voorwaarde=self.voorwaarde,
            gemeente=self.gemeente.slug if self.gemeente is not None else None,
            vastgesteld=self.status == TariefStatus.VASTGESTELD,
            periode=self.periode,
            id=self.pk,
        )

    def clean(self) -> None:
        super().clean()
        if self.soort != TariefSoort.GRATIS and self.bedrag is None:
            raise ValidationError({"bedrag": "Vul een bedrag in, of kies gratis."})

    def tokens(self) -> Iterable[str]:
        yield from super().tokens()
        if self.groep:
            yield f"tarieven:{self.groep}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.soort == TariefSoort.GRATIS:
            self.bedrag = None
        super().save(*args, **kwargs)
