"""Form-friendly columns that several models share: lists of words, lists of choices, and a channel."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from redactie.bronnen import KanaalBron
from redactie.keuzes import Actie, Inlogmiddel, KanaalWijze, Niveau


def valideer_woorden(waarde: object) -> None:
    if not isinstance(waarde, list) or not all(isinstance(woord, str) and woord.strip() for woord in waarde):
        raise ValidationError("Geef een lijst met woorden.")


class WoordenlijstVeld(models.JSONField):
    """A list of words; in a form one line with a comma between words."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
        if valideer_woorden not in self.validators:
            self.validators = [*self.validators, valideer_woorden]

    def formfield(self, **kwargs: object):
        from redactie.formuliervelden import WoordenlijstFormField

        return models.Field.formfield(self, **{"form_class": WoordenlijstFormField, **kwargs})


class KeuzelijstVeld(models.JSONField):
    """A list of values out of `keuzes`; in a form check boxes. `keuzes` is not part of the migration."""

    def __init__(self, *args: object, keuzes: list[tuple[str, str]] | None = None, **kwargs: object) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
        self.keuzes = keuzes or []

    def validate(self, value: object, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        toegestaan = {waarde for waarde, _ in self.keuzes}
        onbekend = [lid for lid in (value or []) if lid not in toegestaan]
        if onbekend:
            raise ValidationError(f"Onbekende keuze: {', '.join(map(str, onbekend))}.")

    def formfield(self, **kwargs: object):
        from redactie.formuliervelden import KeuzelijstFormField

        return models.Field.formfield(
            self, **{"form_class": KeuzelijstFormField, "choices": self.keuzes, **kwargs}
        )


class KanaalModel(models.Model):
    """A way to do something. Whether the address is safe and its tokens are known is checked in `keuring.py`."""

    actie = models.CharField(max_length=20, choices=Actie.choices())
    wijze = models.CharField(max_length=20, choices=KanaalWijze.choices())
    adres = models.CharField(
        max_length=500,
        blank=True,
        help_text="https://…, tel:…, mailto:… of een token als {gegeven:afspraak-adres}.",
    )
    label = models.CharField("tekst op de knop", max_length=80, blank=True)
    inlogmiddel = models.CharField(max_length=20, choices=Inlogmiddel.choices(), default=Inlogmiddel.GEEN)
    niveau = models.CharField(max_length=20, choices=Niveau.choices(), blank=True)
    aangewezen = models.BooleanField(
        "aangewezen digitaal kanaal",
        default=False,
        help_text="Aangewezen kanaal volgens artikel 2:13 van de Awb.",
    )
    sort_order = models.IntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return f"{Actie(self.actie).label}: {KanaalWijze(self.wijze).label}"

    def als_bron(self) -> KanaalBron:
        return KanaalBron(
            actie=Actie(self.actie),
            wijze=KanaalWijze(self.wijze),
            adres=self.adres,
            label=self.label,
            inlogmiddel=Inlogmiddel(self.inlogmiddel),
            niveau=Niveau(self.niveau) if self.niveau else None,
            aangewezen=self.aangewezen,
            vervalt=getattr(self, "vervalt", False),
        )
