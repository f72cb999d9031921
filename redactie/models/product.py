"""Product: the central text of one subject, and the surface on which editors change it.

The columns per Veld are what editors see; what a reader gets comes from the Tekstversies that publishing adds
(`redactie/teksten.py`). A product of one municipality (`gemeente` filled in) is edited by that municipality alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from modelcluster.fields import ParentalKey, ParentalManyToManyField

from redactie.keuzes import Aanbod, Doelgroep, Klasse, Productsoort
from redactie.models.concept import BOEKHOUDING, ConceptModel
from redactie.models.contact import Contactpunt
from redactie.models.gemeente import Gemeente
from redactie.models.thema import Thema
from redactie.models.velden import KanaalModel, KeuzelijstVeld, WoordenlijstVeld
from redactie.models.wijziging import VastgelegdModel, Wijziging, WijzigingSoort
from redactie.veld import MAX_TITEL, Veld

valideer_sleutel = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", "Een sleutel heeft alleen kleine letters, cijfers en streepjes."
)


class ProductTekst(models.Model):
    """One Markdown column per Veld; a test shows that each Veld has its column."""

    titel = models.CharField(max_length=MAX_TITEL)
    samenvatting = models.TextField(blank=True)
    spreekantwoord = models.TextField(Veld.SPREEKANTWOORD.kolom_label, blank=True)
    inleiding = models.TextField(Veld.INLEIDING.kolom_label, blank=True)
    voorwaarden = models.TextField(Veld.VOORWAARDEN.kolom_label, blank=True)
    wanneer = models.TextField(Veld.WANNEER.kolom_label, blank=True)
    aanpak = models.TextField(Veld.AANPAK.kolom_label, blank=True)
    meenemen = models.TextField(Veld.MEENEMEN.kolom_label, blank=True)
    kosten = models.TextField(Veld.KOSTEN.kolom_label, blank=True)
    termijn = models.TextField(Veld.TERMIJN.kolom_label, blank=True)
    daarna = models.TextField(Veld.DAARNA.kolom_label, blank=True)
    bijzonderheden = models.TextField(Veld.BIJZONDERHEDEN.kolom_label, blank=True)
    geen_reactie = models.TextField(Veld.GEEN_REACTIE.kolom_label, blank=True)
    bezwaar = models.TextField(Veld.BEZWAAR.kolom_label, blank=True)
    meer_informatie = models.TextField(Veld.MEER_INFORMATIE.kolom_label, blank=True)
    contact = models.TextField(Veld.CONTACT.kolom_label, blank=True)
    uitvragen = models.TextField(Veld.UITVRAGEN.kolom_label, blank=True)
    doorverbinden = models.TextField(Veld.DOORVERBINDEN.kolom_label, blank=True)
    interne_toelichting = models.TextField(Veld.INTERNE_TOELICHTING.kolom_label, blank=True)

    class Meta:
        abstract = True

    def teksten(self) -> dict[Veld, str]:
        """Field → text as it stands on the editing surface."""
        return {veld: getattr(self, veld.value) for veld in Veld}


class Product(ProductTekst, ConceptModel):
    sleutel = models.CharField(
        max_length=80,
        unique=True,
        validators=[valideer_sleutel],
        help_text="Staat in het webadres. Verandert nooit en wordt nooit opnieuw gebruikt.",
    )
    productsoort = models.CharField(
        max_length=20, choices=Productsoort.choices(), default=Productsoort.PRODUCT
    )
    aanbod = models.CharField(max_length=20, choices=Aanbod.choices(), default=Aanbod.ALLE)
    gemeente = models.ForeignKey(
        Gemeente,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="eigen_producten",
        help_text="Leeg betekent: van de regio. Anders is het een eigen product van die gemeente.",
    )
    upn = WoordenlijstVeld("UPN (URI's)", help_text="URI's uit de Uniforme Productnamenlijst.")
    doelgroepen = KeuzelijstVeld(keuzes=Doelgroep.choices())
    themas = ParentalManyToManyField(Thema, blank=True, related_name="producten", verbose_name="thema's")
    trefwoorden = WoordenlijstVeld(
        help_text="Woorden die inwoners gebruiken. Zet een komma tussen de woorden."
    )
    verwant = ParentalManyToManyField(
        "self", symmetrical=False, blank=True, related_name="+", verbose_name="verwante producten"
    )
    eigenaar = models.ForeignKey(
        Contactpunt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Controleert de tekst.",
    )
    behandelaar = models.ForeignKey(
        Contactpunt,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Neemt de telefoon aan.",
    )
    controledatum = models.DateField(
        null=True, blank=True, help_text="Vóór deze datum controleert de eigenaar de tekst."
    )
    vaste_velden = KeuzelijstVeld(
        keuzes=Veld.choices(), help_text="Van deze velden kan geen gemeente afwijken."
    )
    vervalt_op = models.DateField(
        null=True, blank=True, help_text="Eerste dag waarop dit product niet meer bestaat."
    )
    opvolger = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vervallen_toelichting = models.TextField(blank=True)
    # The class and note of the next publication; columns, so that they travel with the draft through the workflow.
    klasse = models.CharField(
        "soort wijziging", max_length=20, choices=Klasse.choices(), default=Klasse.INHOUDELIJK
    )
    nakijken_voor = models.DateField("nakijken vóór", null=True, blank=True)
    toelichting = models.TextField("toelichting bij de wijziging", blank=True)

    class Meta:
        verbose_name = "product"
        verbose_name_plural = "producten"
        ordering = ["titel"]

    def __str__(self) -> str:
        return self.titel

    def save(self, *args: Any, **kwargs: Any) -> None:
        from redactie.teksten import leg_gepubliceerde_teksten_vast

        update_fields = kwargs.get("update_fields")
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.live and (update_fields is None or not set(update_fields) <= BOEKHOUDING):
                leg_gepubliceerde_teksten_vast(product=self)

    @property
    def gemeente_slug(self) -> str | None:
        return self.gemeente.slug if self.gemeente is not None else None

    def wijzigingen(self) -> Iterable[Wijziging]:
        yield Wijziging(soort=WijzigingSoort.PRODUCT, sleutel=self.sleutel)

    def wijzigingen_elders(self) -> Iterable[Wijziging]:
        for ander in Product.objects.filter(verwant=self, live=True):
            yield from ander.wijzigingen()

    def voor_het_logboek(self, actie: str) -> str:
        """The note goes with the publication it was written for: later it says why of nothing."""
        return self.toelichting.strip() if actie == "wagtail.publish" else ""

    def clean(self) -> None:
        super().clean()
        if self.pk is not None:
            oud = Product._base_manager.filter(pk=self.pk).values("sleutel", "gemeente_id").first()
            if oud and oud["sleutel"] != self.sleutel:
                raise ValidationError({"sleutel": "De sleutel van een product verandert nooit."})
            if oud and oud["gemeente_id"] != self.gemeente_id:
                raise ValidationError(
                    {"gemeente": "Een product kan niet naar een andere gemeente verhuizen."}
                )
        if self.gemeente is not None and not self.sleutel.startswith(f"{self.gemeente.slug}-"):
            raise ValidationError({"sleutel": f"Begin de sleutel met “{self.gemeente.slug}-”."})
        if self.opvolger_id is not None and self.opvolger_id == self.pk:
            raise ValidationError({"opvolger": "Een product kan zichzelf niet opvolgen."})


class Kanaal(KanaalModel, VastgelegdModel):
    """A central channel; local rows of the same actie and wijze replace it (`LokaalKanaal`)."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="kanalen")

    class Meta(KanaalModel.Meta):
        verbose_name = "kanaal"
        verbose_name_plural = "kanalen"

    def leest_iemand_dit(self, update_fields: Iterable[str] | None) -> bool:
        return self.product.live

    def wijzigingen(self) -> Iterable[Wijziging]:
        return self.product.wijzigingen() if self.product.live else ()


class VerbruikteSleutel(models.Model):
    """The keys of deleted products: a key is never used again."""

    sleutel = models.CharField(max_length=80, unique=True)
    verwijderd_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "verbruikte sleutel"
        verbose_name_plural = "verbruikte sleutels"

    def __str__(self) -> str:
        return self.sleutel
