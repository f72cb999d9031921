"""Beside the fixed fields of a product: which municipalities have a text of their own there, and a tick for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from wagtail.admin.panels import Panel

from redactie.models import Afwijking, Product
from redactie.vastzetten import eindigend, eindigt_door, lopende_eigen_teksten
from redactie.veld import Veld

NAAM = "eindigt"
"""In the form: the ids of the own texts that somebody ticked."""

LEES_EERST = "Nog niet vastgezet. Hierdoor eindigen eigen teksten: lees ze hieronder en vink ze aan."
WAAROM = "Schrijf op waarom u een veld vastzet. Gemeenten met een eigen tekst lezen dit."


@dataclass(frozen=True, slots=True)
class Regel:
    afwijking: Afwijking
    wijze: str
    aangevinkt: bool


@dataclass(frozen=True, slots=True)
class VeldMetTeksten:
    """`gevraagd`: this field becomes fixed when somebody publishes, and each text asks for a tick."""

    kop: str
    gevraagd: bool
    regels: tuple[Regel, ...]


def bezwaren(formulier: BaseForm) -> Iterator[tuple[str, str]]:
    """Name of a form field and message: nobody fixes a field over the head of a municipality."""
    product: Product = formulier.instance
    rijen = eindigend(product)
    gezien = _aangevinkt(formulier)
    if any(rij.pk not in gezien for rij in rijen):
        yield "vaste_velden", LEES_EERST
    if rijen and not product.toelichting.strip():
        yield "toelichting", WAAROM


def beeindigt(product: Product) -> bool:
    """Whether publishing this draft ends a text of a municipality."""
    return bool(eindigend(product))


def _aangevinkt(formulier: BaseForm) -> set[int]:
    gekozen = formulier.data.getlist(NAAM) if formulier.is_bound else ()
    return {int(pk) for pk in gekozen if pk.isdecimal()}


class VastzetPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/product/vastzetten.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and self.instance.gemeente_id is None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            velden = _velden(self.instance, _aangevinkt(self.form))
            return {
                **super().get_context_data(parent_context),
                "naam": NAAM,
                "gevraagd": [veld for veld in velden if veld.gevraagd],
                "overige": [veld for veld in velden if not veld.gevraagd],
            }


def _velden(product: Product, aangevinkt: set[int]) -> list[VeldMetTeksten]:
    per_veld: dict[tuple[Veld, bool], list[Regel]] = {}
    for rij in lopende_eigen_teksten(product):
        gevraagd = eindigt_door(rij, product)
        if gevraagd or rij.veld not in product.vaste_velden:
            regel = Regel(rij, rij.get_wijze_display().lower(), rij.pk in aangevinkt)
            per_veld.setdefault((Veld(rij.veld), gevraagd), []).append(regel)
    return [
        VeldMetTeksten(veld.kolom_label, gevraagd, tuple(regels))
        for (veld, gevraagd), regels in per_veld.items()
    ]
