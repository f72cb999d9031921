"""LokaleVersie and Afwijking: what one municipality does differently with one product. Never a copy.

One row per (product, gemeente); each Afwijking says for one field in which way the local text meets the central
one. No row reads as: offered as the product says, nothing different.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey

from redactie.keuzes import Aangeboden, AfwijkingSoort, AfwijkingWijze
from redactie.models.concept import ConceptModel
from redactie.models.contact import Contactpunt
from redactie.models.gemeente import Gemeente
from redactie.models.product import Product
from redactie.models.tekstversie import Tekstversie
from redactie.models.velden import KanaalModel, WoordenlijstVeld
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort
from redactie.periode import Periode
from redactie.veld import Veld


class LokaleVersie(ConceptModel):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="lokale_versies")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="lokale_versies")
    aangeboden = models.CharField(
        "bieden wij dit aan?", max_length=20, choices=Aangeboden.choices(), default=Aangeboden.ONBEKEND
    )
    valt_onder = models.ForeignKey(
        Product,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Het product waar dit bij ons onder valt.",
    )
    toelichting = models.TextField(
        blank=True, help_text="Nodig als u dit niet aanbiedt, of als het onder een ander product valt."
    )
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField("tot en met", null=True, blank=True)
    trefwoorden = WoordenlijstVeld("eigen trefwoorden", help_text="Komen bij de regionale trefwoorden.")
    behandelaar = models.ForeignKey(
        Contactpunt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Neemt bij ons de telefoon aan. Leeg betekent: zoals de regio.",
    )

    class Meta:
        verbose_name = "lokale versie"
        verbose_name_plural = "lokale versies"
        ordering = ["product__titel", "gemeente__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "gemeente"],
                name="lokaleversie_uniek",
                violation_error_message="Uw gemeente heeft al een lokale versie van dit product.",
            ),
            models.CheckConstraint(
                name="lokaleversie_periode_op_volgorde",
                condition=models.Q(vanaf__isnull=True)
                | models.Q(tot__isnull=True)
                | models.Q(tot__gte=models.F("vanaf")),
                violation_error_message="De laatste dag ligt vóór de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product} · {self.gemeente}"

    @property
    def periode(self) -> Periode:
        return Periode(self.vanaf, self.tot)

    def wijzigingen(self) -> Iterable[Wijziging]:
        yield Wijziging(
            soort=WijzigingSoort.PRODUCT, sleutel=self.product.sleutel, gemeente=self.gemeente.slug
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        # modelcluster 6.5 saves children without a pk first. A deviation that follows another would then meet the
        # old period of that one, and SQLite has no constraint that waits for the commit.
        kinderen = (getattr(self, "_cluster_related_objects", None) or {}).get("afwijkingen", [])
        kinderen.sort(key=lambda afwijking: afwijking.pk is None)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.pk is not None:
            oud = LokaleVersie._base_manager.filter(pk=self.pk).values("product_id", "gemeente_id").first()
            if oud and (oud["product_id"], oud["gemeente_id"]) != (self.product_id, self.gemeente_id):
                raise ValidationError("Product en gemeente van een lokale versie veranderen nooit.")
        if self.product_id and self.product.gemeente_id not in (None, self.gemeente_id):
            raise ValidationError({"product": "Dit is een eigen product van een andere gemeente."})
        if self.vanaf and self.tot and self.tot < self.vanaf:
            raise ValidationError({"tot": "De laatste dag ligt vóór de eerste."})


class LokaalKind(VastgelegdModel):
    """A child row of a LokaleVersie."""

    class Meta:
        abstract = True

    def leest_iemand_dit(self, update_fields: Iterable[str] | None) -> bool:
        return self.versie.live

    def wijzigingen(self) -> Iterable[Wijziging]:
        return self.versie.wijzigingen() if self.versie.live else ()


class LokaalKanaal(KanaalModel, LokaalKind):
    """A local channel; it replaces the central ones of the same actie and wijze, or ends them (`vervalt`)."""

    versie = ParentalKey(LokaleVersie, on_delete=models.CASCADE, related_name="kanalen")
    vervalt = models.BooleanField(default=False, help_text="Dit kanaal is er bij ons niet.")

    class Meta(KanaalModel.Meta):
        verbose_name = "lokaal kanaal"
        verbose_name_plural = "lokale kanalen"


class Afwijking(LokaalKind):
    """One deviating field. `veld`, `wijze` and `vanaf` are fixed once the row exists."""

    versie = ParentalKey(LokaleVersie, on_delete=models.CASCADE, related_name="afwijkingen")
    veld = models.CharField(max_length=30, choices=Veld.choices())
    wijze = models.CharField(
        max_length=20, choices=AfwijkingWijze.choices(), default=AfwijkingWijze.VERVANGEN
    )
    tekst = models.TextField(blank=True)
    soort = models.CharField(
        "soort reden", max_length=20, choices=AfwijkingSoort.choices(), default=AfwijkingSoort.BELEID
    )
    reden = models.TextField(blank=True, help_text="Waarom wijkt u af? Nodig om te publiceren.")
    vanaf = models.DateField(null=True, blank=True, help_text="Eerste dag. Leeg betekent: meteen.")
    tot = models.DateField(
        "tot en met", null=True, blank=True, help_text="Laatste dag. Leeg betekent: zonder einde."
    )
    basis = models.ForeignKey(
        Tekstversie,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        help_text="De regionale tekst waarop deze afwijking gebaseerd is.",
    )

    sinds = models.DateField(
        null=True, blank=True, editable=False, help_text="De dag waarop deze afwijking er kwam."
    )

    class Meta:
        verbose_name = "afwijking"
        verbose_name_plural = "afwijkingen"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["versie", "veld", "wijze", "vanaf"],
                condition=models.Q(vanaf__isnull=False),
                name="afwijking_uniek_vanaf",
                violation_error_message="Dit veld heeft al zo'n afwijking vanaf die dag.",
            ),
            models.UniqueConstraint(
                fields=["versie", "veld", "wijze"],
                condition=models.Q(vanaf__isnull=True),
                name="afwijking_uniek_zonder_vanaf",
                violation_error_message="Dit veld heeft al zo'n afwijking.",
            ),
            models.CheckConstraint(
                name="afwijking_periode_op_volgorde",
                condition=models.Q(vanaf__isnull=True)
                | models.Q(tot__isnull=True)
                | models.Q(tot__gte=models.F("vanaf")),
                violation_error_message="De laatste dag ligt vóór de eerste.",
            ),
            models.CheckConstraint(
                name="afwijking_titel_alleen_vervangen",
                condition=~models.Q(veld=str(Veld.TITEL)) | models.Q(wijze=str(AfwijkingWijze.VERVANGEN)),
                violation_error_message="Een titel kunt u alleen vervangen.",
            ),
            models.CheckConstraint(
                name="afwijking_samenvatting_niet_verbergen",
                condition=~models.Q(veld=str(Veld.SAMENVATTING), wijze=str(AfwijkingWijze.VERBERGEN)),
                violation_error_message="Een samenvatting kunt u niet verbergen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{Veld(self.veld).kolom_label}: {AfwijkingWijze(self.wijze).label.lower()}"

    @property
    def periode(self) -> Periode:
        return Periode(self.vanaf, self.tot)

    @property
    def groep(self) -> str:
        """Ways that exclude one another at one moment share a group."""
        if self.wijze in (AfwijkingWijze.VERVANGEN, AfwijkingWijze.VERBERGEN):
            return "in_plaats_van"
        return self.wijze

    def clean(self) -> None:
        super().clean()
        if self.pk is not None:
            oud = Afwijking._base_manager.filter(pk=self.pk).values("veld", "wijze", "vanaf").first()
            if oud and (oud["veld"], oud["wijze"], oud["vanaf"]) != (self.veld, self.wijze, self.vanaf):
                raise ValidationError(
                    "Veld, wijze en eerste dag van een afwijking veranderen niet. Maak een nieuwe afwijking."
                )
        if self.veld == Veld.TITEL and self.wijze != AfwijkingWijze.VERVANGEN:
            raise ValidationError({"wijze": "Een titel kunt u alleen vervangen."})
        if self.veld == Veld.SAMENVATTING and self.wijze == AfwijkingWijze.VERBERGEN:
            raise ValidationError({"wijze": "Een samenvatting kunt u niet verbergen."})
        if self.vanaf and self.tot and self.tot < self.vanaf:
            raise ValidationError({"tot": "De laatste dag ligt vóór de eerste."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        from redactie.herzien import huidige_basis

        if self.pk is None and self.basis_id is None:
            self.basis = huidige_basis(self)
        if self.sinds is None:
            self.sinds = self._sinds()
        super().save(*args, **kwargs)

    def _sinds(self) -> date:
        """A draft from before this was kept says nothing of it; the row does."""
        rij = Afwijking._base_manager.filter(pk=self.pk) if self.pk is not None else None
        bewaard = rij.values_list("sinds", flat=True).first() if rij is not None else None
        return bewaard or timezone.localdate()
