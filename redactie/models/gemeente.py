"""Gemeente and Regio: for whom is merged, and under which names, numbers and addresses they appear."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from redactie.bronnen import KETENPROEF, REGIO, GemeenteBron
from redactie.models.wijziging import VastgelegdModel, VastgelegdQuerySet, Wijziging, WijzigingSoort
from redactie.periode import Periode

valideer_hostnaam = RegexValidator(
    r"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
    "Een hostnaam heeft alleen kleine letters, cijfers, punten en streepjes, zonder https:// en zonder poort.",
    # With the usual code a JSONField (Django 5.2) puts its own message over this one.
    code="hostnaam",
)


def valideer_hostnamen(waarde: object) -> None:
    if not isinstance(waarde, list):
        raise ValidationError("Geef een lijst met hostnamen.")
    for hostnaam in waarde:
        valideer_hostnaam(hostnaam)


class GemeenteQuerySet(VastgelegdQuerySet):
    def deelnemend(self, op: datetime) -> list[Gemeente]:
        """The municipalities that take part at that moment, by name."""
        return [gemeente for gemeente in self.order_by("naam") if gemeente.deelname.geldt_op(op)]


class Gemeente(VastgelegdModel):
    """A municipality. Its slug is its key everywhere and never changes."""

    slug = models.SlugField("sleutel", max_length=80, unique=True)
    naam = models.CharField(max_length=120)
    code = models.CharField(
        "gemeentecode",
        max_length=6,
        unique=True,
        validators=[RegexValidator(r"^gm\d{4}$", "Een gemeentecode is gm met vier cijfers, zoals gm0505.")],
        help_text="TOOI- of CBS-code, zoals gm0505.",
    )
    owms_uri = models.URLField("OWMS-URI", blank=True)
    telefoon = models.CharField(max_length=30, blank=True)
    telefoon_buitenland = models.CharField("telefoon vanuit het buitenland", max_length=30, blank=True)
    website = models.URLField(blank=True)
    hostnamen = models.JSONField(default=list, blank=True, validators=[valideer_hostnamen])
    thema = models.SlugField("huisstijl", max_length=80, blank=True)
    deelname_van = models.DateField(null=True, blank=True)
    deelname_tot = models.DateField("deelname tot en met", null=True, blank=True)
    twee_paar_ogen = models.BooleanField(
        "twee paar ogen",
        default=False,
        help_text="Wie een tekst van deze gemeente schreef, publiceert hem niet zelf: een collega keurt hem goed.",
    )
    centrum_beslist = models.BooleanField(
        "het centrum beslist na spoed",
        default=False,
        help_text="Het centrum mag ook beslissen over een voorstel dat na een spoedwijziging voor deze gemeente "
        "klaarstaat. Spreek dit af met de gemeente.",
    )

    objects = GemeenteQuerySet.as_manager()

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                name="gemeente_deelname_op_volgorde",
                condition=models.Q(deelname_van__isnull=True)
                | models.Q(deelname_tot__isnull=True)
                | models.Q(deelname_tot__gte=models.F("deelname_van")),
                violation_error_message="De laatste dag van deelname ligt vóór de eerste.",
            ),
            models.CheckConstraint(
                name="gemeente_slug_niet_regio",
                condition=~models.Q(slug__in=[REGIO, KETENPROEF]),
                violation_error_message="De sleutels “regio” en “ketenproef” gebruikt Antwoord zelf.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def deelname(self) -> Periode:
        return Periode(self.deelname_van, self.deelname_tot)

    def als_bron(self) -> GemeenteBron:
        return GemeenteBron(
            slug=self.slug,
            naam=self.naam,
            telefoon=self.telefoon,
            telefoon_buitenland=self.telefoon_buitenland,
            website=self.website,
        )

    def clean(self) -> None:
        bezet = {
            hostnaam: ander.naam
            for ander in Gemeente.objects.exclude(pk=self.pk)
            for hostnaam in ander.hostnamen
        }
        for hostnaam in self.hostnamen or []:
            if hostnaam in bezet:
                raise ValidationError({"hostnamen": f"{hostnaam} is al van {bezet[hostnaam]}."})

    def wijzigingen(self) -> Iterable[Wijziging]:
        yield Wijziging(soort=WijzigingSoort.GEMEENTE, gemeente=self.slug)
        yield Wijziging(soort=WijzigingSoort.ALLES, gemeente=self.slug)


class Regio(VastgelegdModel):
    """The one row that says what the region calls itself."""

    naam = models.CharField(max_length=120, default="de regio")
    telefoon = models.CharField(max_length=30, blank=True)
    telefoon_buitenland = models.CharField("telefoon vanuit het buitenland", max_length=30, blank=True)
    website = models.URLField(blank=True)
    twee_paar_ogen = models.BooleanField(
        "twee paar ogen",
        default=False,
        help_text="Wie een tekst van de regio schreef, publiceert hem niet zelf: een collega keurt hem goed.",
    )

    class Meta:
        verbose_name = "regio"
        verbose_name_plural = "regio"
        constraints = [
            models.CheckConstraint(
                name="regio_een_rij",
                condition=models.Q(pk=1),
                violation_error_message="Er is maar één regio.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @classmethod
    def haal(cls) -> Regio:
        """The row, or an unsaved one with defaults in an installation that has none yet."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    def als_bron(self) -> GemeenteBron:
        """As a bereik: `{gemeente.naam}` in a text for the region reads "uw gemeente"."""
        return GemeenteBron(
            slug=REGIO,
            naam="uw gemeente",
            telefoon=self.telefoon,
            telefoon_buitenland=self.telefoon_buitenland,
            website=self.website,
        )

    def wijzigingen(self) -> Iterable[Wijziging]:
        yield Wijziging(soort=WijzigingSoort.GEMEENTE, gemeente=REGIO)
        yield Wijziging(soort=WijzigingSoort.ALLES, gemeente=REGIO)

    def leg_vorige_vast(self) -> None:
        super().leg_vorige_vast()
        if Regio.haal().naam != self.naam:
            for wijziging in self.wijzigingen_elders():
                wijziging.save()

    def wijzigingen_elders(self) -> Iterable[Wijziging]:
        # '' = every municipality: the document of each says what the region calls itself.
        yield Wijziging(soort=WijzigingSoort.GEMEENTE)
