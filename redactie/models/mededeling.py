"""Mededeling: a dated notice on websites, at the desk, or both; or a work instruction, for the desk alone."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from redactie.keuzes import Inlogmiddel, Mededelingsoort, Zichtbaar
from redactie.models.gemeente import Gemeente
from redactie.models.velden import KeuzelijstVeld, WoordenlijstVeld
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort


def _overal() -> list[str]:
    return [Zichtbaar.WEBSITE.value, Zichtbaar.BALIE.value]


class Mededeling(VastgelegdModel, ClusterableModel):
    """`betreft` holds `alles`, `thema:<sleutel>`, `product:<sleutel>` or `inlogmiddel:<naam>`."""

    sleutel = models.SlugField(max_length=80, unique=True)
    soort = models.CharField(
        max_length=20,
        choices=Mededelingsoort.choices(),
        default=Mededelingsoort.MEDEDELING,
        help_text="Een werkinstructie is alleen voor KCC-medewerkers en komt nooit op een website.",
    )
    gemeenten = ParentalManyToManyField(
        Gemeente, blank=True, related_name="+", help_text="Leeg betekent: alle gemeenten."
    )
    tekst = models.TextField(help_text="Deze tekst kan op de website staan.")
    interne_tekst = models.TextField(blank=True, help_text="Alleen voor de balie.")
    van = models.DateTimeField()
    tot = models.DateTimeField("tot", null=True, blank=True, help_text="Leeg betekent: zonder einde.")
    betreft = WoordenlijstVeld(help_text="alles, thema:…, product:… of inlogmiddel:…")
    zichtbaar = KeuzelijstVeld(keuzes=Zichtbaar.choices(), default=_overal)
    belangrijk = models.BooleanField(
        default=False, help_text="Elke KCC-medewerker bevestigt dat dit gelezen is; na een wijziging opnieuw."
    )

    class Meta:
        verbose_name = "mededeling"
        verbose_name_plural = "mededelingen"
        ordering = ["-van"]

    def __str__(self) -> str:
        return self.tekst[:80]

    def clean(self) -> None:
        from redactie.models.product import Product
        from redactie.models.thema import Thema

        if self.van and self.tot and self.tot <= self.van:
            raise ValidationError({"tot": "Het einde ligt vóór het begin."})
        if self.soort == Mededelingsoort.WERKINSTRUCTIE and Zichtbaar.WEBSITE in (self.zichtbaar or []):
            raise ValidationError({"zichtbaar": "Een werkinstructie staat alleen aan de balie."})
        for waarde in self.betreft or []:
            soort, _, sleutel = waarde.partition(":")
            bekend = (
                (soort == "alles" and not sleutel)
                or (soort == "thema" and Thema.objects.filter(sleutel=sleutel).exists())
                or (soort == "product" and Product.objects.filter(sleutel=sleutel).exists())
                or (soort == "inlogmiddel" and sleutel in set(Inlogmiddel))
            )
            if not bekend:
                raise ValidationError({"betreft": f"“{waarde}” bestaat niet."})

    def wijzigingen(self) -> Iterable[Wijziging]:
        # Which municipalities it was for before is not known here; the planner stops at equal hashes.
        yield Wijziging(soort=WijzigingSoort.GEMEENTE)
