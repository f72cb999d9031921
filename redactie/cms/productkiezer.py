"""Choosing products by title: several at once (related products)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from redactie.cms.kiezen import met_woorden, zichtbaar
from redactie.cms.kolommen import van_wie
from redactie.cms.meerkiezer import HOOGSTENS, Gekozen, MeerKiezer, Optie, ZoekView
from redactie.models import Product

ZOEKVELDEN = ("titel", "sleutel", "trefwoorden")


class ProductBron:
    """Only out of the queryset of the form field: what this person may see."""

    zoekadres = "wagtailsnippets_redactie_product:zoek"

    def opties(self, waarden: Sequence[str], veld: MeerKiezer) -> list[Optie]:
        ids = [waarde for waarde in waarden if waarde.isdecimal()]
        producten = _keuzes(veld).filter(pk__in=ids).select_related("gemeente")
        opties = {str(product.pk): _optie(product) for product in producten}
        return [opties[waarde] for waarde in waarden if waarde in opties]

    def waarde_van(self, tekst: str, veld: MeerKiezer) -> str | None:
        product = _keuzes(veld).filter(Q(titel__iexact=tekst) | Q(sleutel=tekst)).first()
        return str(product.pk) if product is not None else None


def _keuzes(veld: MeerKiezer) -> QuerySet:
    return veld.choices.queryset


def _optie(product: Product) -> Optie:
    soort = f"{product.get_productsoort_display().lower()} · {van_wie(product)}"
    return Optie(str(product.pk), product.titel, soort, "" if product.live else "niet gepubliceerd")


class ProductenField(forms.ModelMultipleChoiceField):
    default_error_messages = {
        "invalid_pk_value": "“%(pk)s” is geen product dat u kunt kiezen. Kies een product uit de lijst.",
        "invalid_choice": "Dat product kunt u niet kiezen. Kies een product uit de lijst.",
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", MeerKiezer(ProductBron(), zoeknaam="Zoek een product"))
        super().__init__(queryset=Product.objects.all(), required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        # Django makes a plain list of it, and what was typed would be gone from the screen.
        return value if isinstance(value, Gekozen) else super().prepare_value(value)


class ProductZoekView(ZoekView):
    model: type = Product

    def zoek(self, woorden: str) -> tuple[list[Optie], int]:
        if not woorden:
            return [], 0
        producten = met_woorden(zichtbaar(self.request.user, Product), woorden, ZOEKVELDEN)
        producten = producten.select_related("gemeente")
        return [_optie(product) for product in producten[:HOOGSTENS]], producten.count()
